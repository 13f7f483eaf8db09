/** The tables of the SEN2 person level census: one for each element that repeats. Columns as in the schema. */
import type { Layout } from '../engine/layout.ts'
import { ruleLanguage } from '../engine/rule.ts'

/** What is said of a setting, in a named plan and in an active one. */
const setting = {
  URN: 'code',
  UKPRN: 'code',
  SENSetting: 'code',
  SENSettingOther: 'code',
  PlacementRank: 'code',
  SENunitIndicator: 'code',
  ResourcedProvisionIndicator: 'code',
} as const

export const sen2 = {
  Header: {
    Collection: 'code',
    Year: 'count',
    ReferenceDate: 'day',
    SourceLevel: 'code',
    LEA: 'code',
    SoftwareCode: 'code',
    Release: 'code',
    SerialNo: 'code',
    DateTime: 'code',
    DMO: 'code',
    DCO: 'code',
  },
  Person: {
    Surname: 'code',
    Forename: 'code',
    PersonBirthDate: 'day',
    /** `GenderCurrent` in messages of 2023; one column, whichever stood in the file. */
    Sex: 'code',
    Ethnicity: 'code',
    PostCode: 'code',
    UPN: 'code',
    UniqueLearnerNumber: 'code',
    UPNunknown: 'code',
  },
  Requests: {
    ReceivedDate: 'day',
    /** From 2025. */
    RequestSource: 'code',
    RYA: 'code',
    RequestOutcomeDate: 'day',
    RequestOutcome: 'code',
    RequestMediation: 'code',
    RequestTribunal: 'code',
    Exported: 'code',
  },
  Assessment: {
    AssessmentOutcome: 'code',
    AssessmentOutcomeDate: 'day',
    AssessmentMediation: 'code',
    AssessmentTribunal: 'code',
    OtherMediation: 'code',
    OtherTribunal: 'code',
    Week20: 'code',
  },
  NamedPlan: {
    StartDate: 'day',
    PlanRes: 'code',
    PlanWBP: 'code',
    PB: 'code',
    OA: 'code',
    DP: 'code',
    CeaseDate: 'day',
    CeaseReason: 'code',
  },
  PlanDetail: setting,
  ActivePlans: {
    TransferLA: 'code',
    ReviewMeeting: 'day',
    ReviewOutcome: 'code',
    ReviewDraft: 'day',
    PhaseTransferDueDate: 'day',
    PhaseTransferFinalDate: 'day',
    LastReview: 'day',
  },
  /** `Res` and `WBP` stood in ActivePlans in 2023; one place, whichever they were in. */
  PlacementDetail: { ...setting, EntryDate: 'day', LeavingDate: 'day', Res: 'code', WBP: 'code' },
  SENneed: { SENtype: 'code', SENtypeRank: 'code' },
} as const satisfies Layout

export type Sen2 = typeof sen2

/** The rule language on these tables. */
export const { eachRow, eachChild, wholeReturn } = ruleLanguage(sen2)
