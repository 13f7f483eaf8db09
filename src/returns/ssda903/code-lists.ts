/**
 * The code lists of the SSDA903 return, each with the years (in which the period ends) of its versions.
 * Source: the Department for Education's guide to the collection of each year, as carried by the sector's rule sets.
 */
import { codeList } from '../engine/codes.ts'

const first = 2018
const newest = 2027
const always = (name: string, codes: string) => codeList(name, [{ from: first, to: newest, codes }])

export const sexes = codeList('SEX', [
  { from: first, to: 2024, codes: '1 2' },
  { from: 2025, to: newest, codes: 'M F U' },
])
/** The one code for a boy or man, and for a girl or woman. */
export const male = codeList('SEX (male)', [
  { from: first, to: 2024, codes: '1' },
  { from: 2025, to: newest, codes: 'M' },
])
export const female = codeList('SEX (female)', [
  { from: first, to: 2024, codes: '2' },
  { from: 2025, to: newest, codes: 'F' },
])
export const ethnicGroups = always(
  'ETHNIC',
  'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
)
export const reasonsForNewEpisode = always('RNE', 'S P L T U B')
export const legalStatuses = always('LS', 'C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3')
export const categoriesOfNeed = always('CIN', 'N1 N2 N3 N4 N5 N6 N7 N8')

const placements2023 = 'A3 A4 A5 A6 H5 K1 K2 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1'
export const placements = codeList('PLACE', [
  { from: first, to: 2024, codes: placements2023 },
  { from: 2025, to: 2025, codes: `${placements2023} K3` },
  {
    from: 2026,
    to: newest,
    codes: 'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z11 Z12 Z13 Z14',
  },
])
export const placementProviders = always('PLACE_PROVIDER', 'PR0 PR1 PR2 PR3 PR4 PR5')
export const placementChangeReasons = always(
  'REASON_PLACE_CHANGE',
  'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER',
)
export const reasonsEpisodeCeased = always(
  'REC',
  'X1 E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17',
)
export const reviewCodes = always('REVIEW_CODE', 'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7')
export const missingKinds = always('MISSING', 'M A')
export const motherCodes = always('MOTHER', '0 1')
export const scoreReasons = always('SDQ_REASON', 'SDQ1 SDQ2 SDQ3 SDQ4 SDQ5')
export const previousPermanenceCodes = always('PREV_PERM', 'P1 P2 P3 P4 Z1')
export const placedCeasedReasons = always('REASON_PLACED_CEASED', 'RD1 RD2 RD3 RD4')
export const touchCodes = always('IN_TOUCH', 'YES NO DIED REFU NREQ RHOM')
export const activityCodes = always('ACTIV', 'F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0')
export const accommodationCodes = always(
  'ACCOM',
  'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S2 T1 T2 U1 U2 V1 V2 W1 W2 X2 Y1 Y2 Z1 Z2 0',
)
export const adopterFosterCodes = always('FOSTER_CARE', '0 1')
export const adopterCounts = always('NB_ADOPTR', '1 2')
export const adopterSexes = always('SEX_ADOPTR', 'M1 F1 MM FF MF')
export const adopterStatuses = always('LS_ADOPTR', 'L0 L11 L12 L2 L3 L4')
export const socialWorkerReasons = codeList('SW_REASON', [
  {
    from: 2024,
    to: newest,
    codes: 'MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS',
  },
])
/** Placements that nobody provides, so that PLACE_PROVIDER may be blank. */
export const placementsWithoutProvider = codeList('PLACE without PLACE_PROVIDER', [
  { from: first, to: 2025, codes: 'T0 T1 T2 T3 T4 Z1' },
  { from: 2026, to: newest, codes: 'T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14' },
])
