import { describe, expect, test } from 'vitest'
import {
  type Duration,
  days,
  englishCalendars,
  hours,
  hubHours,
  moment,
  months,
  weeks,
  workingDays,
} from '../calendar/index.ts'
import { register } from '../people/register.ts'
import { birthday, by, type Clock, clock, each, first, last, local, thatLedTo } from './clock.ts'
import { recordOf } from './entries.test-help.ts'
import { day, line, moment as momentField, oneOf } from './field.ts'
import { foldWithClocks } from './folded.ts'
import { assemble, type House } from './house.ts'
import { type ClockInstance, metInTime } from './instances.ts'
import { pathway } from './pathway.ts'
import { step } from './step.ts'

const colours = { red: 'Red', amber: 'Amber', green: 'Green' }
const steps = {
  asked: step(
    'Asked',
    {
      asked: day('Asked'),
      at: momentField('At', { optional: true }),
      colour: oneOf('Colour', colours),
      agency: line('Agency'),
    },
    { repeats: true, on: 'asked' },
  ),
  answered: step(
    'Answered',
    { answered: day('Answered'), at: momentField('At', { optional: true }), agency: line('Agency') },
    { after: { asked: {} }, repeats: true, on: 'answered' },
  ),
  signed: step('Signed', { made: day('Made') }, { after: { asked: {} }, repeats: true, authorisedBy: 'team manager' }),
  held: step('On hold', { from: day('From') }, { after: { asked: {} }, repeats: true }),
  resumed: step('Resumed', { on: day('On') }, { after: { asked: {} }, repeats: true }),
  ended: step(
    'Ended',
    { ended: day('Ended'), how: oneOf('How', { all: 'All', part: 'Part' }) },
    { after: { asked: {} }, repeats: true, closes: { how: 'all' } },
  ),
}
const law = { since: '2010-03-01', authority: 'An Act' } as const

function houseWith(one: Clock, setting?: House['setting']): House {
  const built = pathway({
    id: 'work',
    title: 'Work',
    episode: 'piece',
    about: 'child',
    law: ['An Act'],
    steps,
    states: { running: { from: { asked: { colour: 'red' } }, until: { ended: {} } } },
    clocks: { it: one as never },
  })
  return assemble({
    pathways: [register, built],
    handovers: [],
    calendars: englishCalendars,
    ...(setting && { setting }),
  })
}

type Tell = (record: ReturnType<typeof recordOf>) => void
const colour = 'amber'

function run(one: Clock, tell: Tell, setting?: House['setting']): readonly ClockInstance[] {
  const house = houseWith(one, setting)
  const record = recordOf('work')
  tell(record)
  return foldWithClocks(house, 1, record.entries).clocks.map(({ instance }) => instance)
}
const brief = (list: readonly ClockInstance[]) => list.map(({ from, due, met }) => [from, due, met])

describe('what starts a clock', () => {
  const tell: Tell = (r) => {
    r.tell('asked', { asked: '2024-03-04', colour, agency: 'a' })
    r.tell('asked', { asked: '2024-03-11', colour: 'red', agency: 'b' })
    r.tell('signed', { made: '2024-03-20' })
  }
  const started = (from: Clock['from']) =>
    run(clock('C', { from, to: 'answered', within: days(10), ...law } as never), tell).map((one) => one.from)

  test('each, the first, the last, with an answer, and that which led to', () => {
    expect(started('asked.asked')).toEqual(['2024-03-04', '2024-03-11'])
    expect(started(each('asked.asked', { colour: 'red' }))).toEqual(['2024-03-11'])
    expect(started(first('asked.asked'))).toEqual(['2024-03-04'])
    expect(started(last('asked.asked'))).toEqual(['2024-03-11'])
    expect(started(thatLedTo('signed', 'asked.asked'))).toEqual(['2024-03-11'])
  })

  test('a step that needs a signature starts it when it is authorised, a returned one not at all', () => {
    const one = clock('C', { from: 'signed', to: 'answered', within: days(10), ...law }) as unknown as Clock
    expect(
      brief(
        run(one, (r) => {
          r.tell('asked', { asked: '2024-03-04', colour, agency: 'a' })
          r.authorise(r.tell('signed', { made: '2024-03-06' }), { on: '2024-03-12' })
          r.giveBack(r.tell('signed', { made: '2024-03-14' }), { on: '2024-03-15' })
        }),
      ),
    ).toEqual([['2024-03-12', '2024-03-22', null]])
  })

  test('a birthday starts one if it falls within the episode', () => {
    const one = clock('C', { from: birthday(16), to: 'answered', within: weeks(2), ...law }) as unknown as Clock
    const house = houseWith(one)
    const record = recordOf('person')
    record.tell('registered', { as: 'child', born: '2008-06-15', sex: 'F' }, { day: null })
    record.tell('asked', { asked: '2024-03-04', colour, agency: 'a' }, { pathway: 'work', episode: null })
    record.tell('asked', { asked: '2024-07-01', colour, agency: 'a' }, { pathway: 'work', episode: null })
    const { clocks } = foldWithClocks(house, 1, record.entries)
    expect(brief(clocks.map(({ instance }) => instance))).toEqual([['2024-06-15', '2024-06-29', null]])
  })
})

describe('what stops it', () => {
  const asking = (within: Duration, more: object = {}) =>
    clock('C', { from: 'asked.asked', to: 'answered.answered', within, ...law, ...more } as never) as unknown as Clock

  test('the first event after it, each event stopping one only; in time or not', () => {
    const instances = run(asking(workingDays(5)), (r) => {
      r.tell('asked', { asked: '2024-03-04', colour, agency: 'a' })
      r.tell('asked', { asked: '2024-03-05', colour, agency: 'b' })
      r.tell('answered', { answered: '2024-03-11', agency: 'a' })
      r.tell('answered', { answered: '2024-03-13', agency: 'b' })
    })
    expect(brief(instances)).toEqual([
      ['2024-03-04', '2024-03-11', '2024-03-11'],
      ['2024-03-05', '2024-03-12', '2024-03-13'],
    ])
    expect(instances.map(metInTime)).toEqual([true, false])
    expect(instances.map(({ n, startedBy, metBy }) => [n, startedBy, metBy])).toEqual([
      [1, 1, 3],
      [2, 2, 4],
    ])
  })

  test('an event of before it does not', () => {
    const instances = run(asking(days(5)), (r) => {
      r.tell('asked', { asked: '2024-03-04', colour, agency: 'a' })
      r.tell('answered', { answered: '2024-03-01', agency: 'a' }, { on: '2024-03-06' })
    })
    expect(instances).toMatchObject([{ met: null, void: null }])
    expect(metInTime(instances[0]!)).toBeUndefined()
  })

  test('its own pair only, where it is paired', () => {
    const paired = asking(days(5), { pairedBy: 'agency' })
    expect(
      brief(
        run(paired, (r) => {
          r.tell('asked', { asked: '2024-03-04', colour, agency: 'police' })
          r.tell('asked', { asked: '2024-03-04', colour, agency: 'health' })
          r.tell('answered', { answered: '2024-03-05', agency: 'health' })
        }),
      ),
    ).toEqual([
      ['2024-03-04', '2024-03-09', null],
      ['2024-03-04', '2024-03-09', '2024-03-05'],
    ])
  })

  test('a correction of the day and a withdrawal of the answer are seen at once', () => {
    const told: Tell = (r) => {
      r.tell('asked', { asked: '2024-03-04', colour, agency: 'a' })
      r.tell('answered', { answered: '2024-03-20', agency: 'a' })
    }
    const corrected = run(asking(days(5)), (r) => {
      told(r)
      r.correct(2, 'answered', '2024-03-08')
    })
    expect(corrected.map(metInTime)).toEqual([true])
    const withdrawn = run(asking(days(5)), (r) => {
      told(r)
      r.withdraw(2)
    })
    expect(withdrawn).toMatchObject([{ met: null }])
  })

  test('a visit at which the child was not seen stops nothing', () => {
    const seen = clock('C', {
      from: 'asked.asked',
      to: each('visit.visited', { seen: 'yes' }),
      within: days(5),
      ...law,
    })
    expect(
      brief(
        run(seen as unknown as Clock, (r) => {
          r.tell('asked', { asked: '2024-03-04', colour, agency: 'a' })
          r.tell('visit', { visited: '2024-03-05', seen: 'no', whyNot: 'Out' })
          r.tell('visit', { visited: '2024-03-07', seen: 'yes' })
        }),
      ),
    ).toEqual([['2024-03-04', '2024-03-09', '2024-03-07']])
  })

  test('the closing of the episode, the end of the state and an answer that ends it make it void', () => {
    const ask: Tell = (r) => {
      r.tell('asked', { asked: '2024-03-04', colour: 'red', agency: 'a' })
      r.tell('ended', { ended: '2024-03-06', how: 'part' })
    }
    const close: Tell = (r) => {
      ask(r)
      r.tell('ended', { ended: '2024-03-07', how: 'all' })
    }
    expect(run(asking(days(9)), close)).toMatchObject([{ met: null, void: '2024-03-07' }])
    expect(run(asking(days(9)), ask)).toMatchObject([{ void: null }])
    expect(run(asking(days(9), { while: 'running' }), ask)).toMatchObject([{ void: '2024-03-06' }])
    expect(run(asking(days(9), { endedBy: { ended: { how: 'part' } } }), ask)).toMatchObject([{ void: '2024-03-06' }])
    // Answered too late for it to count: it had fallen away.
    const late = run(asking(days(9)), (r) => {
      close(r)
      r.tell('answered', { answered: '2024-03-08', agency: 'a' })
    })
    expect(late).toMatchObject([{ met: null, void: '2024-03-07' }])
  })

  test('outside its state it does not start', () => {
    const tell: Tell = (r) => r.tell('asked', { asked: '2024-03-04', colour, agency: 'a' })
    expect(run(asking(days(9), { while: 'running' }), tell)).toEqual([])
  })
})

describe('how long', () => {
  const ask =
    (on = '2024-03-04', answers: object = {}): Tell =>
    (r) =>
      r.tell('asked', { asked: on, colour, agency: 'a', ...answers })
  const asking = (within: Clock['within'], more: object = {}) =>
    clock('C', { from: 'asked.asked', to: 'answered.answered', within, ...law, ...more } as never) as unknown as Clock
  const due = (one: Clock, tell: Tell, setting?: House['setting']) => run(one, tell, setting).map((i) => i.due)

  test('again and again, counted from the day it was met', () => {
    const instances = run(asking(months(3), { thenEvery: months(6) }), (r) => {
      ask()(r)
      r.tell('answered', { answered: '2024-05-20', agency: 'a' })
      r.tell('answered', { answered: '2024-12-01', agency: 'a' })
    })
    expect(brief(instances)).toEqual([
      ['2024-03-04', '2024-06-04', '2024-05-20'],
      ['2024-05-20', '2024-11-20', '2024-12-01'],
      ['2024-12-01', '2025-06-01', null],
    ])
    expect(instances.map(metInTime)).toEqual([true, false, undefined])
  })

  test('by the answer of what started it; without that answer there is none', () => {
    const limits = by('colour', { red: days(1), amber: days(2) })
    expect(due(asking(limits), ask())).toEqual(['2024-03-06'])
    expect(due(asking(limits), ask(undefined, { colour: 'red' }))).toEqual(['2024-03-05'])
    expect(due(asking(limits), ask(undefined, { colour: 'green' }))).toEqual([])
  })

  test('as the council set it on that day, or as the definition says', () => {
    const one = asking(local('work.answer', days(3)))
    expect(due(one, ask())).toEqual(['2024-03-07'])
    const setting: House['setting'] = (key, on) => (key === 'work.answer' && on >= '2024-03-05' ? days(1) : undefined)
    expect(due(one, ask('2024-03-04'), setting)).toEqual(['2024-03-07'])
    expect(due(one, ask('2024-03-05'), setting)).toEqual(['2024-03-06'])
  })

  test('by the rule in force on the day it started, and none before any rule', () => {
    const one = asking(workingDays(45), {
      since: '2013-04-15',
      earlier: [{ since: '2001-04-01', until: '2013-04-14', within: workingDays(35), authority: 'Older guidance' }],
    })
    expect(due(one, ask('2013-04-12'))).toEqual(['2013-06-04'])
    expect(due(one, ask('2013-04-15'))).toEqual(['2013-06-19'])
    expect(due(one, ask('2000-01-05'))).toEqual([])
  })

  test('a pause moves the due day by as long as it lasted; an open one leaves none', () => {
    const pausing = asking(days(10), { pauses: [{ from: 'held.from', until: 'resumed.on', reason: 'Abroad' }] })
    const hold: Tell = (r) => {
      ask()(r)
      r.tell('held', { from: '2024-03-06' })
    }
    expect(due(pausing, hold)).toEqual([null])
    expect(
      due(pausing, (r) => {
        hold(r)
        r.tell('resumed', { on: '2024-03-09' })
      }),
    ).toEqual(['2024-03-17'])
  })

  test('hours run on the wall, hub hours while the front door is open, a red one past closing', () => {
    const at = (text: string, more: object = {}) => ask('2024-03-08', { at: moment(text), ...more })
    const hourly = (within: Clock['within'], more: object = {}) =>
      clock('C', { from: 'asked.at', to: 'answered.at', within, ...law, ...more } as never) as unknown as Clock
    const dueAt = (one: Clock, tell: Tell) => run(one, tell).map((i) => i.dueAt)
    const friday = '2024-03-08T16:00:00.000Z'
    expect(dueAt(hourly(hours(24)), at(friday))).toEqual(['2024-03-09T16:00:00.000Z'])
    expect(dueAt(hourly(hubHours(4)), at(friday))).toEqual(['2024-03-11T12:00:00.000Z'])
    const red = hourly(hubHours(4), { runsOn: { colour: 'red' } })
    expect(dueAt(red, at(friday, { colour: 'red' }))).toEqual(['2024-03-08T20:00:00.000Z'])
    expect(dueAt(red, at(friday))).toEqual(['2024-03-11T12:00:00.000Z'])
    const answered = run(hourly(hubHours(4)), (r) => {
      at(friday)(r)
      r.tell('answered', { answered: '2024-03-11', at: '2024-03-11T12:30:00.000Z', agency: 'a' })
    })
    expect(answered).toMatchObject([{ fromAt: friday, met: '2024-03-11', metAt: '2024-03-11T12:30:00.000Z' }])
    expect(answered.map(metInTime)).toEqual([false])
  })

  test('what rests on bank holidays not yet published says so', () => {
    const provisional = (on: string, within: Duration) => run(asking(within), ask(on)).map((i) => i.provisional)
    expect(provisional('2024-03-04', workingDays(5))).toEqual([false])
    expect(provisional('2030-03-04', workingDays(5))).toEqual([true])
    expect(provisional('2030-03-04', days(5))).toEqual([false])
  })
})
