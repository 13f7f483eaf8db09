/** Who a child of a census is: registered under the council's own id, without a name. */
import type { Day } from '../../core/calendar/index.ts'
import { type ChildId, parseUpn } from '../../core/people/identifiers.ts'
import { register } from '../../core/people/register.ts'
import type { ChildInNeed } from '../../returns/cin-census/facts.ts'
import type { RowBase } from '../../returns/engine/layout.ts'
import type { Told } from '../told.ts'
import { type Cells, given } from './cells.ts'

/** `GenderCurrent` to 2023-24: 1 and 2, 0 for not yet born, 9 for not classed. From 2024-25 `Sex`: M, F, U. */
const sexOf: Readonly<Record<string, string>> = { '1': 'M', '2': 'F', '0': 'U', '9': 'U', M: 'M', F: 'F', U: 'U' }

export interface PersonTold {
  readonly told: readonly Told[]
  readonly born: Day | undefined
}

export function personTold(child: ChildInNeed, childId: ChildId, cells: Cells): PersonTold {
  const [identifiers] = child.ChildIdentifiers
  const [characteristics] = child.ChildCharacteristics
  if (identifiers === undefined) return { told: [], born: undefined }
  const born = cells.day(identifiers, 'PersonBirthDate')
  const expected = expectedOf(identifiers, cells)
  const sex = sexIn(identifiers, cells)
  const upn = upnIn(identifiers, 'UPN', cells)
  const { ethnicity, disabilities } = register.steps.registered.fields
  const about = {
    pathway: 'person',
    day: null,
    place: { table: identifiers.table, row: identifiers.row },
    columns: {
      childId: 'LAchildID',
      born: 'PersonBirthDate',
      expected: 'ExpectedPersonBirthDate',
      sex: 'Sex',
      upn: 'UPN',
      value: 'UPN',
      died: 'PersonDeathDate',
    },
  } as const
  const registered: Told = {
    ...about,
    step: 'registered',
    values: given({
      as: 'child',
      childId,
      born,
      expected: born === undefined ? expected : undefined,
      sex,
      upn,
      ethnicity: characteristics && cells.code(characteristics, 'Ethnicity', ethnicity),
      disabilities: cells.codes(child.Disabilities, 'Disability', disabilities, null),
    }),
    same: ({ step }) => step === 'registered',
    corrects: [...(sex === 'U' ? [] : ['sex']), 'ethnicity', 'disabilities', 'expected'],
  }
  const on = registered
  const told: Told[] = [registered]
  if (born !== undefined) {
    // A child who was expected when registered is born; one registered with a day of birth has that day put right.
    const same: Told['same'] = ({ step, values }) =>
      step === 'born' || (step === 'registered' && values.born !== undefined)
    told.push({ ...about, on, step: 'born', values: { born, sex }, same, corrects: ['born'] })
  }
  if (upn !== undefined) told.push(identified(about, on, 'upn', upn))
  const former = upnIn(identifiers, 'FormerUPN', cells)
  if (former !== undefined) told.push(identified(about, on, 'formerUpn', former))
  const died = born === undefined ? undefined : cells.dayFrom(identifiers, 'PersonDeathDate', born, 'the date of birth')
  if (died !== undefined)
    told.push({ ...about, on, step: 'died', values: { died }, same: ({ step }) => step === 'died', corrects: ['died'] })
  return { told, born }
}

type About = Pick<Told, 'pathway' | 'day' | 'place' | 'columns'>

/** A number that is not known of the child yet; a number does not put another right, it comes after it. */
const identified = (about: About, on: Told, scheme: 'upn' | 'formerUpn', value: string): Told => ({
  ...about,
  on,
  step: 'identified',
  values: { scheme, value },
  same: ({ step, values }) =>
    (step === 'identified' && values.scheme === scheme && values.value === value) ||
    (step === 'registered' && scheme === 'upn' && values.upn === value),
  corrects: [],
})

function expectedOf(row: RowBase, cells: Cells): Day | undefined {
  const expected = cells.day(row, 'ExpectedPersonBirthDate')
  if (expected === undefined || row.blank('PersonBirthDate')) return expected
  const reason = 'A child has a date of birth or an expected one, not both. The date of birth was loaded.'
  cells.fault(row, 'ExpectedPersonBirthDate', reason)
  return undefined
}

function sexIn(row: RowBase, cells: Cells): string {
  const code = row.text('Sex').toUpperCase()
  const sex = sexOf[code]
  if (sex !== undefined) return sex
  const reason = code === '' ? 'The sex is missing' : `“${code}” is not one of the codes of this item`
  cells.fault(row, 'Sex', `${reason}. The child was loaded with sex not known.`)
  return 'U'
}

function upnIn(row: RowBase, column: 'UPN' | 'FormerUPN', cells: Cells): string | undefined {
  if (row.blank(column)) return undefined
  const upn = parseUpn(row.text(column))
  if (upn.ok) return upn.value
  cells.fault(row, column, upn.says)
  return undefined
}
