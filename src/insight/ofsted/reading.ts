/** From the bytes of a file to typed rows: which of Ofsted's files it is, as at which day, and whether it can be whole. */
import type { GivenFile } from '../../core/batches/importer.ts'
import { mendColumns, type Refused } from '../../core/batches/mend-file.ts'
import { type Day, parseDay } from '../../core/calendar/index.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { type Cells, type Grid, gridsOf } from './cells.ts'
import { childcareColumns, type Provider, readProvider } from './childcare-file.ts'
import { asAtIn, findHeader, type Header } from './columns.ts'
import { readSchool, type School, schoolColumns } from './schools-file.ts'

interface Read {
  /** Null for a mended file that does not name its day: it belongs to the release it came from. */
  readonly asAt: Day | null
  readonly header: readonly string[]
  readonly refused: readonly Refused[]
  readonly mended: boolean
  readonly notes: readonly string[]
}
export type OfstedFile =
  | (Read & { readonly kind: 'schools'; readonly schools: readonly School[] })
  | (Read & { readonly kind: 'childcare'; readonly providers: readonly Provider[] })

/** Problem: `import.not-this`, in one sentence: not one of these files, a column is missing, cut short, two authorities. */
export function readOfsted(file: GivenFile): Outcome<OfstedFile> {
  const refuse = (reason: string) => problem('import.not-this', { file: file.name, reason })
  const grids = gridsOf(file)
  if (!grids.ok) return grids
  for (const grid of grids.value) {
    const schools = findHeader(grid.rows, schoolColumns)
    const childcare = findHeader(grid.rows, childcareColumns)
    const header = schools ?? childcare
    if (header === undefined) continue
    const unsound = unsoundness(grid, header)
    if (unsound !== undefined) return refuse(unsound)
    const rows = grid.rows.filter((cells) => cells.row > header.row && !isNote(cells))
    if (schools !== undefined) return schoolsIn(file, grid, schools, rows)
    if (childcare !== undefined) return done(childcareIn(file, grid, childcare, rows))
  }
  return refuse('no row of it is the header of Ofsted’s state-funded schools or childcare providers')
}

function unsoundness({ rows, cut }: Grid, { missing, row }: Header<string>): string | undefined {
  const [first] = missing
  if (first !== undefined) {
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : ''
    return `row ${row} has no column “${first}”${more}; if it has another name, give it back this one`
  }
  if (cut)
    return `it ends in the middle of row ${rows.at(-1)?.row ?? row}, so the rest of it is missing; fetch it again`
  return undefined
}

/** A line of words below the table. */
const isNote = ({ cells }: Cells): boolean => cells.filter((cell) => cell !== '').length === 1

function schoolsIn(
  file: GivenFile,
  grid: Grid,
  header: Parameters<typeof readSchool>[1],
  rows: readonly Cells[],
): Outcome<OfstedFile> {
  const schools: School[] = []
  const refused: Refused[] = []
  for (const row of rows) {
    const read = readSchool(row, header)
    if ('reason' in read) refused.push(read)
    else schools.push(read)
  }
  const twice = inTwoPlaces(schools)
  if (twice !== undefined) return problem('import.not-this', { file: file.name, reason: twice })
  const days = schools.flatMap(({ inspections }) => inspections.map(({ inspected }) => inspected))
  return done({ kind: 'schools', schools, ...about(file, grid, header, refused, days) })
}

/** A school on two rows, or under the number of one authority and the name of another: whose pupils are they? */
function inTwoPlaces(schools: readonly School[]): string | undefined {
  const seen = new Map<number, School>()
  for (const school of schools) {
    const other = seen.get(school.urn)
    if (other === undefined) seen.set(school.urn, school)
    else if (other.authority === school.authority && other.authorityName === school.authorityName)
      return `the school ${school.urn} (${school.name}) stands in it twice`
    else return twoAuthorities(school, other.authorityName, school.authorityName)
  }
  const names = Map.groupBy(schools, ({ authority }) => authority)
  for (const [, own] of names) {
    const called = Map.groupBy(own, ({ authorityName }) => authorityName)
    const [most, ...others] = [...called].sort(([, a], [, b]) => b.length - a.length)
    const odd = others[0]?.[1][0]
    if (most !== undefined && odd !== undefined) return twoAuthorities(odd, most[0], odd.authorityName)
  }
  return undefined
}

const twoAuthorities = ({ urn, name }: School, one: string, other: string): string =>
  `the school ${urn} (${name}) is in two authorities, ${one} and ${other}; keep the right one`

function childcareIn(
  file: GivenFile,
  grid: Grid,
  header: Parameters<typeof readProvider>[1],
  rows: readonly Cells[],
): OfstedFile {
  const providers = new Map<string, Provider>()
  const refused: Refused[] = []
  let closed = 0
  for (const row of rows) {
    const read = readProvider(row, header)
    if (read === null) closed += 1
    else if ('reason' in read) refused.push(read)
    else providers.set(read.urn, read)
  }
  const days = [...providers.values()].flatMap(({ inspections }) => inspections.map(({ inspected }) => inspected))
  const read = about(file, grid, header, refused, days)
  const passed =
    closed === 1
      ? '1 provider that is not active was passed over.'
      : `${closed} providers that are not active were passed over.`
  const notes = closed === 0 ? read.notes : [...read.notes, passed]
  return { kind: 'childcare', providers: [...providers.values()], ...read, notes }
}

function about(
  { name }: GivenFile,
  grid: Grid,
  { row, names, mended }: Header<string>,
  refused: readonly Refused[],
  days: readonly Day[],
): Read {
  const titles = grid.rows.filter((cells) => cells.row < row).flatMap(({ cells }) => cells)
  const said = [...titles, name].map(asAtIn).find((text) => text !== undefined)
  const day = said === undefined ? undefined : parseDay(said)
  const last = days.reduce<Day | null>((latest, one) => (latest === null || one > latest ? one : latest), null)
  // A file that came back mended begins with our own columns, which do not go back with what is still wrong in it.
  const own = mended ? mendColumns.length : 0
  return {
    asAt: day?.ok ? day.value : mended ? null : last,
    header: names.slice(own),
    refused: refused.map((one) => ({ ...one, cells: one.cells.slice(own) })),
    mended,
    notes: day?.ok || mended ? [] : [`${name} does not say as at which day it is; the last inspection in it is taken.`],
  }
}
