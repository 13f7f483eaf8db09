/**
 * The whole road as people walk it, from a worry at the front door to the end of a child protection plan: each signing
 * in as who they are, with a browser that runs scripts and with one that does not.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { follow, formOn, openSite, press, type Site, shownIn } from '../support/browser.ts'
import { staff, startWeb, type TestWeb } from '../support/web.ts'
import { type Family, registerFamily } from './family.ts'

describe.each([
  { scripts: 'with JavaScript', javaScriptEnabled: true },
  { scripts: 'without JavaScript', javaScriptEnabled: false },
])('from a worry to the end of a plan, $scripts', ({ javaScriptEnabled }) => {
  let web: TestWeb
  let site: Site
  let family: Family
  let windows: Record<keyof typeof staff, Page>

  beforeAll(async () => {
    web = await startWeb()
    site = await openSite(web.app)
    family = await registerFamily(web)
    const open = (worker: number) => site.signedIn(worker, { javaScriptEnabled })
    windows = {
      social: await open(staff.social),
      manager: await open(staff.manager),
      mash: await open(staff.mash),
      chair: await open(staff.chair),
    }
  })
  afterAll(async () => {
    await site?.close()
    await web?.close()
  })

  /** The clock goes on, and whoever was signed out meanwhile signs in again. */
  async function later(now: string): Promise<void> {
    web.setNow(now)
    for (const who of ['social', 'manager', 'mash', 'chair'] as const) await site.again(windows[who], staff[who])
  }

  const childPage = (child = family.wren) => `/children/${child.childId}`

  /** Opens the child’s work in a service by its title, and from there the form of a step by its own. */
  async function begin(page: Page, service: string, step: string, child = family.wren): Promise<void> {
    await page.goto(childPage(child))
    await follow(page, () => page.locator('main').getByRole('link', { name: service, exact: true }).first().click())
    await press(page, step)
    await sees(page, step)
  }
  async function sees(page: Page, ...words: readonly (string | RegExp)[]): Promise<void> {
    const shown = await shownIn(page.locator('body'))
    for (const one of words) expect(shown).toMatch(typeof one === 'string' ? new RegExp(escaped(one)) : one)
  }
  const clock = (page: Page, name: string) => shownIn(page.getByRole('row').filter({ hasText: name }).last())

  test('a contact about three brothers and sisters comes in', async () => {
    await later('2026-11-02T09:30:00.000Z')
    const page = windows.mash
    await page.goto(`/children?q=Wren Ashdown`)
    await press(page, 'Wren Ashdown')
    await press(page, 'New contact')
    const form = formOn(page)
    await form.tick('Who is this about?', ['Ellis Ashdown, 6 years', 'Rowan Ashdown, 3 years'])
    await form.date('When did it come in?', '2026-11-02 9:15')
    await form.choose('What kind of contact is it?', 'A worry about a child')
    await form.choose('Who is it from?', 'School')
    await form.choose('Who took it?', 'The hub')
    await form.write('What is the worry?', 'Bruises on both arms, seen at registration')
    await form.choose('Does the family know about this contact?', 'No')
    await press(page, 'Record')
    await sees(page, 'Contact recorded for Wren Ashdown, Ellis Ashdown, Rowan Ashdown', 'Status Open')
    expect(await clock(page, 'Decision on the contact')).toContain('3 Nov 2026')
    await page.goto('/front-door')
    await sees(page, 'Bruises on both arms', 'Rowan Ashdown', '1 contact about 3 children without a decision')
  })

  test('it is screened, an agency is asked and answers', async () => {
    const page = windows.mash
    const form = formOn(page)
    await begin(page, 'Front door', 'Screening')
    await form.date('Date and time', '2026-11-02 9:20')
    await form.choose('Rating', 'Amber')
    await form.choose('Level of need', 'Statutory: child in need or at risk')
    await form.choose('Was the family’s agreement to share information sought?', 'No')
    await form.write('Why not?', 'It would put Wren at more risk')
    await form.choose('Lawful basis for sharing', 'Public task: safeguarding a child')
    await form.write('Reason for the rating', 'Unexplained bruises')
    await press(page, 'Record')
    await sees(page, 'Screening recorded for Wren Ashdown', 'It would put Wren at more risk')

    await begin(page, 'Front door', 'Agency check asked for')
    await form.date('Date and time', '2026-11-02 9:25')
    await form.choose('Agency', 'Police')
    await form.choose('Rating', 'Red')
    await press(page, 'Record')
    expect(await clock(page, 'Agency check answered')).toMatch(/1:25pm|13:25/)
    await page.goto('/front-door')
    await sees(page, 'Amber', '1 check asked of 1 agency')

    await later('2026-11-02T11:30:00.000Z')
    await begin(page, 'Front door', 'Agency check answered')
    await form.date('Date and time', '2026-11-02 11:00')
    await form.choose('Agency', 'Police')
    await form.choose('Is the child or family known to them?', 'Yes')
    await form.write('What they told us', 'Called to the home twice in October')
    await press(page, 'Record')
    expect(await clock(page, 'Agency check answered')).toContain('Met on 2 Nov 2026')
  })

  test('the decision is a referral, which opens children in need with its own clocks', async () => {
    const page = windows.mash
    for (const child of family.all) {
      await begin(page, 'Front door', 'Decision', child)
      const form = formOn(page)
      await form.date('When was it decided?', '2026-11-02 11:15')
      await form.choose('Decision', 'Referral to children’s social care')
      await form.write('Reason for the decision', 'Unexplained bruises and police called twice')
      await form.choose('Has the person who contacted us been told?', 'Yes')
      await press(page, 'Record')
      await sees(page, 'Closed on 2 November 2026')
      expect(await clock(page, 'Decision on the contact')).toContain('Met on 2 Nov 2026')
    }
    await page.goto('/front-door')
    await sees(page, 'Every contact has been decided')
    await page.goto(childPage())
    await sees(page, 'Children in need: open referral', /Decision on the referral 3 Nov 2026/)
  })

  test('the manager decides on the referral and allocates the three together', async () => {
    const page = windows.manager
    const form = formOn(page)
    await begin(page, 'Children in need', 'Decision on the referral')
    await form.tick('Who is this about?', ['Ellis Ashdown, 6 years', 'Rowan Ashdown, 3 years'])
    await form.date('Date decided', '2026-11-02')
    await form.choose('What will we do?', 'Child and family assessment')
    await form.choose('Main need', 'Abuse or neglect')
    await form.write('Reason', 'Bruises not explained')
    await form.choose('Has the referrer been told?', 'Yes')
    await press(page, 'Record')
    expect(await clock(page, 'Decision on the referral')).toContain('Met on 2 Nov 2026')
    expect(await clock(page, 'Assessment authorised')).toContain('7 Jan 2027')

    await page.goto('/team')
    await follow(page, () => page.locator(`a[href="/team/allocate/${family.wren.childId}/children-in-need"]`).click())
    await form.pick('Worker', /Tamsin Orrell/)
    await press(page, 'Allocate')
    await sees(
      page,
      /Wren Ashdown.*: allocated to Tamsin Orrell\./,
      'Every open piece of work of this team has a worker',
    )
    await windows.social.goto('/')
    await sees(windows.social, '3 children in 1 family', 'Wren Ashdown', 'Ellis Ashdown', 'Rowan Ashdown')
  })

  async function assess(voice: string): Promise<void> {
    const page = windows.social
    const form = formOn(page)
    await begin(page, 'Children in need', 'Child and family assessment')
    await sees(page, 'part 1 of 3', 'Seeing and hearing the child')
    await form.date('Date completed', '2026-11-10')
    const own = form.of(family.wren.name)
    await own.choose('Was the child seen?', 'Yes')
    await own.choose('Was the child seen alone?', 'Yes')
    await own.write('What the child says', voice)
    await press(page, 'Save and continue')
    await sees(page, 'part 2 of 3', 'What we found')
    await form.write('The child’s developmental needs', 'Meeting milestones')
    await form.write('Parenting capacity', 'Alda is frightened of her partner')
    await form.write('Family and environment', 'Grandmother lives near')
    await press(page, 'Save and continue')
    await sees(page, 'part 3 of 3', 'Analysis and outcome')
    await form.write('Analysis: what it all means for this child', 'Likely to be hurt again')
    await page.getByRole('group', { name: 'Factors identified', exact: true }).getByRole('checkbox').first().check()
    await form.choose('Outcome', 'Strategy discussion')
    await press(page, 'Send for sign-off')
    await sees(page, 'It now waits for a team manager to sign it off', 'Awaiting sign-off')
  }

  async function ruleOn(work: string, decide: () => Promise<void>): Promise<void> {
    const page = windows.manager
    await page.goto('/sign-off')
    await follow(page, () =>
      page
        .getByRole('link', { name: new RegExp(`^${work}`) })
        .first()
        .click(),
    )
    await decide()
    await press(page, 'Record and go to the next one')
  }

  test('the assessment is written in three parts, returned with a reason, written again and authorised', async () => {
    await later('2026-11-11T10:00:00.000Z')
    const { social, manager } = windows
    await begin(social, 'Children in need', 'Assessment started')
    await formOn(social).date('Date started', '2026-11-03')
    await press(social, 'Record')
    await assess('Wants the shouting to stop')
    await social.goto('/')
    await sees(social, 'Awaiting sign-off Child and family assessment, Wren Ashdown')

    await ruleOn('Child and family assessment', async () => {
      await sees(manager, 'stops the clock “Assessment authorised”', 'Wants the shouting to stop')
      await formOn(manager).choose('What do you decide?', 'Return it')
      await formOn(manager).write('What needs to change?', 'Say what Wren told you about the bruises')
    })
    await sees(manager, 'Child and family assessment for Wren Ashdown returned.')
    await social.goto('/')
    await sees(social, 'Returned Child and family assessment, Wren Ashdown')

    await later('2026-11-12T10:00:00.000Z')
    await assess('Says that her arms were grabbed')
    await ruleOn('Child and family assessment', async () => {
      await sees(manager, 'What changed since it was returned', 'Say what Wren told you about the bruises')
      await formOn(manager).choose('What do you decide?', 'Sign it off')
    })
    await sees(manager, 'Child and family assessment for Wren Ashdown signed off.')
    await social.goto(childPage())
    await press(social, 'Children in need')
    await sees(social, 'Signed off by Idris Calloway', 'Returned by Idris Calloway: Say what Wren told you')
    expect(await clock(social, 'Assessment authorised (45 working days)')).toContain('Met on 12 Nov 2026')
  })

  test('a strategy discussion leads to an enquiry, which the manager authorises', async () => {
    const { social, manager } = windows
    const form = formOn(social)
    await social.goto(`${childPage()}/start`)
    await press(social, 'Strategy discussion')
    await form.tick('Who is this about?', ['Ellis Ashdown, 6 years', 'Rowan Ashdown, 3 years'])
    await form.date('Date held', '2026-11-12')
    await form.tick('Agencies taking part', ['Children’s social care', 'Police'])
    await form.choose('Decision', 'Section 47 enquiry')
    await form.choose('Single or joint?', 'Joint with the police')
    await form.write('What each agency knows', 'Police called twice')
    await form.write('Reason for the decision', 'Significant harm is likely')
    await press(social, 'Record')
    await sees(social, 'There is a problem', /must include .*[Hh]ealth/)
    await form.tick('Agencies taking part', ['Health'])
    await press(social, 'Record')
    await sees(social, 'Strategy discussion recorded for Wren Ashdown, Ellis Ashdown, Rowan Ashdown')
    expect(await clock(social, 'Section 47 enquiry authorised')).toContain('3 Dec 2026')

    await later('2026-11-20T10:00:00.000Z')
    await begin(social, 'Child protection', 'Section 47 enquiry')
    await form.tick('Who is this about?', ['Ellis Ashdown, 6 years', 'Rowan Ashdown, 3 years'])
    await form.date('Started', '2026-11-12')
    await form.date('Completed', '2026-11-19')
    await form.choose('Was there a medical?', 'Yes')
    await form.write('What was found', 'Bruises of different ages')
    await form.choose('Outcome', 'Concerns substantiated, continuing risk: initial conference')
    for (const child of family.all) {
      const own = form.of(child.name)
      await own.choose('Was the child seen?', 'Yes')
      await own.choose('Was the child seen alone?', child === family.rowan ? 'No' : 'Yes')
      await own.write('What the child says', 'Is afraid of the evenings')
    }
    await press(social, 'Send for sign-off')
    await sees(social, 'It now waits for a team manager')
    await ruleOn('Section 47 enquiry', async () => {
      await sees(manager, 'Whose work is this about?', 'stops the clock “Section 47 enquiry authorised”')
      await formOn(manager).choose('What do you decide?', 'Sign it off')
    })
    await sees(manager, 'Section 47 enquiry for Wren Ashdown, Ellis Ashdown, Rowan Ashdown signed off.')
  })

  test('one initial conference, with an outcome and a category for each child', async () => {
    await later('2026-12-01T16:00:00.000Z')
    const { chair } = windows
    const form = formOn(chair)
    await chair.goto(childPage())
    await sees(chair, /Initial conference held 3 Dec 2026 2 days left/)
    await begin(chair, 'Child protection', 'Initial child protection conference')
    await form.tick('Who is this about?', ['Ellis Ashdown, 6 years', 'Rowan Ashdown, 3 years'])
    await form.date('Date held', '2026-12-01')
    await form.choose('What kind?', 'Initial conference')
    await form.choose('Was it quorate?', 'Yes')
    await form.tick('Agencies that attended', ['Police', 'Health'])
    await form.choose('Did the parents take part?', 'In part')
    await form.write('Decisions and outline plan', 'Partner to leave the home')
    const categories = [
      [family.wren, 'Physical abuse'],
      [family.ellis, 'Emotional abuse'],
      [family.rowan, 'Neglect'],
    ] as const
    for (const [child, category] of categories) {
      const own = form.of(child.name)
      await own.write('How the child’s views were heard', 'By Tamsin, before it')
      await own.choose('Outcome', 'Child protection plan')
      await own.choose('Category of abuse', category)
    }
    await press(chair, 'Record')
    await sees(chair, 'recorded for Wren Ashdown, Ellis Ashdown, Rowan Ashdown', 'Status Child protection plan')
    expect(await clock(chair, 'Initial conference held')).toContain('Met on 1 Dec 2026')
    for (const [child, category] of categories) {
      await chair.goto(childPage(child))
      expect(await shownIn(chair.locator('.moj-identity-bar'))).toMatch(/child protection plan/i)
      await sees(
        chair,
        /Core group 15 Dec 2026/,
        /Visit: child seen 15 Dec 2026/,
        /Review conference 1 Mar 2027/,
        category,
      )
    }
  })

  test('core group, visit and reviews, until the plan ends', async () => {
    const { social, chair } = windows
    await later('2026-12-10T16:00:00.000Z')
    const form = formOn(social)
    await begin(social, 'Child protection', 'Core group')
    await form.date('Date held', '2026-12-10')
    await form.tick('Agencies that attended', ['Health'])
    await form.choose('Did the parents take part?', 'Yes')
    await form.write('Progress on the plan', 'Partner has left')
    await form.write('What happens next', 'Nursery place for Rowan')
    await press(social, 'Record')
    expect(await clock(social, 'Core group')).toContain('21 Jan 2027')

    await social.goto(childPage())
    await press(social, 'Record a visit')
    await form.date('Date of visit', '2026-12-10')
    const seen = { [family.wren.name]: true, [family.ellis.name]: true, [family.rowan.name]: false }
    for (const child of family.all) {
      const own = form.of(child.name)
      await own.choose('Was the child seen?', seen[child.name] ? 'Yes' : 'No')
      if (seen[child.name]) {
        await own.choose('Was the child seen alone?', 'Yes')
        await own.choose('Was the child’s bedroom seen?', 'Yes')
      } else await own.write('Why was the child not seen?', 'At his grandmother’s')
    }
    await press(social, 'Record')
    await sees(social, 'Visit recorded for Wren Ashdown, Ellis Ashdown, Rowan Ashdown')
    await social.goto(childPage())
    await sees(social, /Visit: child seen 24 Dec 2026/, 'Last seen 10 December 2026')
    await social.goto(childPage(family.rowan))
    await sees(social, /Visit: child seen 15 Dec 2026/, 'Last seen Not yet')

    for (const [now, held, decision, next] of [
      ['2027-02-25T16:00:00.000Z', '2027-02-25', 'The plan continues', '25 Aug 2027'],
      ['2027-08-20T16:00:00.000Z', '2027-08-20', 'The plan ends', null],
    ] as const) {
      await later(now)
      const review = formOn(chair)
      await begin(chair, 'Child protection', 'Review child protection conference')
      await review.date('Date held', held)
      await review.choose('Was it quorate?', 'Yes')
      await review.tick('Agencies that attended', ['Health'])
      await review.write('Decisions', 'As minuted')
      const own = review.of(family.wren.name)
      await own.write('How the child’s views were heard', 'She came')
      await own.choose('Decision', decision)
      if (next) await own.choose('Category of abuse', 'Physical abuse')
      await press(chair, 'Record')
      if (next) expect(await clock(chair, 'Review conference')).toContain(next)
      else await sees(chair, 'Closed on 20 August 2027')
    }
    await chair.goto(childPage())
    expect(await shownIn(chair.locator('.moj-identity-bar'))).not.toMatch(/plan/i)
    await chair.goto(`${childPage()}/chronology`)
    await sees(
      chair,
      'Review child protection conference',
      'Initial child protection conference',
      'Contact',
      'Significant',
    )
  })
})

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
