/** How the message of the children in need census becomes tables. Elements as in the schemas of 2017 to 2026. */
import { type ElementShape, treeOf } from '../reading/xml.ts'
import { shapes } from '../reading/xml-tables.ts'
import { cinCensus } from './layout.ts'

const { table, leaf, rowLeaf, leaves, row, group } = shapes(cinCensus)

const header: ElementShape = {
  name: 'Header',
  row: table('Header'),
  children: [
    group('CollectionDetails', leaves('Header', 'Collection Year ReferenceDate')),
    group('Source', leaves('Header', 'SourceLevel LEA SoftwareCode Release SerialNo DateTime')),
  ],
}

const assessments = row('Assessments', [
  ...leaves('Assessments', 'AssessmentActualStartDate AssessmentInternalReviewDate AssessmentAuthorisationDate'),
  group('FactorsIdentifiedAtAssessment', [rowLeaf('AssessmentFactorsList', 'AssessmentFactor', 'AssessmentFactors')]),
])

/** All dates of a Reviews element are reviews; one without any is a review whose date is missing. */
const reviews: ElementShape = {
  name: 'Reviews',
  ensures: [table('Reviews')],
  children: [rowLeaf('Reviews', 'CPPreviewDate')],
}

const details = row('CINdetails', [
  ...leaves(
    'CINdetails',
    'CINreferralDate ReferralSource PrimaryNeedCode CINclosureDate ReasonForClosure DateOfInitialCPC ReferralNFA',
  ),
  assessments,
  row('CINplanDates', leaves('CINplanDates', 'CINPlanStartDate CINPlanEndDate')),
  row('Section47', leaves('Section47', 'S47ActualStartDate InitialCPCtarget DateOfInitialCPC ICPCnotRequired')),
  row('ChildProtectionPlans', [
    ...leaves(
      'ChildProtectionPlans',
      'CPPstartDate CPPendDate InitialCategoryOfAbuse LatestCategoryOfAbuse NumberOfPreviousCPP',
    ),
    reviews,
  ]),
  row(
    'PreProceedingsandFGDM',
    leaves(
      'PreProceedingsandFGDM',
      'PPStartDate LBPSentDate FGDMMeetingOffer FGDMMeetingFac InitialPPMeetingDate ReviewMeetingsCount StepDecisionDate PPOutcome CourtAppDate LetterInitCPDate',
    ),
  ),
])

const child: ElementShape = {
  name: 'Child',
  owner: true,
  ensures: [table('ChildIdentifiers'), table('ChildCharacteristics')],
  children: [
    row('ChildIdentifiers', [
      ...leaves(
        'ChildIdentifiers',
        'LAchildID UPN FormerUPN UPNunknown PersonBirthDate ExpectedPersonBirthDate Sex PersonDeathDate',
      ),
      leaf('ChildIdentifiers', 'Sex', 'GenderCurrent'),
    ]),
    row('ChildCharacteristics', [
      ...leaves('ChildCharacteristics', 'Ethnicity'),
      group('Disabilities', [rowLeaf('Disabilities', 'Disability')]),
    ]),
    details,
  ],
}

export const messageTree = treeOf(group('Message', [header, group('Children', [child])]))

const inDetails = { by: 'CINdetails', takes: ['CINdetailsID'] }

/** Which rows hold which, and what is counted within a child. */
export const messageRows = {
  id: 'LAchildID',
  upper: false,
  held: {
    Assessments: inDetails,
    AssessmentFactorsList: { by: 'Assessments', takes: ['CINdetailsID', 'AssessmentID'] },
    CINplanDates: inDetails,
    Section47: inDetails,
    ChildProtectionPlans: inDetails,
    Reviews: { by: 'ChildProtectionPlans', takes: ['CINdetailsID', 'CPPID'] },
    PreProceedingsandFGDM: inDetails,
  },
  counters: { CINdetails: 'CINdetailsID', Assessments: 'AssessmentID', ChildProtectionPlans: 'CPPID' },
} as const
