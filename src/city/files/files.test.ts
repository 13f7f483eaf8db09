import { expect, test } from 'vitest'
import { day } from '../../core/calendar/index.ts'
import { readOfsted } from '../../insight/ofsted/reading.ts'
import { threeOrMoreOf } from '../../insight/placements/counting.ts'
import { readEpisodes } from '../../insight/placements/reading.ts'
import { makeSchools } from '../population/index.ts'
import { inspectionsFile } from './inspections.ts'
import { placementsFiles } from './placements.ts'

const asAt = day('2026-11-23')

test('every school that is inspected stands in the file, and all of it is read', () => {
  const schools = makeSchools(1, 1)
  const read = readOfsted(inspectionsFile(schools, { seed: 1, asAt, authority: '331' }))
  if (!read.ok || read.value.kind !== 'schools') throw new Error('not read as schools')
  expect(read.value).toMatchObject({ asAt, refused: [], notes: [] })
  expect(read.value.schools).toHaveLength(schools.filter(({ phase }) => phase !== 'sixteenPlus').length)
  expect(new Set(read.value.schools.map(({ authority }) => authority))).toEqual(new Set(['331']))
  const eras = read.value.schools.flatMap(({ inspections }) => inspections.map(({ era }) => era))
  expect(new Set(eras)).toEqual(new Set(['grades', 'key-judgements']))
})

test('each file of placements is its own year, all of it is read, and some children moved often', () => {
  const years = placementsFiles(1, asAt, 1).map((file) => {
    const read = readEpisodes(file)
    if (!read.ok || read.value === null) throw new Error(`${file.name} has no episodes`)
    expect(read.value.refused).toEqual([])
    return threeOrMoreOf(read.value.episodes, read.value.ending)
  })
  expect(years.map(({ ending }) => ending)).toEqual(
    ['2022-03-31', '2023-03-31', '2024-03-31', '2025-03-31', '2026-03-31'].map(day),
  )
  for (const { children, threeOrMore } of years) {
    expect(children).toBeGreaterThan(600)
    expect(children).toBeLessThan(1000)
    expect(threeOrMore / children).toBeGreaterThan(0.04)
    expect(threeOrMore / children).toBeLessThan(0.16)
  }
})

test('in the smallest city each file is still its own year, whatever the seed', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const endings = placementsFiles(seed, asAt, 0.01).map((file) => {
      const read = readEpisodes(file)
      return read.ok ? read.value?.ending : read.says
    })
    expect(endings).toEqual(['2022-03-31', '2023-03-31', '2024-03-31', '2025-03-31', '2026-03-31'])
  }
})
