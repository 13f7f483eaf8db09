/** Every reader that takes files from outside, as one function each: it must give a value, whatever it is given. */
import { knowFile } from '../../src/core/documents/kinds.ts'
import { safeName } from '../../src/core/documents/names.ts'
import { readCensus } from '../../src/imports/cin-census/census.ts'
import { readOfsted } from '../../src/insight/ofsted/reading.ts'
import { readEpisodes } from '../../src/insight/placements/reading.ts'
import { readPublished } from '../../src/insight/published/forms.ts'
import { checkCin } from '../../src/returns/cin-census/index.ts'
import { mend } from '../../src/returns/mend/index.ts'
import type { GivenFile } from '../../src/returns/reading/files.ts'
import { written } from '../../src/returns/report/write.ts'
import { checkSen2 } from '../../src/returns/sen2/index.ts'
import { check903 } from '../../src/returns/ssda903/index.ts'

export type ReaderName = keyof typeof readers

/** A report is made from beginning to end, as the command writes it. */
const toTheEnd = (lines: Iterable<string>): void => {
  let at = 0
  for (const line of lines) {
    at += line.length
    if (at > 4 * 1024 * 1024) return
  }
}

export const readers = {
  'returns check ssda903': (file: GivenFile) =>
    toTheEnd(written(check903({ files: [file], providers: file, postcodes: file }, { year: 2026 }), 'csv')),
  'returns check cin': (file: GivenFile) => toTheEnd(written(checkCin([file], { year: 2026 }), 'json')),
  'returns check sen2': (file: GivenFile) => toTheEnd(written(checkSen2([file], { year: 2026 }), 'text')),
  'returns mend ssda903': (file: GivenFile) => mend('ssda903', [file], 2026),
  'returns mend cin': (file: GivenFile) => mend('cin', [file], 2026),
  'import cin': readCensus,
  'import comparators': readPublished,
  'import ofsted': readOfsted,
  'import ssda903': readEpisodes,
  upload: ({ name, bytes }: GivenFile) => {
    const known = knowFile(bytes)
    return safeName(name, 'endings' in known ? known.endings : [''])
  },
} as const

/** The readers that a kind of file is meant for; a workbook and a polyglot go to all. */
export const readersOf: Readonly<Record<Kind, readonly ReaderName[]>> = {
  csv: [
    'returns check ssda903',
    'returns mend ssda903',
    'import comparators',
    'import ofsted',
    'import ssda903',
    'upload',
  ],
  xml: ['returns check ssda903', 'returns check cin', 'returns check sen2', 'returns mend cin', 'import cin', 'upload'],
  workbook: [
    'returns check ssda903',
    'returns mend ssda903',
    'import comparators',
    'import ofsted',
    'import ssda903',
    'upload',
  ],
  zip: ['returns check ssda903', 'import comparators', 'import ofsted', 'upload'],
  image: ['upload', 'import comparators', 'returns check cin'],
}

export type Kind = 'csv' | 'xml' | 'workbook' | 'zip' | 'image'
