/** One setting: its history, and a new value from a day. Nothing set before is overwritten. */
import { dayFromParts, inFull, inWordsMoment } from '../../../core/calendar/index.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import type { Posted } from '../../../core/pathway/posted.ts'
import { type LocalSetting, localSettings, readLocalValue } from '../../../core/work/local-policy.ts'
import { putSetting } from '../../../core/work/settings.ts'
import { BackLink, Button, DateInput, Empty, Input, Table } from '../../components/index.ts'
import { checkColour } from '../../layout/index.ts'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { maySet, valueInWords } from './rights.ts'

export const settingPage: Page = {
  name: 'setting',
  path: '/settings/:key',
  section: 'settings',
  async GET(request) {
    const setting = settingOf(request)
    return 'is' in setting ? setting : draw(request, setting, {}, [])
  },
  async POST(request) {
    const setting = settingOf(request)
    if ('is' in setting) return setting
    if (!maySet(request.viewer)) return failed(problem('access.denied'))
    const { posted, services } = request
    const text = (name: string): string => String(posted[name] ?? '')
    const since = dayFromParts(text('since-day'), text('since-month'), text('since-year'), 'The day it holds from')
    const read = readLocalValue(setting, text('value'))
    const value = read.ok && setting.kind === 'colour' ? checkColour(read.value) : read
    const problems: Problem[] = []
    if (!value.ok) problems.push({ ...value, field: 'value' })
    if (!since.ok) problems.push({ ...since, field: 'since' })
    if (!value.ok || !since.ok) return draw(request, setting, posted, problems)
    await putSetting(services.pool, {
      key: setting.key,
      since: since.value,
      value: value.value,
      setBy: request.viewer.worker,
      at: request.now,
    })
    await services.reload(setting.changesClocks)
    const then = setting.changesClocks ? ' What is due is being worked out again.' : ''
    return redirect(
      `/settings/${setting.key}`,
      `${setting.title}: ${valueInWords(setting, value.value)} from ${inFull(since.value)}.${then}`,
    )
  },
}

function settingOf({ services, params }: Request): LocalSetting | Answer {
  const found = localSettings(services.definitions).find((one) => one.key === params.key)
  return found ?? failed(problem('request.not-found'))
}

const hints: Readonly<Record<LocalSetting['kind'], string>> = {
  limit: 'A number and a unit, for example 10 working days',
  target: 'A percentage, for example 85',
  count: 'A whole number, for example 5',
  text: 'As it should stand in the header',
  colour: 'As in a style sheet, for example #1f4e5f. White text must be readable on it.',
}

function draw(request: Request, setting: LocalSetting, posted: Posted, problems: readonly Problem[]): Answer {
  const { services } = request
  const history = services.settings.history(setting.key)
  return view({
    heading: setting.title,
    caption: setting.group,
    status: problems.length > 0 ? 422 : 200,
    errors: problems.map((one) => ({ text: one.says, href: one.field === 'since' ? '#since-day' : '#value' })),
    before: <BackLink href="/settings">Back to local policy</BackLink>,
    body: (
      <>
        <p class="govuk-body">Where nothing is set: {setting.otherwise}.</p>
        {maySet(request.viewer) && newValue(request, setting, posted, problems)}
        <h2 class="govuk-heading-m">What has been set</h2>
        {history.length === 0 ? (
          <Empty>Nothing has been set.</Empty>
        ) : (
          <Table
            attributes={{ 'aria-label': 'What has been set' }}
            head={['From', 'Value', 'Set by', 'Set on']}
            rows={[...history]
              .reverse()
              .map((row) => [
                inFull(row.since),
                valueInWords(setting, row.value),
                row.set_by === null ? 'At installation' : services.directory.workerName(row.set_by),
                inWordsMoment(row.set_at),
              ])}
          />
        )}
      </>
    ),
  })
}

function newValue(request: Request, setting: LocalSetting, posted: Posted, problems: readonly Problem[]) {
  const error = (field: string) => problems.find((one) => one.field === field)?.says
  const text = (name: string): string => String(posted[name] ?? '')
  return (
    <form method="post" action={`/settings/${setting.key}`}>
      <input type="hidden" name="token" value={request.token} />
      <Input
        name="value"
        label="New value"
        hint={hints[setting.kind]}
        value={text('value')}
        classes="govuk-input--width-20"
        errorMessage={error('value')}
      />
      <DateInput
        id="since"
        namePrefix="since"
        legend="From which day?"
        hint="Work that began before it keeps the limit it began under."
        values={{ day: text('since-day'), month: text('since-month'), year: text('since-year') }}
        errorMessage={error('since')}
      />
      <Button preventDoubleClick>Set it</Button>
    </form>
  )
}
