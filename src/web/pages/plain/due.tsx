/** When is it due? Any length of time the law uses, with the days that were passed over and why. */
import { explainDue, inWords } from '../../../core/calendar/index.ts'
import { Button, Input, InsetText, Panel, Table } from '../../components/index.ts'
import { type Page, view } from '../../server/page.ts'

export const duePage: Page = {
  name: 'due',
  path: '/due',
  async GET(request) {
    const from = String(request.query.from ?? '')
    const within = String(request.query.within ?? '')
    const asked = from !== '' || within !== ''
    const answer = asked ? explainDue(from, within, request.services.definitions.house.calendars) : undefined
    const problem = answer && !answer.ok ? answer : undefined
    const isAboutTime = problem?.code.startsWith('duration') === true
    const field = isAboutTime ? 'within' : 'from'
    return view({
      heading: 'When is it due?',
      errors: problem ? [{ text: problem.says, href: `#${field}` }] : [],
      status: problem ? 422 : 200,
      body: (
        <>
          <form method="get" action="/due">
            <Input
              name="from"
              label="From"
              hint="For example, 23/5/2022"
              value={from}
              classes="govuk-input--width-10"
              errorMessage={field === 'from' ? problem?.says : undefined}
            />
            <Input
              name="within"
              label="Within"
              hint="For example, 15 working days"
              value={within}
              classes="govuk-input--width-20"
              errorMessage={field === 'within' ? problem?.says : undefined}
            />
            <Button>Work it out</Button>
          </form>
          {answer?.ok && (
            <>
              <Panel title={answer.value.dueInWords} headingLevel={2}>
                {answer.value.reckoning}
              </Panel>
              {answer.value.caution && <InsetText>{answer.value.caution}</InsetText>}
              {answer.value.passedOver.length > 0 && (
                <Table
                  caption="Days passed over"
                  head={['Day', 'Why']}
                  rows={answer.value.passedOver.map((one) => [inWords(one.day), one.why])}
                />
              )}
            </>
          )}
        </>
      ),
    })
  },
}
