/** Every measure with its figure, a plain sentence each. */
import { figuresOf, stockOf } from '../../../core/measures/figures.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { Table } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { inPercent, sentenceOf, targetOf } from './measure.tsx'
import { stockSentence } from './stock.tsx'

export const measuresPage: Page = {
  name: 'measures',
  path: '/measures',
  section: 'measures',
  async GET(request) {
    const { definitions } = request.services
    const rows = []
    for (const measure of definitions.measures.filter((one) => one.kind === 'share')) {
      const read = await figuresOf(request.reader, measure.id, request.today)
      if (!read.ok) return failed(read)
      const { yearToDate, rolling, lastYear } = read.value
      const target = targetOf(request, measure, request.today)
      rows.push([
        nameOf(measure),
        { text: inPercent(measure, yearToDate), format: 'numeric' as const },
        { text: inPercent(measure, rolling), format: 'numeric' as const },
        { text: target === null ? 'None' : `${target}%`, format: 'numeric' as const },
        sentenceOf(measure, rolling, lastYear, target),
      ])
    }
    const stocks = []
    for (const measure of definitions.measures.filter((one) => one.kind === 'stock')) {
      const read = await stockOf(request.reader, measure.id, request.today)
      if (!read.ok) return failed(read)
      stocks.push([nameOf(measure), { text: read.value.now, format: 'numeric' as const }, stockSentence(read.value)])
    }
    return view({
      heading: 'How are we doing?',
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            Year to date is from 1 April to today. Rolling is the twelve whole months that ended last.
          </p>
          <Table
            attributes={{ 'aria-label': 'Measures' }}
            firstCellIsHeader
            head={[
              'Measure',
              { text: 'Year to date', format: 'numeric' },
              { text: 'Rolling', format: 'numeric' },
              { text: 'Target', format: 'numeric' },
              'In a sentence',
            ]}
            rows={rows}
          />
          <h2 class="govuk-heading-m">How many, today</h2>
          <Table
            attributes={{ 'aria-label': 'How many, today' }}
            firstCellIsHeader
            head={['Measure', { text: 'Today', format: 'numeric' }, 'In a sentence']}
            rows={stocks}
          />
        </>
      ),
    })
  },
}

const nameOf = (measure: Measure) => (
  <a class="govuk-link" href={`/measures/${measure.id}`}>
    {measure.title}
  </a>
)
