/** The Scrutiny Board's packs: those that are published, and a draft for any day for those who may publish one. */
import { dayOf, inFull, inShort } from '../../../core/calendar/index.ts'
import { publishedPacks } from '../../../insight/pack/index.ts'
import { Button, Empty, Input, Table } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { mayPublish } from './sources.ts'

export const packsPage: Page = {
  name: 'packs',
  path: '/packs',
  section: 'packs',
  async GET(request) {
    const packs = await publishedPacks(request.services.pool)
    if (!packs.ok) return failed(packs)
    return view({
      heading: 'Scrutiny Board packs',
      body: (
        <>
          <p class="govuk-body">
            What the Board was shown, exactly as it was published. What has been corrected since stands beside it.
          </p>
          {packs.value.length === 0 ? (
            <Empty>No pack has been published yet.</Empty>
          ) : (
            <Table
              attributes={{ 'aria-label': 'Published packs' }}
              firstCellIsHeader
              head={['Pack of', 'Published', 'By', 'As a file']}
              rows={packs.value.map(({ date, published, by }) => [
                <a class="govuk-link" href={`/packs/${date}`}>
                  {inFull(date)}
                </a>,
                inShort(dayOf(published)),
                by,
                files(date),
              ])}
            />
          )}
          {mayPublish(request) && draftForm(request, undefined)}
        </>
      ),
    })
  },
}

export const files = (date: string) => (
  <>
    <a class="govuk-link" href={`/packs/${date}/pack.html`}>
      HTML
    </a>
    {', '}
    <a class="govuk-link" href={`/packs/${date}/pack.pdf`}>
      PDF
    </a>
    {', '}
    <a class="govuk-link" href={`/packs/${date}/pack.pptx`}>
      PowerPoint
    </a>
  </>
)

export const draftForm = ({ query, today }: Request, error: string | undefined) => (
  <form method="get" action="/packs/draft">
    <h2 class="govuk-heading-m">A new pack</h2>
    <Input
      name="date"
      label="Day of the pack"
      hint={`For example, ${inShort(today)}`}
      value={String(query.date ?? inShort(today))}
      classes="govuk-input--width-10"
      errorMessage={error}
    />
    <Button>Show the draft</Button>
  </form>
)
