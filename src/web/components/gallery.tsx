/** Every component on one page, as pages use them: what the tests of validity and of accessibility read. */
import { addDays, addMonths, day, moment } from '../../core/calendar/index.ts'
import { checkColour, Layout, makeShell } from '../layout/index.ts'
import {
  Alert,
  BackLink,
  Badge,
  Breadcrumbs,
  Button,
  CharacterCount,
  Chart,
  Checkboxes,
  DateInput,
  Details,
  Empty,
  Figure,
  FileUpload,
  Filter,
  FiveDayStrip,
  IdentityBar,
  Input,
  InsetText,
  NotificationBanner,
  Pager,
  Panel,
  PersonLine,
  Radios,
  Select,
  SideNavigation,
  SortableTable,
  SubNavigation,
  SummaryList,
  Table,
  Tabs,
  Tag,
  TaskList,
  Textarea,
  TicketPanel,
  TimeLeft,
  Timeline,
  WarningText,
} from './index.ts'

const today = day('2026-11-23')
const now = moment('2026-11-23T09:00:00.000Z')

/** `styles` and `script` are the addresses of the assets. */
export const Gallery = ({ styles, script }: { readonly styles: string; readonly script: string }) => {
  const colour = checkColour('#1d3c6e')
  if (!colour.ok) return null
  const shell = makeShell({
    council: { name: 'Wexcombe Council', colour: colour.value },
    version: '0.1.0',
    isDemo: true,
    styles,
    script,
    accessibilityStatement: '/accessibility',
  })
  return (
    <Layout
      shell={shell}
      nonce="gallery"
      heading="Every component"
      caption="Gallery"
      isWide
      person={{ name: 'Amara Osei', role: 'Social worker', signOut: { action: '/sign-out', fields: { token: 't' } } }}
      navigation={[
        { text: 'My week', href: '/', current: true },
        { text: 'Find a child', href: '/find' },
        { text: 'Measures', href: '/measures' },
      ]}
      errors={[{ text: 'Enter who was seen', href: '#seen' }]}
      notification={<NotificationBanner type="success">The visit is saved.</NotificationBanner>}
      before={<Breadcrumbs items={[{ text: 'My week', href: '/' }, { text: 'Gallery' }]} />}
    >
      <People />
      <Questions />
      <Lists />
      <Figures />
    </Layout>
  )
}

const People = () => (
  <>
    <IdentityBar
      title={
        <>
          Nia Example, 6 years <Badge colour="red">Child protection plan</Badge>
        </>
      }
      menus={[
        {
          text: 'Record',
          items: [
            { children: 'A visit', href: '/visit' },
            { children: 'A note', href: '/note' },
          ],
        },
      ]}
    />
    <SubNavigation
      label="Record of Nia Example"
      items={[
        { text: 'Chronology', href: '#chronology', active: true },
        { text: 'Family', href: '#family' },
      ]}
    />
    <BackLink href="/" />
    <p class="govuk-body">
      <PersonLine
        name="Nia Example"
        href="/people/1"
        birth={{ born: day('2020-11-02') }}
        on={today}
        flags={[{ text: 'Interpreter', colour: 'blue' }]}
        facts={['Oak Primary School', 'known to the disabled children team']}
      />
    </p>
    <p class="govuk-body">
      Initial conference: <TimeLeft due={addDays(today, -3)} today={today} />. Decision:{' '}
      <TimeLeft dueAt={moment('2026-11-23T11:30:00.000Z')} now={now} />. Review:{' '}
      <TimeLeft due={addDays(today, 20)} today={today} />.
    </p>
    <FiveDayStrip
      label="Your next five days"
      headingLevel={2}
      today={today}
      days={[
        { day: today, items: ['Visit to Nia Example', 'Strategy discussion at 2pm'] },
        { day: addDays(today, 1), items: [] },
        { day: addDays(today, 2), items: ['Court at 10am'] },
        { day: addDays(today, 3), items: [] },
        { day: addDays(today, 4), items: ['Supervision'] },
      ]}
    />
    <Timeline
      items={[
        {
          label: 'Visit',
          timestamp: '2026-11-20',
          date: 'Friday 20 November 2026',
          byline: 'Amara Osei',
          children: 'Seen alone.',
        },
        { label: 'Call to school', timestamp: '2026-11-19', date: 'Thursday 19 November 2026', children: 'All well.' },
      ]}
    />
    <TicketPanel
      items={[
        { text: <p class="govuk-body">Waiting for health advice, 4 days late</p>, colour: 'red' },
        { text: <p class="govuk-body">Waiting for the panel</p>, colour: 'blue' },
      ]}
    />
  </>
)

const Questions = () => (
  <form method="post" action="/gallery">
    <Input name="seen" label="Who was seen?" hint="Names, as in the record" errorMessage="Enter who was seen" />
    <Input name="cost" label="Weekly cost" prefix="£" inputmode="decimal" value="1204" classes="govuk-input--width-5" />
    <Textarea name="words" label="What did the child say?" value={'In their own words.\nTwo lines.'} />
    <CharacterCount name="worry" label="What is the worry?" maxlength={200} />
    <DateInput
      id="held"
      namePrefix="held"
      legend="When was it held?"
      hint="For example, 27 3 2026"
      values={{ day: '31', month: '2', year: '2026' }}
      errorMessage="31 February 2026 is not a real date"
    />
    <Radios
      name="alone"
      legend="Was the child seen alone?"
      value="no"
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No', conditional: <Input name="why" label="Why not?" /> },
      ]}
    />
    <Checkboxes
      name="agencies"
      legend="Who took part?"
      values={['police']}
      items={[
        { value: 'police', text: 'Police', hint: 'Including the duty inspector' },
        { value: 'health', text: 'Health' },
        { divider: 'or' },
        { value: 'none', text: 'None of these', behaviour: 'exclusive' },
      ]}
    />
    <Select
      name="team"
      label="Team"
      value="north"
      items={[
        { value: 'north', text: 'North' },
        { value: 'south', text: 'South' },
      ]}
    />
    <FileUpload name="plan" label="The plan" javascript />
    <Details summary="What the law says">Working Together to Safeguard Children.</Details>
    <WarningText>The plan ends when this is authorised.</WarningText>
    <InsetText>Saved at 9:02am</InsetText>
    <div class="govuk-button-group">
      <Button preventDoubleClick>Save and continue</Button>
      <Button variant="secondary" href="/">
        Save for later
      </Button>
      <Button variant="warning" type="button">
        Withdraw
      </Button>
    </div>
  </form>
)

const Lists = () => (
  <>
    <Table
      caption="Contacts waiting"
      captionClasses="govuk-table__caption--m"
      head={['Child', 'Worry', { text: 'Time left', format: 'numeric' }, 'State']}
      rows={[
        [
          'Nia Example',
          'Left alone at night',
          { text: '2 hours left', format: 'numeric' },
          <Tag colour="red">Red</Tag>,
        ],
        ['Tom Sample', 'Missed school', { text: '1 day left', format: 'numeric' }, <Tag colour="yellow">Amber</Tag>],
      ]}
    />
    <Pager page={3} pageSize={25} total={1130} what="children" href={(page) => `?page=${page}`} />
    <SortableTable
      isWhole
      caption="Schools"
      columns={[
        { text: 'School', sorted: 'ascending', href: '?sort=school' },
        { text: 'Pupils', format: 'numeric', href: '?sort=pupils' },
      ]}
      rows={[
        ['Elm', { text: '1,204', format: 'numeric', sortValue: 1204 }],
        ['Oak', { text: '310', format: 'numeric', sortValue: 310 }],
      ]}
    />
    <SummaryList
      card={{ title: 'Nia Example', actions: [{ text: 'Open', href: '/people/1' }] }}
      rows={[
        {
          key: 'Plan',
          value: 'Child protection',
          actions: [{ text: 'Change', href: '/plan', visuallyHiddenText: 'plan' }],
        },
        { key: 'Worker', value: 'Amara Osei' },
      ]}
    />
    <TaskList
      items={[
        { title: 'About the child', href: '/1', status: 'Completed' },
        { title: 'Family', href: '/2', hint: 'Two brothers', status: <Tag colour="blue">Incomplete</Tag> },
        { title: 'Decision', status: 'Cannot start yet' },
      ]}
    />
    <Tabs
      items={[
        { id: 'chronology', label: 'Chronology', panel: 'Twelve events.' },
        { id: 'family', label: 'Family', panel: <p class="govuk-body">Five people.</p> },
      ]}
    />
    <form method="get" action="/gallery">
      <Filter
        selected={{
          clear: { href: '?' },
          categories: [{ heading: 'Team', items: [{ text: 'North', href: '?team=' }] }],
        }}
      >
        <Input name="name" label="Name" />
      </Filter>
    </form>
    <SideNavigation
      label="Settings"
      items={[
        { text: 'Teams', href: '/teams', active: true },
        { text: 'Targets', href: '/targets' },
      ]}
    />
    <Alert title="Saved" variant="success" />
    <Alert title="Two agencies are late" variant="warning" showTitleAsHeading headingTag="h2">
      Health and probation have not answered.
    </Alert>
    <Panel title="Sent" headingLevel={2}>
      The referrer has been told.
    </Panel>
    <Empty action={<Button href="/visit">Record a visit</Button>}>No visits are due this week.</Empty>
  </>
)

const Figures = () => (
  <>
    <Figure
      label="Assessments completed within 45 working days"
      value="84%"
      sentence="Better than target, worse than last year."
      period="April to October 2026"
      source="the record, counted today"
    />
    <Chart
      id="assessments"
      title="Assessments completed within 45 working days"
      months={Array.from({ length: 12 }, (_, index) => addMonths(day('2025-11-01'), index))}
      value={{ name: 'Wexcombe', values: [78, 80, 83, 81, null, 79, 82, 85, 88, 87, 86, 84] }}
      target={{ name: 'Target', values: Array.from({ length: 12 }, () => 82) }}
      comparator={{ name: 'Neighbours', values: [81, 81, 80, 82, 83, 83, 82, 81, 82, 83, 84, 83] }}
    />
  </>
)
