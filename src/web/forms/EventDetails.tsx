/** The answers of one entry as they read: every field that was answered, in the order of the form. */
import type { Values } from '../../core/pathway/field.ts'
import { valueInWords } from '../../core/pathway/says.ts'
import type { Step } from '../../core/pathway/step.ts'
import type { Directory } from '../../core/work/directory.ts'
import { SummaryList, type SummaryRow } from '../components/index.ts'

export function EventDetails({ step, values, directory }: { step: Step; values: Values; directory: Directory }) {
  const rows = Object.entries(step.fields).flatMap(([name, field]): SummaryRow[] => {
    const value = values[name]
    if (value === undefined) return []
    if (field.kind === 'reference' && typeof value === 'number') {
      const shown = named(directory, field.to, value)
      return [{ key: field.label, value: shown }]
    }
    if (field.kind === 'file')
      return [{ key: field.label, value: { text: documentLink(String(value), String(values.filename ?? 'document')) } }]
    const words = valueInWords(field, value)
    return [{ key: field.label, value: { text: words, classes: words.includes('\n') ? 'heartwood-prose' : undefined } }]
  })
  return rows.length === 0 ? null : (
    <SummaryList classes="govuk-summary-list--no-border heartwood-answers" rows={rows} />
  )
}

const documentLink = (digest: string, filename: string) => (
  <a class="govuk-link" href={`/documents/${digest}?name=${encodeURIComponent(filename)}`}>
    {filename}
  </a>
)

function named(directory: Directory, to: string, number: number): string {
  if (to === 'worker') return directory.workerName(number)
  if (to === 'team') return directory.teamName(number)
  return to === 'organisation' ? directory.organisationName(number) : `Number ${number} of the register`
}
