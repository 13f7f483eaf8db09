/** Adding somebody to the staff: who they are, their post, and what the council's sign-in calls them. */

import { type RoleId, roleIds, roles } from '../../../core/access/policy/roles.ts'
import { done, type Outcome, type Problem, problem } from '../../../core/outcomes.ts'
import { BackLink, Button, Input, Select } from '../../components/index.ts'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { addStaff, type NewStaff } from '../../sign-in/accounts.ts'
import { whyNotKept } from './rights.ts'

export const addStaffPage: Page = {
  name: 'add-staff',
  path: '/staff/add',
  section: 'settings',
  async GET(request) {
    const kept = whyNotKept(request.viewer)
    return kept === undefined ? draw(request, []) : failed(kept)
  },
  async POST(request) {
    const kept = whyNotKept(request.viewer)
    if (kept !== undefined) return failed(kept)
    const { services, viewer, now } = request
    const { person, problems } = read(request)
    if (problems.length > 0) return draw(request, problems)
    const added = await addStaff(services.pool, person, { worker: viewer.worker, now })
    if (!added.ok) return draw(request, [added])
    await services.directory.refresh()
    return redirect('/staff', `${person.forename} ${person.surname} can sign in as ${person.account.toLowerCase()}.`)
  },
}

const lengthMax = 100
/** Posts of people: what belongs to families, and to programs, is given elsewhere. */
const posts = roleIds.filter((id: RoleId) => roles[id].seat === 'staff' || id === 'administrator')

const labels = {
  forename: 'Forename',
  surname: 'Surname',
  role: 'Role',
  team: 'Team',
  account: 'What the council’s sign-in calls them',
} as const

function read({ posted, services }: Request): { person: NewStaff; problems: readonly Problem[] } {
  const text = (name: keyof typeof labels): string => String(posted[name] ?? '').trim()
  const team = services.directory.teams.find(({ id }) => String(id) === text('team'))
  const checks: readonly Outcome<unknown>[] = [
    ...(['forename', 'surname', 'account'] as const).map((name) => filled(name, text(name))),
    posts.some((post) => post === text('role'))
      ? done(undefined)
      : problem('field.choose', { label: 'a role' }, 'role'),
    text('team') === '' || team ? done(undefined) : problem('field.choose', { label: 'a team' }, 'team'),
  ]
  return {
    person: {
      forename: text('forename'),
      surname: text('surname'),
      role: text('role'),
      team: team?.id ?? null,
      account: text('account'),
    },
    problems: checks.filter((one) => !one.ok),
  }
}

function filled(name: 'forename' | 'surname' | 'account', value: string): Outcome<void> {
  const label = name === 'account' ? 'what the council’s sign-in calls them' : `a ${name}`
  if (value === '') return problem('field.missing', { label }, name)
  if (value.length > lengthMax)
    return problem('field.too-long', { label: labels[name], limit: lengthMax, length: value.length }, name)
  return done(undefined)
}

function draw(request: Request, problems: readonly Problem[]): Answer {
  const { posted, services, token } = request
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    value: String(posted[name] ?? ''),
    errorMessage: problems.find((one) => one.field === name)?.says,
  })
  return view({
    heading: 'Add somebody to the staff',
    status: problems.length > 0 ? 422 : 200,
    errors: problems.map((one) => ({ text: one.says, href: `#${one.field ?? 'account'}` })),
    before: <BackLink href="/staff">Back to staff</BackLink>,
    body: (
      <form method="post" action="/staff/add">
        <input type="hidden" name="token" value={token} />
        <Input {...field('forename')} />
        <Input {...field('surname')} />
        <Select {...field('role')} items={[{ value: '', text: 'Choose a role' }, ...posts.map((text) => ({ text }))]} />
        <Select
          {...field('team')}
          items={[
            { value: '', text: 'No team' },
            ...services.directory.teams.map(({ id, name }) => ({ value: String(id), text: name })),
          ]}
        />
        <Input {...field('account')} hint="Mostly their e-mail address at the council." />
        <Button preventDoubleClick>Add to the staff</Button>
      </form>
    ),
  })
}
