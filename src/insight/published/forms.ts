/** The forms of files that published figures come in, known by their headers. */
import type { GivenFile } from '../../core/batches/importer.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { plainName } from './cells.ts'
import { findHeader, type Grid, readGrid } from './grid.ts'

export type FormName = 'lait' | 'lait tool' | 'dictionary' | 'neighbours' | 'areas' | 'ees'

interface Form {
  readonly title: string
  /** Each column that must be there, in the spellings it goes by. */
  readonly columns: Readonly<Record<string, readonly [string, ...string[]]>>
  readonly optional?: readonly string[]
}

const forms: Readonly<Record<FormName, Form>> = {
  lait: {
    title: 'the Local Authority Interactive Tool’s figures',
    columns: {
      series: ['measure'],
      period: ['period'],
      area: ['area_code'],
      areaName: ['area_name'],
      value: ['value'],
      marker: ['marker'],
    },
  },
  'lait tool': {
    title: 'the Local Authority Interactive Tool’s figures',
    columns: {
      series: ['Short Desc'],
      item: ['Data item'],
      period: ['Years'],
      areaName: ['LA and Regions'],
      value: ['Values'],
      area: ['LA Number'],
      region: ['Region'],
    },
  },
  dictionary: {
    title: 'the dictionary of the Local Authority Interactive Tool',
    columns: {
      series: ['Measure_short'],
      title: ['Measure'],
      better: ['Polarity'],
      unit: ['y_axis_name'],
      decimals: ['dps'],
    },
  },
  neighbours: {
    title: 'the statistical neighbours',
    columns: {
      model: ['model'],
      authority: ['la_code'],
      rank: ['rank'],
      neighbour: ['neighbour_code'],
      closeness: ['closeness'],
    },
  },
  areas: {
    title: 'the list of authorities',
    columns: { code: ['la_code'], name: ['la_name'], region: ['region'], type: ['la_type'] },
  },
  ees: {
    title: 'a table of Explore Education Statistics',
    columns: {
      period: ['time_period', 'Year'],
      level: ['geographic_level'],
      country: ['country_code'],
      countryName: ['country_name'],
      regionCode: ['region_code'],
      regionName: ['region_name', 'Region'],
      areaCode: ['old_la_code', 'LANumber'],
      onsCode: ['new_la_code'],
      areaName: ['la_name'],
      part: ['time_identifier'],
    },
    optional: ['part'],
  },
}

const isFormName = (name: string): name is FormName => Object.hasOwn(forms, name)
const formNames = Object.keys(forms).filter(isFormName)

export interface PublishedFile {
  readonly form: FormName
  readonly grid: Grid
  /** By the names of the form: where each column stands, -1 for an optional one that is not there. */
  readonly at: (column: string) => number
}

/** Problem, `import.not-this`: it is none of these, a column is missing, or it ends in the middle of a row. */
export function readPublished(file: GivenFile): Outcome<PublishedFile> {
  const found = findHeader(file, (names) => best(names).share > 0.5)
  if (!found.ok) return found
  if (found.value === undefined) {
    const titles = [...new Set(formNames.map((name) => forms[name].title))].join('; ')
    return problem('import.not-this', { file: file.name, reason: `its header is of none of these: ${titles}` })
  }
  const { form, places, missing } = best(found.value.head.names)
  const [absent] = missing
  if (absent !== undefined) {
    const columns = missing.map((name) => forms[form].columns[name]?.[0]).join(', ')
    const reason = `it looks like ${forms[form].title}, but has no column ${columns}. Give the column its name again`
    return problem('import.not-this', { file: file.name, reason })
  }
  const grid = readGrid(file.name, found.value)
  if (!grid.ok) return grid
  if (grid.value.rows === 0) return problem('import.not-this', { file: file.name, reason: 'it has no rows' })
  return done({ form, grid: grid.value, at: (column) => places.get(column) ?? -1 })
}

interface Match {
  readonly form: FormName
  readonly share: number
  readonly places: ReadonlyMap<string, number>
  readonly missing: readonly string[]
}

/** The form of whose columns most are there; of two alike, the one that asks for more. */
function best(names: readonly string[]): Match {
  const written = names.map(plainName)
  const matches = formNames.map((form) => match(form, written))
  return matches.reduce((one, other) =>
    other.share > one.share || (other.share === one.share && other.places.size > one.places.size) ? other : one,
  )
}

function match(form: FormName, written: readonly string[]): Match {
  const { columns, optional = [] } = forms[form]
  const places = new Map<string, number>()
  const missing: string[] = []
  for (const [column, spellings] of Object.entries(columns)) {
    const place = spellings.map((name) => written.indexOf(plainName(name))).find((one) => one >= 0)
    if (place !== undefined) places.set(column, place)
    // A table that names its years `Year` has never said which kind of year they are.
    else if (!optional.includes(column) || (column === 'part' && written.includes('timeperiod'))) missing.push(column)
  }
  return { form, share: places.size / (places.size + missing.length), places, missing }
}
