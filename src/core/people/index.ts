/** The door of the people room: what a person is, what they carry, whom they belong to and where they live. */
export * from './addresses.ts'
export * from './identifiers.ts'
export * from './names.ts'
export * from './organisations.ts'
export * from './parental-responsibility.ts'
export * from './person.ts'
export * from './relationships.ts'
export * from './spans.ts'
