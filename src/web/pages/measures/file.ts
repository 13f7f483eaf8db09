/** A measure as a file: its months, and one breakdown. Small numbers are withheld from everyone, because files travel. */
import { inWordsMoment } from '../../../core/calendar/index.ts'
import { failed, type Page } from '../../server/page.ts'
import { formatAsked, tableFile } from '../download.ts'
import { fileRows, suppressionNote } from './breakdown.tsx'
import { openMeasure } from './opened.ts'

const head = ['Breakdown', 'Group', 'Counted', 'Of', 'Value', 'Period', 'Measure']

export const measureFile: Page = {
  name: 'measure-file',
  path: '/measures/:measure/download',
  section: 'measures',
  async GET(request) {
    const asked = await openMeasure(request)
    if (!asked.ok) return failed(asked)
    const { measure, by, on, asAt } = asked.value
    const { months, groups, period } = fileRows(request, asked.value)
    const format = formatAsked(request.query.format)
    const title = period.title === 'Now' ? on : period.title
    const sheets = [
      { name: 'By month', head, rows: months.map((row) => [...row, row[1], measure.title]) },
      { name: by.title, head, rows: groups.map((row) => [...row, title, measure.title]) },
    ]
    const about = [
      ['Measure', measure.title],
      ['It counts', measure.numerator],
      ['Of these', measure.denominator],
      ['Definition', measure.source],
      ['As recorded until', inWordsMoment(asAt)],
      [by.title, by.note],
      ['Small numbers', suppressionNote],
    ]
    const more = format === 'xlsx' ? [{ name: 'About', head: ['What', 'Says'], rows: about }] : []
    return tableFile(`${measure.id}-by-${by.id}-${on}`, format, [...sheets, ...more])
  },
}
