/**
 * The code lists of the children in need census, each with the years (in which the period ends) of its versions.
 * Source: the census schemas of the Department for Education of each year.
 */
import { codeList } from '../engine/codes.ts'

const first = 2017
const newest = 2026
const always = (name: string, codes: string) => codeList(name, [{ from: first, to: newest, codes }])

export const sexes = codeList('Sex', [
  { from: first, to: 2024, codes: '1 2 0 9' },
  { from: 2025, to: newest, codes: 'M F U' },
])
/** The code for a sex that is not known. */
export const sexUnknown = codeList('Sex (unknown)', [
  { from: first, to: 2024, codes: '0' },
  { from: 2025, to: newest, codes: 'U' },
])
export const ethnicGroups = always(
  'Ethnicity',
  'ABAN AIND AOTH APKN BAFR BCRB BOTH CHNE MOTH MWAS MWBA MWBC NOBT OOTH REFU WBRI WIRI WIRT WOTH WROM',
)
export const disabilities = always('Disability', 'NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA')
export const referralSources = always('ReferralSource', '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10')
export const categoriesOfAbuse = always('InitialCategoryOfAbuse, LatestCategoryOfAbuse', 'NEG PHY SAB EMO MUL')
export const primaryNeeds = always('PrimaryNeedCode', 'N1 N2 N3 N4 N5 N6 N7 N8 N9 N0')
export const reasonsForClosure = always('ReasonForClosure', 'RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9')
/** 18A and 19A were replaced in 2024/25 by 18B 18C and 19B 19C; the census goes on to accept them, with a query. */
export const assessmentFactors = always(
  'AssessmentFactors',
  '1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A',
)
