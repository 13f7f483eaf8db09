/** What of an episode is meant: its steps, clocks and states by name. */

/** The name for whether an episode is closed, and why. */
export const closing = 'closing'

export type Names = ReadonlySet<string> | 'everything'

export const isNamed = (names: Names, name: string): boolean => names === 'everything' || names.has(name)
