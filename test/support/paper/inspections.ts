/**
 * Ofsted's files whose shares are those of the paper's table. The schools and providers are invented; the authorities are
 * Coventry, its statistical neighbours in the model of April 2021, and every other authority of England.
 */
import { readFileSync } from 'node:fs'
import { readCsvText } from '../../../src/returns/reading/csv-text.ts'

type Phase = 'Primary' | 'Secondary' | 'Special'

/** Pupils in all, and in good or outstanding schools. */
type Pupils = readonly [all: number, good: number]

interface Group {
  readonly authorities: readonly (readonly [code: number, name: string])[]
  readonly pupils: Readonly<Record<Phase, Pupils>>
}

export const neighbours = [
  [831, 'Derby'],
  [350, 'Bolton'],
  [874, 'Peterborough'],
  [383, 'Leeds'],
  [373, 'Sheffield'],
  [851, 'Portsmouth'],
  [887, 'Medway'],
  [335, 'Walsall'],
  [357, 'Tameside'],
  [852, 'Southampton'],
] as const

const coventry = [331, 'Coventry'] as const
const near: ReadonlySet<number> = new Set([coventry[0], ...neighbours.map(([code]) => code)])
/** Regions and the country are of no type. */
const others = readCsvText(readFileSync(new URL('../../../data/comparators/areas.csv', import.meta.url), 'utf8'))
  .filter(([code, , , type = '']) => /^(ILB|MD|OLB|SC|UA)$/.test(type) && !near.has(Number(code)))
  // As a spreadsheet writes a name that holds a comma.
  .map(([code, name = '']) => [Number(code), name.includes(',') ? `"${name}"` : name] as const)

/** 91.4, 86.4, 78.6 and 89.2 overall; 91.7, 81.6, 87.6 and 87.6; and with those, the country's 91.8, 85.7, 94.1 and 89.3. */
const groups: readonly Group[] = [
  {
    authorities: [coventry],
    pupils: { Primary: [34_500, 31_533], Secondary: [22_500, 19_440], Special: [1400, 1100] },
  },
  {
    authorities: neighbours,
    pupils: { Primary: [59_400, 54_470], Secondary: [40_600, 33_130], Special: [1500, 1314] },
  },
  {
    authorities: others,
    pupils: { Primary: [138_100, 126_973], Secondary: [108_900, 94_834], Special: [9100, 8878] },
  },
]

const usualSize: Readonly<Record<Phase, number>> = { Primary: 400, Secondary: 1000, Special: 150 }

const schoolColumns = [
  'URN',
  'LAESTAB',
  'School name',
  'Ofsted phase',
  'Local authority',
  'Total number of pupils',
  'Inspection start date',
  'Does the latest graded inspection relate to the URN of the current school?',
  'Overall effectiveness',
  'Previous inspection start date',
  'Does the previous graded inspection relate to the URN of the current school?',
  'Previous graded inspection overall effectiveness',
]

export function schoolsFile(): { readonly name: string; readonly text: string } {
  const rows: string[] = []
  for (const { authorities, pupils } of groups)
    for (const phase of ['Primary', 'Secondary', 'Special'] as const) {
      const [all, good] = pupils[phase]
      for (const [share, grade] of [
        [good, 2],
        [all - good, 3],
      ] as const)
        for (const size of sizes(share, usualSize[phase])) {
          const number = rows.length + 1
          const [code, name] = authorities[number % authorities.length] ?? coventry
          const laestab = `${code}${String(2000 + number).padStart(4, '0')}`
          rows.push(
            `${100_000 + number},${laestab},School ${number},${phase},${name},${size},08/10/2019,Yes,${grade},09/06/2015,Yes,3`,
          )
        }
    }
  return { name: 'state-funded-schools-2022-06-30.csv', text: file(schoolColumns, rows) }
}

/** Whole schools of a usual size, and one with the rest. */
function sizes(pupils: number, usual: number): readonly number[] {
  const whole = Math.floor(pupils / usual)
  const rest = pupils - whole * usual
  return [...new Array<number>(whole).fill(usual), ...(rest > 0 ? [rest] : [])]
}

type Providers = readonly [all: number, good: number]

const childcareColumns = [
  'Provider URN',
  'Local authority',
  'Provider status',
  'Provider type',
  'Places',
  'Most recent inspection: Inspection date',
  'Most recent inspection: Overall effectiveness',
]

const childcare = (
  asAt: string,
  providers: readonly (readonly [authorities: Group['authorities'], counts: Providers])[],
): { readonly name: string; readonly text: string } => {
  const rows = providers.flatMap(([authorities, [all, good]], group) =>
    Array.from({ length: all }, (_, i) => {
      const [, name] = authorities[i % authorities.length] ?? coventry
      return `EY${100_000 + group * 10_000 + i},${name},Active,Childminder,6,04/11/2019,${i < good ? 'Good' : 'Requires improvement'}`
    }),
  )
  return { name: `childcare-providers-${asAt}.csv`, text: file(childcareColumns, rows) }
}

/** As at 31 August 2021 98.6, 97.1 and 97.6 of the country; and the city's own at the end of the spring term, 98.7. */
export const childcareFiles = (): readonly { readonly name: string; readonly text: string }[] => [
  childcare('2021-08-31', [
    [[coventry], [143, 141]],
    [neighbours, [210, 204]],
    [others, [647, 631]],
  ]),
  childcare('2022-03-31', [[[coventry], [153, 151]]]),
]

const file = (head: readonly string[], rows: readonly string[]): string =>
  `${[head.join(','), ...rows].join('\r\n')}\r\n`
