/**
 * The code lists of SEN2, each with the census years of its versions.
 * Source: the SEN2 schema of the Department for Education (2024) and its guides to the person level census.
 */
import { codeList } from '../engine/codes.ts'

const first = 2023
const newest = 2027
const always = (name: string, codes: string) => codeList(name, [{ from: first, to: newest, codes }])

export const sexes = codeList('Sex', [
  { from: first, to: 2023, codes: '0 1 2 9 M F U' },
  { from: 2024, to: newest, codes: 'M F U' },
])
export const ethnicGroups = always(
  'Ethnicity',
  'ABAN AIND AOTH APKN BAFR BCRB BOTH CHNE MOTH MWAS MWBA MWBC NOBT OOTH REFU WBRI WIRI WIRT WOTH WROM',
)
export const reasonsForNoUpn = always('UPNunknown', 'UN1 UN2 UN3 UN4 UN5 UN6 UN7 UN8 UN9 UN10')
export const requestSources = codeList('RequestSource', [{ from: 2025, to: newest, codes: '1 2 3 4 5' }])
export const requestOutcomes = always('RequestOutcome', 'Y N A W H')
export const assessmentOutcomes = codeList('AssessmentOutcome', [
  { from: first, to: 2024, codes: 'Y N A W H' },
  { from: 2025, to: newest, codes: 'Y N A W H S' },
])
export const residences = always('PlanRes, Res', 'A B')
export const workPlacements = always('PlanWBP, WBP', 'A T S')
export const directPayments = always('DP', 'E S H I')
export const reasonsForCeasing = always('CeaseReason', '1 2 3 4 5 6 7 8 9')
export const settings = always('SENSetting', 'OLA EHE EYP OPA OTH NEET NIEC NIEO')
export const needs = codeList('SENtype', [
  { from: first, to: 2024, codes: 'SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH' },
  { from: 2025, to: newest, codes: 'SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH' },
])
export const reviewOutcomes = always('ReviewOutcome', 'A C M')
export const managements = always('DMO, DCO', 'Y N R')
export const yesOrNo = always('Week20, RYA and the like', 'Y N 1 0 true false')
export const ranks = always('PlacementRank', '1 2')
