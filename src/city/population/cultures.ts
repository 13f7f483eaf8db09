/**
 * The communities of the invented city: how large each is, its names, its languages and the ethnicity its children are
 * recorded with. The shares are those of a diverse English city of this size, chosen for the demo, not measured.
 */

import type { Ethnicity } from '../../core/people/index.ts'
import { type Weighted, weighted } from '../random.ts'
import { type NameList, type NameLists, nameLists } from './names.ts'

export interface Culture {
  readonly names: NameLists
  readonly ethnicity: Ethnicity
  readonly group: 'white' | 'asian' | 'black' | 'other'
  /** Languages of the home, first the one used most. Empty lists are filled with English. */
  readonly languages: Weighted<readonly string[]>
  /** How often a parent needs an interpreter. */
  readonly interpreter: number
  /** How often parents are married, and then how often the mother takes the father's surname. */
  readonly married: number
  readonly sharesSurname: number
  /** The chance of one child more than other families have, and then of another. */
  readonly largerFamilies: number
  /** How often a partner is of another community. */
  readonly mixes: number
}

const English: readonly string[] = ['English']
const languages = (...pairs: readonly (readonly [language: string, weight: number])[]): Weighted<readonly string[]> =>
  weighted(pairs.map(([language, weight]) => [language === 'English' ? English : [language, 'English'], weight]))

const culture = (
  names: NameList,
  ethnicity: Ethnicity,
  group: Culture['group'],
  spoken: Weighted<readonly string[]>,
  rest: Partial<Pick<Culture, 'interpreter' | 'married' | 'sharesSurname' | 'largerFamilies' | 'mixes'>> = {},
): Culture => ({
  names: nameLists[names],
  ethnicity,
  group,
  languages: spoken,
  interpreter: 0,
  married: 0.5,
  sharesSurname: 0.85,
  largerFamilies: 0,
  mixes: 0.12,
  ...rest,
})

const english = languages(['English', 1])

export const british = culture('british', 'WBRI', 'white', english, { married: 0.46 })

export const cultures: Weighted<Culture> = weighted([
  [british, 47],
  [culture('irish', 'WIRI', 'white', english), 0.9],
  [culture('irish', 'WIRT', 'white', english, { married: 0.8, largerFamilies: 0.2 }), 0.3],
  [
    culture('polish', 'WOTH', 'white', languages(['Polish', 8], ['English', 2]), {
      interpreter: 0.15,
      married: 0.6,
    }),
    5,
  ],
  [culture('romanian', 'WOTH', 'white', languages(['Romanian', 9], ['English', 1]), { interpreter: 0.25 }), 3.2],
  [
    culture('roma', 'WROM', 'white', languages(['Romanes', 5], ['Slovak', 3], ['Romanian', 2]), {
      interpreter: 0.35,
      largerFamilies: 0.2,
    }),
    1,
  ],
  [
    culture('pakistani', 'APKN', 'asian', languages(['English', 5], ['Urdu', 3], ['Panjabi', 3], ['Pashto', 0.5]), {
      interpreter: 0.1,
      married: 0.85,
      sharesSurname: 0.4,
      largerFamilies: 0.13,
    }),
    8,
  ],
  [
    culture('indian', 'AIND', 'asian', languages(['English', 6], ['Panjabi', 4], ['Gujarati', 2], ['Malayalam', 1]), {
      interpreter: 0.06,
      married: 0.88,
      sharesSurname: 0.55,
    }),
    10,
  ],
  [
    culture('bangladeshi', 'ABAN', 'asian', languages(['Bengali', 5], ['Sylheti', 3], ['English', 3]), {
      interpreter: 0.12,
      married: 0.88,
      sharesSurname: 0.2,
      largerFamilies: 0.14,
    }),
    2.6,
  ],
  [culture('indian', 'AOTH', 'asian', languages(['Tamil', 5], ['Nepali', 2], ['English', 3])), 2.4],
  [
    culture('african', 'BAFR', 'black', languages(['English', 6], ['Yoruba', 2], ['Shona', 2], ['Twi', 1]), {
      interpreter: 0.03,
      married: 0.6,
      largerFamilies: 0.06,
    }),
    8,
  ],
  [
    culture('somali', 'BAFR', 'black', languages(['Somali', 8], ['English', 2]), {
      interpreter: 0.2,
      married: 0.75,
      sharesSurname: 0.05,
      largerFamilies: 0.22,
    }),
    2,
  ],
  [culture('caribbean', 'BCRB', 'black', english, { married: 0.3, mixes: 0.5 }), 2],
  [culture('caribbean', 'BOTH', 'black', english, { mixes: 0.4 }), 0.8],
  [culture('chinese', 'CHNE', 'other', languages(['Mandarin', 4], ['Cantonese', 3], ['English', 3])), 1],
  [
    culture('middleEastern', 'OOTH', 'other', languages(['Arabic', 5], ['Kurdish', 3], ['Dari', 2], ['Farsi', 2]), {
      interpreter: 0.3,
      married: 0.8,
      sharesSurname: 0.1,
      largerFamilies: 0.12,
    }),
    4,
  ],
])

/** The ethnicity a child of these parents is recorded with; the mother's where the father is not known. */
export function ethnicityOfChild(mother: Culture, father: Culture | undefined): Ethnicity {
  if (father === undefined || mother.ethnicity === father.ethnicity) return mother.ethnicity
  const white = mother.group === 'white' ? father : father.group === 'white' ? mother : undefined
  if (white === undefined) return 'MOTH'
  if (white.group === 'white') return 'WOTH'
  if (white.group === 'asian') return 'MWAS'
  if (white.ethnicity === 'BCRB') return 'MWBC'
  return white.group === 'black' ? 'MWBA' : 'MOTH'
}
