/** What definitions of measures are written with; `figures.ts`, which reads a database, is not part of it. */
export * from './at-a-date.ts'
export * from './found.ts'
export * from './measure.ts'
export * from './over-periods.ts'
