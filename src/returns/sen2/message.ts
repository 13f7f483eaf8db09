/** How the SEN2 message becomes tables. Elements as in the schemas of 2023 to 2026. */
import { type ElementShape, treeOf } from '../reading/xml.ts'
import { shapes } from '../reading/xml-tables.ts'
import { sen2 } from './layout.ts'

const { table, leaf, leaves, row, group } = shapes(sen2)

const setting = 'URN UKPRN SENSetting SENSettingOther PlacementRank SENunitIndicator ResourcedProvisionIndicator'

const plan = row('NamedPlan', [
  ...leaves('NamedPlan', 'StartDate PlanRes PlanWBP PB OA DP CeaseDate CeaseReason'),
  leaf('NamedPlan', 'PlanWBP', 'PlanWPB'),
  row('PlanDetail', leaves('PlanDetail', setting)),
])

const assessment = row('Assessment', [
  ...leaves(
    'Assessment',
    'AssessmentOutcome AssessmentOutcomeDate AssessmentMediation AssessmentTribunal OtherMediation OtherTribunal Week20',
  ),
  plan,
])

const active = row('ActivePlans', [
  ...leaves(
    'ActivePlans',
    'TransferLA ReviewMeeting ReviewOutcome ReviewDraft PhaseTransferDueDate PhaseTransferFinalDate LastReview',
  ),
  row('PlacementDetail', [
    ...leaves('PlacementDetail', `${setting} EntryDate LeavingDate Res WBP`),
    leaf('PlacementDetail', 'Res', 'RES'),
    leaf('PlacementDetail', 'WBP', 'WPB'),
  ]),
  row('SENneed', leaves('SENneed', 'SENtype SENtypeRank')),
])

const person: ElementShape = {
  name: 'Person',
  owner: true,
  row: table('Person'),
  children: [
    ...leaves('Person', 'Surname Forename PersonBirthDate Sex Ethnicity PostCode UPN UniqueLearnerNumber UPNunknown'),
    leaf('Person', 'Sex', 'GenderCurrent'),
    row('Requests', [
      ...leaves(
        'Requests',
        'ReceivedDate RequestSource RYA RequestOutcomeDate RequestOutcome RequestMediation RequestTribunal Exported',
      ),
      assessment,
      active,
    ]),
  ],
}

const header = row('Header', [
  group('CollectionDetails', leaves('Header', 'Collection Year ReferenceDate')),
  group('Source', leaves('Header', 'SourceLevel LEA SoftwareCode Release SerialNo DateTime DMO DCO')),
])

export const messageTree = treeOf(group('Message', [header, group('Persons', [person])]))

const held = (by: string) => ({ by, takes: [] })

/** Which rows hold which. A person has no id of the council's own: see `read.ts` for what stands in its place. */
export const messageRows = {
  id: '',
  upper: false,
  held: {
    Requests: held('Person'),
    Assessment: held('Requests'),
    NamedPlan: held('Assessment'),
    PlanDetail: held('NamedPlan'),
    ActivePlans: held('Requests'),
    PlacementDetail: held('ActivePlans'),
    SENneed: held('ActivePlans'),
  },
  counters: {},
} as const
