/** The areas figures are published of: authorities, the nine regions (and the two parts of London), England. */

export interface Area {
  /** The Department's number. */
  readonly code: string
  readonly name: string
  /** The number of its region, where the file says it. */
  readonly region: string | null
  readonly onsCode: string | null
}

export const england = '970'

/**
 * Numbers of the regions in the Department's files beside their codes of the Office for National Statistics (Register of
 * Geographic Codes, in force since 1 April 2009, and for the parts of London their older statistical codes).
 */
const regions: readonly (readonly [code: string, onsCode: string, ...names: string[]])[] = [
  ['980', 'E12000001', 'North East'],
  ['981', 'E12000002', 'North West'],
  ['982', 'E12000003', 'Yorkshire and the Humber', 'Yorkshire and The Humber'],
  ['983', 'E12000004', 'East Midlands'],
  ['984', 'E12000005', 'West Midlands'],
  ['985', 'E12000006', 'East of England', 'East'],
  ['986', 'E12000007', 'London'],
  ['987', 'E13000001', 'London (Inner)', 'Inner London'],
  ['988', 'E13000002', 'London (Outer)', 'Outer London'],
  ['989', 'E12000008', 'South East'],
  ['990', 'E12000009', 'South West'],
]

const byOnsCode = new Map(regions.map(([code, onsCode]) => [onsCode, code]))
const byName = new Map(regions.flatMap(([code, , ...names]) => names.map((name) => [name.toLowerCase(), code])))
const nameOf = new Map(regions.map(([code, , name]) => [code, name ?? '']))
const numbers = new Set(regions.map(([code]) => code))

export const isRegion = (code: string): boolean => numbers.has(code)
export const regionOfOnsCode = (onsCode: string): string | null => byOnsCode.get(onsCode) ?? null
export const regionNamed = (name: string): string | null => byName.get(name.trim().toLowerCase()) ?? null

export const englandArea: Area = { code: england, name: 'England', region: null, onsCode: 'E92000001' }

export const regionArea = (code: string): Area => ({
  code,
  name: nameOf.get(code) ?? '',
  region: null,
  onsCode: regions.find(([one]) => one === code)?.[1] ?? null,
})

/** Three digits, or four for what has been discontinued. */
export const isAreaCode = (text: string): boolean => /^\d{3,4}$/.test(text)
