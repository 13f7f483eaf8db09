import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessment, childIdOf, childrenAtWork } from '../support/children-at-work.ts'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let made: ReturnType<typeof childrenAtWork>
beforeAll(async () => {
  web = await startWeb('2026-11-23T10:00:00.000Z')
  await web.services.pool.query(
    `insert into worker (id, forename, surname, role, team, demo, since) values
       (5, 'Odile', 'Farrow', 'team manager', 1, true, '2020-01-01'),
       (6, 'Piet', 'Sorley', 'director', null, true, '2020-01-01')`,
  )
  await web.services.directory.refresh()
  made = childrenAtWork(web)
})
afterAll(() => web?.close())

const second = 5
const director = 6

/** What a reader sees: no tags, one space. */
const words = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('before anything is recorded, every page says so and says where to go', () => {
  test.each([
    ['/', 'No child is allocated to you'],
    ['/front-door', 'Every contact has been decided'],
    ['/team', 'Every open piece of work of this team has a worker'],
    ['/sign-off', 'Nothing of North waits for your signature'],
    ['/services', 'What is open in each service?'],
    ['/services/children-in-need', 'Nothing is open'],
    ['/drafts', 'You have no drafts'],
    ['/overdue', 'Nothing is overdue in North'],
  ])('%s', async (path, says) => {
    const { get } = await signIn(web, staff.social)
    const page = await get(path)
    expect(page.statusCode).toBe(200)
    expect(words(page.body)).toContain(says)
    expect(page.body.match(/<h1/g)).toHaveLength(1)
  })

  test('people without a caseload are told what they do', async () => {
    const leader = await signIn(web, director)
    const said = words((await leader.get('/')).body)
    expect(said).toContain('Teams : who carries what')
    expect(words((await leader.get('/team')).body)).toContain('Every team: who carries what')
    expect(said).toMatch(/Across the council now .*Child protection 0 0 0/)
  })

  test('an address that names nothing is not found', async () => {
    const { get } = await signIn(web, staff.manager)
    for (const path of [
      '/services/nothing',
      '/services/person',
      '/sign-off/X/3',
      '/overdue/X/1/visit/1',
      '/drafts/x/delete',
    ])
      expect((await get(path)).statusCode, path).toBe(404)
  })
})

describe('the front door', () => {
  beforeAll(async () => {
    await Promise.all([
      made.register(31, 'Wren', 3),
      made.register(32, 'Rowan', 3, '2021-02-01'),
      made.register(33, 'Linnet', 4),
      made.register(34, 'Merle', 5),
    ])
    await made.contact([33], '2026-03-02T09:00:00.000Z')
    const [[, old]] = [...(await made.episodesOf('mash', [33]))] as [[number, number]]
    await made.step(
      'mash',
      'decision',
      new Map([[33, old]]),
      { decided: '2026-03-02T12:00:00.000Z', outcome: 'advice', reason: 'Advice given', referrerTold: 'yes' },
      3,
      '2026-03-02T12:00:00.000Z',
    )
    await made.contact([31, 32], '2026-11-23T08:30:00.000Z', {
      kind: 'domesticAbuse',
      incident: 'AB/4711',
      riskLevel: 'high',
      worry: 'Police were called at two in the morning and found both children awake on the stairs alone',
    })
    await made.contact([33], '2026-11-20T10:00:00.000Z', { worry: 'Hungry at school' })
    await made.contact([34], '2026-11-22T20:00:00.000Z', { takenBy: 'evening', worry: 'Left alone' })
    const merle = await made.episodesOf('mash', [34])
    await made.step(
      'mash',
      'screening',
      merle,
      {
        screened: '2026-11-23T09:00:00.000Z',
        rating: 'red',
        threshold: 'statutory',
        agreement: 'notSought',
        whyNotSought: 'More risk',
        basis: 'vital',
        reason: 'Aged eight and alone',
      },
      3,
      '2026-11-23T09:00:00.000Z',
    )
    await made.step(
      'mash',
      'agencyCheck',
      merle,
      { requested: '2026-11-23T09:05:00.000Z', agency: 'police', rating: 'red', question: 'Any call-outs?' },
      3,
      '2026-11-23T09:05:00.000Z',
    )
  })

  test('contacts stand by urgency, a row an act, with the worry cut to a dozen words and what is known', async () => {
    const { get } = await signIn(web, staff.mash)
    const page = await get('/front-door')
    const said = words(page.body)
    expect(said).toContain('3 contacts about 4 children without a decision')
    const order = ['Merle', 'Hungry at school', 'Police were called'].map((name) => said.indexOf(name))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(said).toContain('Police were called at two in the morning and found both children …')
    expect(said).toContain('1 earlier contact in twelve months')
    expect(said).toContain('Red')
    // Brothers and sisters on one contact are decided together.
    expect(page.body).toMatch(new RegExp(`/record/mash/decision\\?episode=\\d+&amp;with=\\w+,${childIdOf(32)}`))
  })

  test('agency checks stand by agency, the night’s contacts wait to be read, notices are grouped by incident', async () => {
    const { get } = await signIn(web, staff.mash)
    const said = words((await get('/front-door')).body)
    expect(said).toContain('1 check asked of 1 agency')
    expect(said).toContain('Police 1 0 Merle Ashdown')
    expect(said).toMatch(/From the evening team, not yet read .*Left alone .*Mark as read/)
    expect(said).toContain('1 incident with 2 children since midnight')
    expect(said).toContain('AB/4711')
  })

  test('a red check keeps running when the hub has closed, and the page says so', async () => {
    web.setNow('2026-11-23T19:00:00.000Z')
    const { get } = await signIn(web, staff.mash)
    const said = words((await get('/front-door')).body)
    web.setNow('2026-11-23T10:00:00.000Z')
    expect(said).toContain('The hub is closed')
    expect(said).toContain('running although the hub is closed')
  })

  test('a decided contact leaves the list; a decided notice stays among today’s', async () => {
    const [[, episode]] = [...(await made.episodesOf('mash', [31]))] as [[number, number]]
    await made.step(
      'mash',
      'decision',
      new Map([[31, episode]]),
      { decided: '2026-11-23T09:30:00.000Z', outcome: 'referral', reason: 'Needs assessing', referrerTold: 'yes' },
      3,
      '2026-11-23T09:30:00.000Z',
    )
    const { get } = await signIn(web, staff.mash)
    const said = words((await get('/front-door')).body)
    expect(said).toContain('3 contacts about 3 children')
    expect(said).toContain('Referral to children’s social care, Not yet')
    expect(said).toContain('Referrals that nobody has yet')
  })
})

describe('a team’s work', () => {
  beforeAll(async () => {
    await Promise.all([
      made.register(41, 'Ada', 8),
      made.register(42, 'Basil', 8, '2020-01-10'),
      made.register(43, 'Cleo', 9),
    ])
    await made.referral([41, 42], '2026-11-16')
    await made.referral([43], '2026-09-01')
  })

  test('unallocated work is given to a worker for all of a family at once; what is missing is asked for, nothing is lost', async () => {
    const { get, post } = await signIn(web, staff.manager)
    const board = await get('/team')
    expect(words(board.body)).toContain('Ada Ashdown')
    const address = `/team/allocate/${childIdOf(41)}/children-in-need`
    expect(board.body).toContain(address)
    const form = await get(address)
    const wrong = await post(address, [...hidden(form.body), ['about', '42'], ['why', 'Knows the school']])
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Choose who takes this on')
    expect(wrong.body).toContain('value="Knows the school"')
    expect(wrong.body).toMatch(/value="42"[^>]*checked/)
    expect(wrong.body).not.toMatch(/value="41"[^>]*checked/)
    const given: [string, string][] = [...hidden(form.body), ['about', '41'], ['about', '42'], ['worker', '1']]
    const right = await post(address, given)
    expect(right.statusCode).toBe(303)
    expect((await post(address, given)).statusCode).toBe(200)
    const { rows } = await web.services.pool.query(
      'select record, worker, team from allocation where record in (41, 42) order by record',
    )
    expect(rows).toEqual([
      { record: 41, worker: 1, team: 1 },
      { record: 42, worker: 1, team: 1 },
    ])
  })

  test('the board says who carries what, and home sends a manager to what waits', async () => {
    const { get } = await signIn(web, staff.manager)
    expect(words((await get('/')).body)).toMatch(/What falls to a team manager .*North now .*Overdue 2/)
    expect(words((await get('/team')).body)).toContain('Tamsin Orrell social worker 2 1 2')
  })

  test('home has a row a family, the least time left first, and one click to visit them all', async () => {
    await made.allocate('children-in-need', [43], staff.social, '2026-09-02')
    const { get } = await signIn(web, staff.social)
    const page = await get('/')
    const said = words(page.body)
    expect(said).toContain('3 children in 2 families')
    expect(said.indexOf('Cleo')).toBeLessThan(said.indexOf('Basil'))
    expect(said).toContain('All seen since: not yet')
    expect(page.body).toMatch(new RegExp(`visit\\?episode=\\d+&amp;with=${childIdOf(41)},${childIdOf(42)}`))
    expect(page.body).toContain('What is due today and on the next four working days')
  })

  test('a service’s caseload filters and pages, and says when a choice leaves nothing', async () => {
    const { get } = await signIn(web, staff.manager)
    const all = words((await get('/services/children-in-need')).body)
    expect(all).toContain('4 open referrals')
    expect(words((await get('/services/children-in-need?team=1&overdue=yes')).body)).toContain(
      '3 open referrals as you chose',
    )
    expect(words((await get('/services/children-in-need?state=planOpen')).body)).toContain(
      'Nothing that is open is as you chose',
    )
    expect(words((await get('/services/children-in-need?page=9')).body)).toContain('There is no page 9')
    expect(words((await get('/services')).body)).toContain('Children in need 4 4')
  })

  test('overdue work stands with its reason, which is recorded from the list', async () => {
    const { get, post } = await signIn(web, staff.manager)
    const list = await get('/overdue')
    expect(words(list.body)).toContain('No reason given')
    const address = list.body.match(/\/overdue\/[^"]+\/referralDecision\/1/)![0]
    const form = await get(address)
    expect(words(form.body)).toContain('Decision on the referral')
    const wrong = await post(address, [...hidden(form.body), ['explanation', 'Family away']])
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Family away')
    const right = await post(address, [
      ...hidden(form.body),
      ['reason', 'family'],
      ['explanation', 'Family away until Monday'],
    ])
    expect(right.statusCode).toBe(303)
    expect(words((await get('/overdue')).body)).toContain('Family away until Monday (23')
  })
})

describe('signing off', () => {
  const address = (positions: ReadonlyMap<number, number>, record: number) =>
    `/sign-off/${childIdOf(record)}/${positions.get(record)}`
  let positions: Map<number, number>
  beforeAll(async () => {
    positions = await made.assess([41, 42], ['2026-11-17', '2026-11-20'], staff.social)
  })

  test('the list has a row for brothers and sisters together, with the clock that presses', async () => {
    const { get } = await signIn(web, staff.manager)
    const said = words((await get('/sign-off')).body)
    expect(said).toContain('1 piece of work of North')
    expect(said).toMatch(/Child and family assessment.* Ada Ashdown.* Basil Ashdown.* Tamsin Orrell.* by \d+ Jan/)
  })

  test('one’s own work is refused with the sentence, also when it is posted', async () => {
    const { get, post } = await signIn(web, staff.social)
    const page = await get(address(positions, 41))
    expect(words(page.body)).toContain('You recorded this yourself, so someone else must sign it off.')
    expect(page.body).not.toContain('name="ruling"')
    const token = hidden(page.body).filter(([name]) => name === 'token')
    const posted = await post(address(positions, 41), [
      ...token,
      ['key', randomUUID()],
      ['ruling', 'authorise'],
      ['about', '41'],
    ])
    expect(posted.statusCode).toBe(403)
    expect(words(posted.body)).toContain('You recorded this yourself')
  })

  test('a return needs a reason; what was chosen is kept', async () => {
    const { get, post } = await signIn(web, staff.manager)
    const page = await get(address(positions, 41))
    const said = words(page.body)
    expect(said).toContain('it stops the clock “Assessment authorised”')
    expect(said).toContain('Every question was answered.')
    const wrong = await post(address(positions, 41), [...hidden(page.body), ['about', '42'], ['ruling', 'return']])
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Enter what needs to change')
    expect(wrong.body).toMatch(/value="return"[^>]*checked/)
    const right = await post(address(positions, 41), [
      ...hidden(page.body),
      ['about', '41'],
      ['about', '42'],
      ['ruling', 'return'],
      ['reason', 'Say what the school thinks'],
    ])
    expect(right.statusCode).toBe(303)
    expect(words((await get('/team')).body)).toMatch(/Returned and not yet sent again .*Ada Ashdown.*Tamsin Orrell/)
    const { get: home } = await signIn(web, staff.social)
    expect(words((await home('/')).body)).toContain('Returned Child and family assessment, Ada Ashdown')
  })

  test('sent again, it says what changed; signed by one manager, the other is told', async () => {
    const on = await made.episodesOf('children-in-need', [41, 42])
    const again = { ...assessment('2026-11-20'), analysis: 'School and home agree.' }
    const entries = await made.step(
      'children-in-need',
      'assessment',
      on,
      again,
      staff.social,
      '2026-11-23T09:00:00.000Z',
    )
    const sent = new Map(entries.map((entry) => [entry.record, entry.position]))
    const [one, two] = [await signIn(web, staff.manager), await signIn(web, second)]
    const [first, other] = [await one.get(address(sent, 41)), await two.get(address(sent, 41))]
    expect(words(first.body)).toMatch(
      /returned it on .*: Say what the school thinks .*Analysis.*Help is needed at home. School and home agree./,
    )
    const ruling: [string, string][] = [
      ['about', '41'],
      ['about', '42'],
      ['ruling', 'authorise'],
    ]
    const signed = await one.post(address(sent, 41), [...hidden(first.body), ...ruling])
    expect(signed.statusCode).toBe(303)
    expect(signed.headers.location).toBe('/sign-off')
    const late = await two.post(address(sent, 41), [...hidden(other.body), ...ruling])
    expect(late.statusCode).toBe(409)
    expect(words(late.body)).toContain('Idris Calloway signed it off on')
    const twice = await one.post(address(sent, 41), [...hidden(first.body), ...ruling])
    expect(twice.statusCode).toBe(303)
    const { rows } = await web.services.pool.query(
      `select count(*)::int as signed from entry where step = 'signOff' and record = 41`,
    )
    expect(rows).toEqual([{ signed: 2 }])
  })

  test('after a decision comes the next piece of work', async () => {
    const [early, late] = [
      await made.assess([43], ['2026-09-02', '2026-11-10'], staff.social),
      await made.assess([31], ['2026-11-23', '2026-11-23'], staff.social),
    ]
    const { get, post } = await signIn(web, staff.manager)
    const page = await get(address(early, 43))
    const signed = await post(address(early, 43), [...hidden(page.body), ['ruling', 'authorise']])
    expect(signed.headers.location).toBe(address(late, 31))
  })
})

describe('drafts', () => {
  test('are resumed, and deleted after being asked', async () => {
    const { get, post } = await signIn(web, staff.social)
    const [[, episode]] = [...(await made.episodesOf('children-in-need', [43]))] as [[number, number]]
    const address = `/children/${childIdOf(43)}/record/children-in-need/caseNote?episode=${episode}`
    const form = await get(address)
    await post(address, [...hidden(form.body), ['note', 'Half a thou'], ['do', 'draft']])
    const list = await get('/drafts')
    expect(words(list.body)).toContain('Case note, Cleo Ashdown')
    expect(words((await get('/')).body)).toContain('Case note, Cleo Ashdown')
    const resume = list.body.match(/href="([^"]+draft=[^"]+)"/)![1]!.replaceAll('&amp;', '&')
    expect((await get(resume)).body).toContain('Half a thou')
    const remove = list.body.match(/\/drafts\/[^"]+\/delete/)![0]
    const other = await signIn(web, staff.manager)
    expect((await other.get(remove)).statusCode).toBe(404)
    const asked = await get(remove)
    expect(asked.body).toContain('Delete this draft?')
    await post(remove, hidden(asked.body))
    expect(words((await get('/drafts')).body)).toContain('You have no drafts')
  })
})

describe('who chairs', () => {
  test('sees what falls to a chair for their own, and the conferences that are not theirs yet', async () => {
    await made.register(71, 'Dot', 31)
    await made.register(72, 'Ezra', 32)
    const notice = { notified: '2026-11-12', council: 'Northmoor', category: 'NEG' }
    for (const record of [71, 72])
      await made.step(
        'child-protection',
        'transferIn',
        new Map([[record, null]]),
        notice,
        staff.social,
        '2026-11-12T12:00:00.000Z',
      )
    const mine = await made.episodesOf('child-protection', [71])
    const chair = { from: '2026-11-17', team: 1, worker: staff.chair, role: 'chair' }
    await made.step('child-protection', 'allocation', mine, chair, 2, '2026-11-17T12:00:00.000Z')
    const { get } = await signIn(web, staff.chair)
    const said = words((await get('/')).body)
    expect(said).toMatch(/Dot Ashdown .*as conference chair .*Transfer-in conference held.* by 3 Dec 2026/)
    expect(said).toMatch(/Not allocated to you.* 1 sitting for 1 child.*Ezra Ashdown/)
    expect(said).toContain('What falls to a conference chair')
    expect(said).not.toContain('Visit')
  })
})
