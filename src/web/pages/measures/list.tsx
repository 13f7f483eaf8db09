/** Every measure by service: its figure, how it stands to its target, and a plain sentence. */
import { inWordsMoment } from '../../../core/calendar/index.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { suppressed } from '../../../insight/pack/suppress.ts'
import { type Cell, Details, Table } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { isAnalyst } from './month-ends/who.ts'
import { dayFor, isCouncillor, type Opened, type Part, partsOf, populationsOn } from './opened.ts'
import { headlineOf } from './small-numbers.ts'
import { printedValue, sentenceOf, targetInWords, targetOf } from './words.ts'

export const measuresPage: Page = {
  name: 'measures',
  path: '/measures',
  section: 'measures',
  async GET(request) {
    const { definitions, explore } = request.services
    const explored = await explore.now(request.reader, 'measures')
    if (!explored.ok) return failed(explored)
    const { columns, asAt, loads } = explored.value
    const on = dayFor(request)
    const population = await populationsOn(request, loads, on, definitions.measures)
    const line = (measure: Measure): Cell[] => {
      const target = targetOf(request.services, measure, on)
      return cells(request, { measure, columns, on, asAt, loads, only: null, population, target })
    }
    const services = Map.groupBy(definitions.measures, (one) => one.service)
    return view({
      heading: 'How are we doing?',
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            As the record stood on {inWordsMoment(asAt)}. Now is the year to date from 1 April, or today’s number.
            Rolling is the twelve whole months that ended last; the sentence sets them beside the twelve before, or
            today beside a year ago.
          </p>
          {links(request)}
          {[...services].map(([service, measures]) => {
            const families = Map.groupBy(measures, (one) => one.family)
            return (
              <section>
                <h2 class="govuk-heading-m">{definitions.house.pathway(service).title}</h2>
                {table(definitions.house.pathway(service).title, (families.get(undefined) ?? []).map(line))}
                {[...families].map(
                  ([family, members]) =>
                    family !== undefined && (
                      <Details summary={`${family} (${members.length})`}>{table(family, members.map(line))}</Details>
                    ),
                )}
              </section>
            )
          })}
        </>
      ),
    })
  },
}

const links = (request: Request) => (
  <p class="govuk-body heartwood-no-print">
    <a class="govuk-link" href="/reports">
      The reports of the children in need census
    </a>
    {isAnalyst(request.viewer) && (
      <>
        {'. '}
        <a class="govuk-link" href="/month-ends">
          Month ends
        </a>
        {': lists of children kept as they were'}
      </>
    )}
  </p>
)

const table = (label: string, rows: readonly Cell[][]) => (
  <Table
    attributes={{ 'aria-label': label }}
    firstCellIsHeader
    head={[
      'Measure',
      { text: 'Now', format: 'numeric' },
      { text: 'Rolling', format: 'numeric' },
      'Target',
      'In a sentence',
    ]}
    rows={rows}
  />
)

type Listed = Omit<Opened, 'by' | 'nameOf'>

function cells(request: Request, listed: Listed): Cell[] {
  const { measure, target } = listed
  const parts = partsOf(listed)
  const { latest, rolling, lastYear } = parts
  const withheld = isCouncillor(request) ? headlineOf(request, listed, parts).withheld : null
  const main = rolling ?? latest
  const show = (part: Part | null): string => {
    if (part === null) return ''
    return withheld?.value(part.id) ? suppressed : part.printed
  }
  const isHidden = show(main) === suppressed
  const others = [{ name: lastYear.title.toLowerCase(), value: withheld?.value(lastYear.id) ? null : lastYear.value }]
  return [
    <a class="govuk-link" href={`/measures/${measure.id}`}>
      {measure.title}
    </a>,
    { text: show(latest), format: 'numeric' },
    { text: show(rolling), format: 'numeric' },
    target === null || isHidden
      ? 'No target'
      : `${targetInWords(measure, main.value, target)} (${printedValue(measure, target)})`,
    isHidden ? 'Too few children to be shown.' : sentenceOf(measure, main.value, others),
  ]
}
