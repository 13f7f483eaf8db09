/** The cases as children in need censuses, one file a year, in the elements of the schema of their time. */
import { addDays, type Day, day, min } from '../../../src/core/calendar/index.ts'
import { type Case, type PaperChild, paperChildren } from './cases.ts'

/** From the conference to the end of the plan, which ends at a review. */
const planLasts = 92

/** The year under way is an extract: what is known on the day of the paper. */
const known = day('2022-07-21')

const years = [2020, 2021, 2022, 2023] as const

export const censusFiles = (): readonly { readonly name: string; readonly text: string }[] =>
  years.map((year) => ({ name: `cin-${year}.xml`, text: census(year) }))

interface Year {
  readonly from: Day
  readonly to: Day
}

function census(year: number): string {
  const period = { from: day(`${year - 1}-04-01`), to: day(`${year}-03-31`) }
  const until = { ...period, to: min(period.to, known) }
  const children = paperChildren().flatMap((child) => childText(child, until))
  return `<?xml version="1.0" encoding="UTF-8"?>
<Message>
<Header>
<CollectionDetails><Collection>CIN</Collection><Year>${year}</Year><ReferenceDate>${period.to}</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>331</LEA><SoftwareCode>Heartwood</SoftwareCode><Release>1</Release><SerialNo>1</SerialNo><DateTime>${until.to}T09:00:00</DateTime></Source>
</Header>
<Children>
${children.join('\n')}
</Children>
</Message>
`
}

/** A census has every child whose case was open on some day of its year. */
function childText({ id, cases }: PaperChild, { from, to }: Year): readonly string[] {
  const open = cases.filter(({ referred, closed }) => referred <= to && (closed === null || closed >= from))
  if (open.length === 0) return []
  const number = Number(id.slice(-4))
  const born = addDays(day('2008-09-01'), (number * 37) % 4000)
  return [
    `<Child>
<ChildIdentifiers><LAchildID>${id}</LAchildID><UPNunknown>UN2</UPNunknown><PersonBirthDate>${born}</PersonBirthDate><GenderCurrent>${1 + (number % 2)}</GenderCurrent></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>${number % 3 === 0 ? 'APKN' : 'WBRI'}</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>
${open.map((one) => caseText(one, { from, to })).join('\n')}
</Child>`,
  ]
}

const element = (name: string, value: string | number | null): string =>
  value === null ? '' : `<${name}>${value}</${name}>`

/** What is of another year is in that year's census; what has not happened yet is in none. */
function caseText({ referred, closed, assessed, conference }: Case, { from, to }: Year): string {
  const isKnown = (on: Day | null): on is Day => on !== null && on <= to
  const end = isKnown(closed) ? closed : null
  return [
    '<CINdetails>',
    element('CINreferralDate', referred),
    '<ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>',
    element('CINclosureDate', end),
    element('ReasonForClosure', end === null ? null : 'RC7'),
    isKnown(assessed) && assessed >= from ? assessment(referred, assessed) : '',
    '<ReferralNFA>false</ReferralNFA>',
    conference && isKnown(conference.held) ? protection(referred, conference, { from, to }) : '',
    '</CINdetails>',
  ].join('')
}

const assessment = (started: Day, authorised: Day): string =>
  `<Assessments><AssessmentActualStartDate>${started}</AssessmentActualStartDate><AssessmentAuthorisationDate>${authorised}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>`

function protection(
  started: Day,
  { held, plan, earlierPlans }: NonNullable<Case['conference']>,
  { from, to }: Year,
): string {
  const enquiry = `<Section47><S47ActualStartDate>${started}</S47ActualStartDate><DateOfInitialCPC>${held}</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>`
  const ends = addDays(held, planLasts)
  const ended = ends <= to ? ends : null
  const parts = [held >= from ? enquiry : '']
  if (plan && (ended === null || ended >= from)) {
    parts.push(
      `<ChildProtectionPlans><CPPstartDate>${held}</CPPstartDate>${element('CPPendDate', ended)}<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>${earlierPlans}</NumberOfPreviousCPP>${ended === null ? '' : `<Reviews><CPPreviewDate>${ended}</CPPreviewDate></Reviews>`}</ChildProtectionPlans>`,
    )
  }
  return parts.join('')
}
