/** The tables of the children in need census: one for each element that repeats. Columns as in the schema. */
import type { Layout } from '../engine/layout.ts'
import { ruleLanguage } from '../engine/rule.ts'

export const cinCensus = {
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
  },
  ChildIdentifiers: {
    LAchildID: 'code',
    UPN: 'code',
    FormerUPN: 'code',
    UPNunknown: 'code',
    PersonBirthDate: 'day',
    ExpectedPersonBirthDate: 'day',
    /** `GenderCurrent` (1 2 0 9) to 2023/24, `Sex` (M F U) from 2024/25: one column, whichever stood in the file. */
    Sex: 'code',
    PersonDeathDate: 'day',
  },
  ChildCharacteristics: { LAchildID: 'code', Ethnicity: 'code' },
  Disabilities: { LAchildID: 'code', Disability: 'code' },
  /** `CINdetailsID`, `AssessmentID` and `CPPID` count from 1 within the child. */
  CINdetails: {
    LAchildID: 'code',
    CINdetailsID: 'count',
    CINreferralDate: 'day',
    ReferralSource: 'code',
    PrimaryNeedCode: 'code',
    CINclosureDate: 'day',
    ReasonForClosure: 'code',
    DateOfInitialCPC: 'day',
    ReferralNFA: 'code',
  },
  Assessments: {
    LAchildID: 'code',
    CINdetailsID: 'count',
    AssessmentID: 'count',
    AssessmentActualStartDate: 'day',
    AssessmentInternalReviewDate: 'day',
    AssessmentAuthorisationDate: 'day',
    /** All the factors of the assessment with spaces between them, for messages; one row each in AssessmentFactorsList. */
    AssessmentFactors: 'code',
  },
  AssessmentFactorsList: { LAchildID: 'code', CINdetailsID: 'count', AssessmentID: 'count', AssessmentFactor: 'code' },
  CINplanDates: { LAchildID: 'code', CINdetailsID: 'count', CINPlanStartDate: 'day', CINPlanEndDate: 'day' },
  Section47: {
    LAchildID: 'code',
    CINdetailsID: 'count',
    S47ActualStartDate: 'day',
    InitialCPCtarget: 'day',
    DateOfInitialCPC: 'day',
    ICPCnotRequired: 'code',
  },
  ChildProtectionPlans: {
    LAchildID: 'code',
    CINdetailsID: 'count',
    CPPID: 'count',
    CPPstartDate: 'day',
    CPPendDate: 'day',
    InitialCategoryOfAbuse: 'code',
    LatestCategoryOfAbuse: 'code',
    NumberOfPreviousCPP: 'code',
  },
  Reviews: { LAchildID: 'code', CINdetailsID: 'count', CPPID: 'count', CPPreviewDate: 'day' },
  /** From 2026: pre-proceedings and family group decision making. No rules are published for it yet. */
  PreProceedingsandFGDM: {
    LAchildID: 'code',
    CINdetailsID: 'count',
    PPStartDate: 'day',
    LBPSentDate: 'day',
    FGDMMeetingOffer: 'code',
    FGDMMeetingFac: 'code',
    InitialPPMeetingDate: 'day',
    ReviewMeetingsCount: 'code',
    StepDecisionDate: 'day',
    PPOutcome: 'code',
    CourtAppDate: 'day',
    LetterInitCPDate: 'day',
  },
} as const satisfies Layout

export type CinCensus = typeof cinCensus

/** The rule language on these tables. */
export const { eachRow, eachChild, wholeReturn } = ruleLanguage(cinCensus)
