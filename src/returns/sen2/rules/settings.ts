/** Settings, as named in plans (PlanDetail) and as attended under active plans (PlacementDetail). */

import { inside } from '../../engine/child.ts'
import { blank, code, codes } from '../../engine/codes.ts'
import type { Child } from '../../engine/layout.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { settings as listed, ranks, residences, workPlacements, yesOrNo } from '../code-lists.ts'
import { ageOn, type Setting, yes } from '../facts.ts'
import { eachChild, eachRow, type Sen2 } from '../layout.ts'

const other = code('OTH')
const earlyYears = code('EYP')
const homeEducated = code('EHE')
const afterSchool = codes('NEET NIEO')
const first = code('1')

type SettingColumn = keyof Sen2['PlanDetail']

interface SettingRule {
  readonly code: string
  readonly meaning: string
  readonly mend: string
  readonly reason: string
  readonly severity?: 'query'
  readonly fields: readonly SettingColumn[]
  check(setting: Setting, collection: Collection, child: Child<Sen2>): boolean
}

/** A rule on every setting, be it named in a plan or attended. */
function eachSetting(rule: SettingRule): Rule<Sen2> {
  const { check, fields, ...entry } = rule
  return eachChild({
    ...entry,
    years: since(2023),
    tables: ['PlanDetail', 'PlacementDetail'],
    fields: { PlanDetail: fields, PlacementDetail: fields },
    check(child, flag, collection) {
      for (const setting of child.PlanDetail) if (check(setting, collection, child)) flag(setting)
      for (const setting of child.PlacementDetail) if (check(setting, collection, child)) flag(setting)
    },
  })
}

/** The settings of each plan, and of each active plan. */
const together = (child: Child<Sen2>): readonly (readonly Setting[])[] => [
  ...child.NamedPlan.map((plan) => inside(plan, child.PlanDetail)),
  ...child.ActivePlans.map((plan) => inside(plan, child.PlacementDetail)),
]

const placement = { years: since(2023), tables: ['PlacementDetail'], table: 'PlacementDetail' } as const

export const settings: readonly Rule<Sen2>[] = [
  eachSetting({
    code: 'S090',
    meaning: 'The setting has no URN, no UKPRN and no kind',
    mend: 'Give the URN of a school, the UKPRN of a college, or the kind of setting',
    reason: 'Figures are published by kind of setting',
    fields: ['URN', 'UKPRN', 'SENSetting'],
    check: (row) => row.URN === blank && row.UKPRN === blank && row.SENSetting === blank,
  }),
  eachSetting({
    code: 'S091',
    meaning: 'The setting has a URN and also a kind that stands for the want of one',
    mend: 'Remove one of the two',
    reason: 'A school is known by its URN; the kinds are for settings that have none',
    fields: ['URN', 'SENSetting'],
    check: (row) => row.URN !== blank && row.SENSetting !== blank,
  }),
  eachSetting({
    code: 'S092',
    meaning: 'The URN is not six figures',
    mend: 'Look the number up in Get Information about Schools',
    reason: 'Schools have numbers of six figures',
    fields: ['URN'],
    check: (row) => row.URN !== blank && !/^\d{6}$/.test(row.text('URN')),
  }),
  eachSetting({
    code: 'S093',
    meaning: 'The UKPRN is not eight figures that begin with 1',
    mend: 'Look the number up in the register of learning providers',
    reason: 'Providers have numbers of this form',
    fields: ['UKPRN'],
    check: (row) => row.UKPRN !== blank && !/^1\d{7}$/.test(row.text('UKPRN')),
  }),
  eachSetting({
    code: 'S094',
    meaning: 'The kind of setting is not one of the codes',
    mend: 'Use OLA, EHE, EYP, OPA, OTH, NEET, NIEC or NIEO',
    reason: 'The schema knows these codes',
    fields: ['SENSetting'],
    check: ({ SENSetting }, { year }) => SENSetting !== blank && !listed.in(year).has(SENSetting),
  }),
  eachSetting({
    code: 'S095',
    meaning: 'The setting is of another kind without saying which, or says which without being of another kind',
    mend: 'Describe the setting when its kind is OTH, and only then',
    reason: 'OTH alone does not say where the person is educated',
    fields: ['SENSetting', 'SENSettingOther'],
    check: (row) => (row.SENSetting === other) !== row.filled('SENSettingOther'),
  }),
  eachSetting({
    code: 'S096',
    meaning: 'The rank of the placement is not 1 or 2',
    mend: 'Give 1 to the main placement and 2 to the other',
    reason: 'Figures are published by the main placement',
    fields: ['PlacementRank'],
    check: ({ PlacementRank }, { year }) => !ranks.in(year).has(PlacementRank),
  }),
  eachChild({
    code: 'S097',
    meaning: 'The placements of one plan share a rank, or none of them is the main one',
    mend: 'Give 1 to the main placement and 2 to the other',
    reason: 'Figures are published by the main placement',
    years: since(2023),
    tables: ['PlanDetail', 'PlacementDetail'],
    fields: { PlanDetail: ['PlacementRank'], PlacementDetail: ['PlacementRank'] },
    check(child, flag) {
      for (const rows of together(child)) {
        const given = rows.map((row) => row.PlacementRank).filter((rank) => rank !== blank)
        const isWrong = new Set(given).size < given.length || (given.length > 0 && !given.includes(first))
        if (isWrong) flag.together(rows)
      }
    },
  }),
  eachSetting({
    code: 'S098',
    severity: 'query',
    meaning: 'The place is said to be in a SEN unit and in resourced provision at once',
    mend: 'Keep the one of the two that it is',
    reason: 'They are two kinds of provision, and a place is in one',
    fields: ['SENunitIndicator', 'ResourcedProvisionIndicator'],
    check: (row) => yes.has(row.SENunitIndicator) && yes.has(row.ResourcedProvisionIndicator),
  }),
  eachSetting({
    code: 'S099',
    meaning: 'A SEN unit or resourced provision is recorded where there is no school',
    mend: 'Give the URN of the school, or remove the indicator',
    reason: 'Both are parts of mainstream schools',
    fields: ['URN', 'SENunitIndicator', 'ResourcedProvisionIndicator'],
    check: (row) => row.URN === blank && (yes.has(row.SENunitIndicator) || yes.has(row.ResourcedProvisionIndicator)),
  }),
  eachSetting({
    code: 'S100',
    severity: 'query',
    meaning: 'The person is in early years education at the age of six or over',
    mend: 'Check the kind of setting and the date of birth',
    reason: 'School begins at the latest after the fifth birthday (Education Act 1996 s8)',
    fields: ['SENSetting'],
    check: (row, { end }, child) => row.SENSetting === earlyYears && ageOn(child, end) >= 6,
  }),
  eachSetting({
    code: 'S101',
    severity: 'query',
    meaning: 'The person is not in education, employment or training before the age of 16',
    mend: 'Check the kind of setting; NIEC is for a child of compulsory school age',
    reason: 'Compulsory school age lasts to 16 (Education Act 1996 s8)',
    fields: ['SENSetting'],
    check: (row, { end }, child) => afterSchool.has(row.SENSetting) && ageOn(child, end) < 16,
  }),
  eachSetting({
    code: 'S102',
    severity: 'query',
    meaning: 'The person is educated at home before the age of five or after 18',
    mend: 'Check the kind of setting and the date of birth',
    reason: 'Elective home education is the parent’s duty in compulsory school age (Education Act 1996 s7)',
    fields: ['SENSetting'],
    check: (row, { end }, child) =>
      row.SENSetting === homeEducated && (ageOn(child, end) < 5 || ageOn(child, end) > 18),
  }),
  eachSetting({
    code: 'S103',
    meaning: 'An indicator of a SEN unit or resourced provision is not yes or no',
    mend: 'Answer true or false',
    reason: 'The schema knows these answers',
    fields: ['SENunitIndicator', 'ResourcedProvisionIndicator'],
    check: (row, { year }) =>
      [row.SENunitIndicator, row.ResourcedProvisionIndicator].some(
        (answer) => answer !== blank && !yesOrNo.in(year).has(answer),
      ),
  }),
  eachRow({
    ...placement,
    code: 'S104',
    meaning: 'The day on which the person entered the placement is missing or is not a real date',
    mend: 'Give the day',
    reason: 'Without it nobody can say whether the person was there on the census day',
    fields: ['EntryDate', 'SENSetting'],
    check: (row) => Number.isNaN(row.EntryDate) && row.SENSetting === blank,
  }),
  eachRow({
    ...placement,
    code: 'S105',
    meaning: 'The person left the placement before entering it',
    mend: 'Correct one of the two days',
    reason: 'An end follows a beginning',
    fields: ['EntryDate', 'LeavingDate'],
    check: (row) => row.LeavingDate < row.EntryDate,
  }),
  eachRow({
    ...placement,
    code: 'S106',
    severity: 'query',
    meaning: 'The person had left the placement before the year began',
    mend: 'Remove the placement, or add the one that followed it',
    reason: 'Active plans show where people are educated on the census day',
    fields: ['LeavingDate'],
    check: ({ LeavingDate }, { start }) => LeavingDate < start,
  }),
  eachRow({
    ...placement,
    code: 'S107',
    meaning: 'The person entered the placement before being born',
    mend: 'Correct the day or the date of birth',
    reason: 'A placement is for someone who has been born',
    tables: ['PlacementDetail', 'Person'],
    fields: ['EntryDate'],
    against: { Person: ['PersonBirthDate'] },
    check: ({ EntryDate }, _, child) => EntryDate < (child.Person[0]?.PersonBirthDate ?? Number.NaN),
  }),
  eachChild({
    code: 'S108',
    meaning: 'The same placement is given twice',
    mend: 'Remove the one that is entered twice',
    reason: 'A placement entered twice is counted twice',
    years: since(2023),
    tables: ['PlanDetail', 'PlacementDetail'],
    fields: { PlanDetail: ['URN', 'UKPRN', 'SENSetting'], PlacementDetail: ['URN', 'UKPRN', 'SENSetting'] },
    check(child, flag) {
      for (const rows of together(child)) {
        for (const row of rows) {
          const same = rows.filter(
            (next) => next.URN === row.URN && next.UKPRN === row.UKPRN && next.SENSetting === row.SENSetting,
          )
          if (same.length > 1) flag.together(same, `${row.parent} ${row.URN} ${row.UKPRN} ${row.SENSetting}`)
        }
      }
    },
  }),
  eachRow({
    ...placement,
    code: 'S109',
    meaning: 'The residential placement or the work-based learning is not one of the codes',
    mend: 'Use A or B for a residential placement, A, T or S for work-based learning, or leave them out',
    reason: 'The schema knows these codes',
    fields: ['Res', 'WBP'],
    check: ({ Res, WBP }, { year }) =>
      (Res !== blank && !residences.in(year).has(Res)) || (WBP !== blank && !workPlacements.in(year).has(WBP)),
  }),
]
