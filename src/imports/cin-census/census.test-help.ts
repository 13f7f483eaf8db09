/** Censuses written for a test: only what the test is about, in the elements of the schema. */
import type { GivenFile } from '../../core/batches/importer.ts'

export type Cells = Readonly<Record<string, string | number | undefined>>

export interface WrittenReferral {
  readonly details: Cells
  readonly assessments?: readonly (Cells & { readonly factors?: string })[]
  readonly plans?: readonly Cells[]
  readonly enquiries?: readonly Cells[]
  readonly protection?: readonly (Cells & { readonly reviews?: string })[]
}

export interface WrittenChild {
  readonly id: string
  readonly about?: Cells
  readonly ethnicity?: string
  readonly disabilities?: string
  readonly referrals: readonly WrittenReferral[]
}

const element = (name: string, inside: string | number): string => `<${name}>${inside}</${name}>`
const elements = (cells: Cells): string =>
  Object.entries(cells)
    .map(([name, value]) => (value === undefined ? '' : element(name, value)))
    .join('')
const listOf = (name: string, words: string | undefined): string =>
  (words ?? '')
    .split(' ')
    .map((word) => (word === '' ? '' : element(name, word)))
    .join('')

function referralText({
  details,
  assessments = [],
  plans = [],
  enquiries = [],
  protection = [],
}: WrittenReferral): string {
  const lines = [
    elements({ ReferralSource: '1A', PrimaryNeedCode: 'N1', ReferralNFA: 'false', ...details }),
    ...assessments.map(({ factors, ...dates }) =>
      element(
        'Assessments',
        elements(dates) + element('FactorsIdentifiedAtAssessment', listOf('AssessmentFactors', factors)),
      ),
    ),
    ...plans.map((plan) => element('CINPlanDates', elements(plan))),
    ...enquiries.map((enquiry) => element('Section47', elements({ ICPCnotRequired: 'false', ...enquiry }))),
    ...protection.map(({ reviews, ...plan }) => {
      const categories = { InitialCategoryOfAbuse: 'NEG', LatestCategoryOfAbuse: 'NEG', NumberOfPreviousCPP: 0 }
      return element(
        'ChildProtectionPlans',
        elements({ ...categories, ...plan }) +
          (reviews === undefined ? '' : element('Reviews', listOf('CPPreviewDate', reviews))),
      )
    }),
  ]
  return element('CINdetails', `\n${lines.join('\n')}\n`)
}

const childText = ({ id, about = {}, ethnicity = 'WBRI', disabilities = 'NONE', referrals }: WrittenChild): string =>
  element(
    'Child',
    [
      element(
        'ChildIdentifiers',
        elements({ LAchildID: id, PersonBirthDate: '2012-05-03', GenderCurrent: 2, ...about }),
      ),
      element(
        'ChildCharacteristics',
        element('Ethnicity', ethnicity) + element('Disabilities', listOf('Disability', disabilities)),
      ),
      ...referrals.map(referralText),
    ].join('\n'),
  )

/** One line for each element that holds rows, so that a test can say which line is meant. */
export function censusText(year: number, children: readonly WrittenChild[], authority = '331'): string {
  const details = elements({ Collection: 'CIN', Year: year, ReferenceDate: `${year}-03-31` })
  const header =
    element('CollectionDetails', details) + element('Source', elements({ SourceLevel: 'L', LEA: authority }))
  return `<Message>\n${element('Header', header)}\n<Children>\n${children.map(childText).join('\n')}\n</Children>\n</Message>\n`
}

export const censusFile = (
  year: number,
  children: readonly WrittenChild[],
  { authority = '331', name = `cin-${year}.xml` } = {},
): GivenFile => ({ name, bytes: new TextEncoder().encode(censusText(year, children, authority)) })
