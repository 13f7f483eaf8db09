import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../core/calendar/index.ts'
import { placementsIn, type ReturnedEpisode, threeOrMoreOf } from './counting.ts'
import { readEpisodes } from './reading.ts'

const ending = day('2022-03-31')
const episode = (
  started: string,
  ended: string,
  reason: string,
  more: Partial<ReturnedEpisode> = {},
): ReturnedEpisode => ({
  child: 'A1',
  started: day(started),
  ended: ended === '' ? null : day(ended),
  reason,
  legalStatus: 'C2',
  placement: 'U4',
  postcode: 'CV1 1AA',
  provider: null,
  ...more,
})

describe('what counts as a placement', () => {
  const first = episode('2020-01-01', '2021-06-01', 'S')
  const cases: readonly (readonly [string, number, readonly ReturnedEpisode[]])[] = [
    ['the one that was open when the year began', 1, [episode('2020-01-01', '', 'S')]],
    ['a move', 2, [first, episode('2021-06-01', '', 'P', { postcode: 'CV2 2BB' })]],
    ['a move with a change of legal status', 2, [first, episode('2021-06-01', '', 'B', { postcode: 'CV2 2BB' })]],
    ['not a change of legal status alone', 1, [first, episode('2021-06-01', '', 'L')]],
    ['not a move with the same carer', 1, [first, episode('2021-06-01', '', 'T', { postcode: 'CV2 2BB' })]],
    ['not such a move with a change of legal status', 1, [first, episode('2021-06-01', '', 'U')]],
    ['not adoption by the present carer', 1, [first, episode('2021-06-01', '', 'B', { placement: 'A5' })]],
    ['adoption by others', 2, [first, episode('2021-06-01', '', 'B', { placement: 'A6' })]],
    [
      'not one that ended before the year began',
      1,
      [episode('2020-01-01', '2021-03-31', 'S'), episode('2021-04-01', '', 'S')],
    ],
    [
      'not a stay in hospital, nor coming back from it',
      1,
      [
        first,
        episode('2021-06-01', '2021-06-20', 'P', { placement: 'T1', postcode: 'CV9 9ZZ' }),
        episode('2021-06-20', '', 'P'),
      ],
    ],
    [
      'going elsewhere after a stay in hospital',
      2,
      [
        first,
        episode('2021-06-01', '2021-06-20', 'P', { placement: 'T1', postcode: 'CV9 9ZZ' }),
        episode('2021-06-20', '', 'P', { postcode: 'CV2 2BB' }),
      ],
    ],
    ['starting again', 2, [first, episode('2021-09-01', '', 'S')]],
  ]
  test.each(cases)('%s: %i', (_, count, history) => {
    expect(placementsIn(history, ending)).toBe(count)
  })
})

test('children are those looked after at the end of the day, short breaks apart', () => {
  const three = [
    episode('2020-01-01', '2021-06-01', 'S'),
    episode('2021-06-01', '2021-08-01', 'P', { postcode: 'CV2 2BB' }),
    episode('2021-08-01', '', 'P', { postcode: 'CV3 3CC' }),
  ]
  const left = three.map((one) => ({ ...one, child: 'B2', ended: one.ended ?? ending }))
  const breaks = three.map((one) => ({ ...one, child: 'C3', legalStatus: 'V4' }))
  const settled = [episode('2020-01-01', '', 'S', { child: 'D4' })]
  expect(threeOrMoreOf([...three, ...left, ...breaks, ...settled], ending)).toEqual({
    ending,
    children: 2,
    threeOrMore: 1,
  })
})

test('neither the order of rows nor a child outside the cohort changes anything', () => {
  const any = fc.record({
    child: fc.constantFrom('A', 'B', 'C'),
    begins: fc.integer({ min: -500, max: 0 }),
    lasts: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
    reason: fc.constantFrom('S', 'L', 'P', 'T', 'B', 'U'),
    placement: fc.constantFrom('U4', 'T1', 'A5', 'K2'),
  })
  // Two episodes of one child never start on one day.
  const unlike = fc.uniqueArray(any, { selector: ({ child, begins }) => `${child} ${begins}` })
  fc.assert(
    fc.property(unlike, (rows) => {
      const episodes = rows.map(({ child, begins, lasts, reason, placement }) => {
        const started = addDays(ending, begins)
        return {
          ...episode(started, '', reason, { child, placement }),
          ended: lasts === null ? null : addDays(started, lasts),
        }
      })
      const counted = threeOrMoreOf(episodes, ending)
      expect(threeOrMoreOf([...episodes].reverse(), ending)).toEqual(counted)
      const gone = episode('2021-05-01', '2022-01-01', 'S', { child: 'Z' })
      expect(threeOrMoreOf([...episodes, gone], ending)).toEqual(counted)
      expect(counted.threeOrMore).toBeLessThanOrEqual(counted.children)
    }),
  )
})

describe('reading a file', () => {
  const head = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
  const good = 'A1,01/05/2021,S,C2,N1,U4,PR1,01/03/2022,X1,,CV1 1AA,CV2 2BB,SC1'
  const given = (text: string, name = 'episodes.csv') => ({ name, bytes: new TextEncoder().encode(text) })

  test('the year is that of most of its days, and a row outside it comes back', () => {
    const late = good.replace('01/05/2021', '01/05/2031').replace('01/03/2022', '')
    const read = readEpisodes(given(`${head}\n${good}\n${late}\n${good.replace('C2', '')}\n`))
    expect(read).toMatchObject({
      ok: true,
      value: {
        ending: '2022-03-31',
        episodes: [{ row: 2, child: 'A1', started: '2021-05-01', ended: '2022-03-01' }],
        refused: [
          { row: 3, column: 'DECOM' },
          { row: 4, column: 'LS', cells: expect.arrayContaining(['A1', 'PR1']) },
        ],
      },
    })
  })

  test('a file without episodes is none of ours to load; a broken one is refused in a sentence', () => {
    expect(
      readEpisodes(given('CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,1,01/01/2010,WBRI,,0,', 'header.csv')),
    ).toEqual({
      ok: true,
      value: null,
    })
    const says = (text: string) => {
      const read = readEpisodes(given(text))
      return read.ok ? 'read' : read.says
    }
    expect(says(`${head}\n${good}\nA2,01/0`)).toContain('it ends in the middle of a row')
    expect(says(head.replace('RNE', 'WHY'))).toContain('lacks the column RNE')
    expect(says('a,b\n1,2\n')).toContain('Nothing of episodes.csv was loaded')
  })
})
