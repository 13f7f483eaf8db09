/** Every measure with its figure, a plain sentence each. */
import { figuresOf } from '../../../core/measures/figures.ts'
import { Table } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { inPercent, sentenceOf, targetOf } from './measure.tsx'

export const measuresPage: Page = {
  name: 'measures',
  path: '/measures',
  section: 'measures',
  async GET(request) {
    const { definitions } = request.services
    const rows = []
    for (const measure of definitions.measures) {
      const read = await figuresOf(request.reader, measure.id, request.today)
      if (!read.ok) return failed(read)
      const { yearToDate, rolling, lastYear } = read.value
      const target = targetOf(request, measure, request.today)
      rows.push([
        <a class="govuk-link" href={`/measures/${measure.id}`}>
          {measure.title}
        </a>,
        { text: inPercent(measure, yearToDate), format: 'numeric' as const },
        { text: inPercent(measure, rolling), format: 'numeric' as const },
        { text: target === null ? 'None' : `${target}%`, format: 'numeric' as const },
        sentenceOf(measure, rolling, lastYear, target),
      ])
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
        </>
      ),
    })
  },
}
