/** The calendar room's one door. `docs/calendar.md` states the rules. */
export * from './age.ts'
export * from './day.ts'
export * from './moment.ts'
export * from './months.ts'
export * from './periods.ts'
export * from './reading.ts'
