/** The tables of the SSDA903 return. Columns as in the statutory guide, in the order in which the files list them. */
import type { Layout } from '../engine/layout.ts'
import { ruleLanguage } from '../engine/rule.ts'

export const ssda903 = {
  Header: {
    CHILD: 'code',
    SEX: 'code',
    DOB: 'day',
    ETHNIC: 'code',
    UPN: 'code',
    MOTHER: 'code',
    MC_DOB: 'day',
    /** In the XML form an element; for CSV worked out: 1 for a child with a row in the UASC file, else 0. */
    UASC: 'code',
  },
  Episodes: {
    CHILD: 'code',
    DECOM: 'day',
    RNE: 'code',
    LS: 'code',
    CIN: 'code',
    PLACE: 'code',
    PLACE_PROVIDER: 'code',
    DEC: 'day',
    REC: 'code',
    REASON_PLACE_CHANGE: 'code',
    HOME_POST: 'code',
    PL_POST: 'code',
    URN: 'code',
    /** The last three are worked out from the postcodes, where a list of postcodes is given. */
    PL_LA: 'code',
    PL_LOCATION: 'code',
    PL_DISTANCE: 'tenths',
  },
  Reviews: { CHILD: 'code', DOB: 'day', REVIEW: 'day', REVIEW_CODE: 'code' },
  UASC: { CHILD: 'code', SEX: 'code', DOB: 'day', DUC: 'day' },
  OC2: {
    CHILD: 'code',
    DOB: 'day',
    SDQ_SCORE: 'code',
    SDQ_REASON: 'code',
    CONVICTED: 'code',
    HEALTH_CHECK: 'code',
    IMMUNISATIONS: 'code',
    TEETH_CHECK: 'code',
    HEALTH_ASSESSMENT: 'code',
    SUBSTANCE_MISUSE: 'code',
    INTERVENTION_RECEIVED: 'code',
    INTERVENTION_OFFERED: 'code',
  },
  OC3: { CHILD: 'code', DOB: 'day', IN_TOUCH: 'code', ACTIV: 'code', ACCOM: 'code' },
  AD1: {
    CHILD: 'code',
    DOB: 'day',
    DATE_INT: 'day',
    DATE_MATCH: 'day',
    FOSTER_CARE: 'code',
    NB_ADOPTR: 'code',
    SEX_ADOPTR: 'code',
    LS_ADOPTR: 'code',
  },
  PlacedAdoption: {
    CHILD: 'code',
    DOB: 'day',
    DATE_PLACED: 'day',
    DATE_PLACED_CEASED: 'day',
    REASON_PLACED_CEASED: 'code',
  },
  /** DATE_PERM is text: parts of it may be unknown (`zz/zz/2019`). */
  PrevPerm: { CHILD: 'code', DOB: 'day', PREV_PERM: 'code', LA_PERM: 'code', DATE_PERM: 'code' },
  Missing: { CHILD: 'code', DOB: 'day', MISSING: 'code', MIS_START: 'day', MIS_END: 'day' },
  SWEpisodes: { CHILD: 'code', DOB: 'day', SW_ID: 'code', SW_DECOM: 'day', SW_DEC: 'day', SW_REASON: 'code' },
  DoLo: { CHILD: 'code', DOB: 'day', DOLO_START: 'day', DOLO_END: 'day' },
} as const satisfies Layout

export type Ssda903 = typeof ssda903

/** The rule language on these tables. */
export const { eachRow, eachChild, wholeReturn } = ruleLanguage(ssda903)
