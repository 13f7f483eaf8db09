/** A pack as it is read: on its page, and in the file that stands by itself. What it draws is what the content prints. */
import { inFull } from '../../../core/calendar/index.ts'
import type {
  MeasureLine,
  PackBlock,
  PackChange,
  PackContent,
  PackSection,
  PackTable,
  Printed,
} from '../../../insight/pack/index.ts'
import { type Cell, InsetText, Table } from '../../components/index.ts'
import { Bars } from './Bars.tsx'

export const packBody = (content: PackContent) => (
  <div class="heartwood-pack">
    {content.sections.map(sectionOf)}
    {changesOf(content)}
    <section>
      <h2 class="govuk-heading-m">About these figures</h2>
      <ul class="govuk-list govuk-list--bullet">
        {content.notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </section>
  </div>
)

const sectionOf = ({ id, title, blocks }: PackSection) => (
  <section id={id}>
    <h2 class="govuk-heading-m">{title}</h2>
    {blocks.map(blockOf)}
  </section>
)

function blockOf(block: PackBlock) {
  switch (block.kind) {
    case 'measures':
      return block.lines.map(measureOf)
    case 'chart':
      return (
        <>
          <Bars chart={block.chart} />
          {notesOf(block.chart.notes, block.chart.source)}
        </>
      )
    case 'table':
      return tableOf(block.table)
    case 'words':
      return <p class="govuk-body">{block.text}</p>
    case 'missing':
      return (
        <InsetText>
          <p class="govuk-body">{block.what}</p>
          <p class="govuk-body">
            To bring it: <code>{block.mend}</code>
          </p>
        </InsetText>
      )
  }
}

const numeric = (text: string): Cell => ({ text, format: 'numeric' })

const measureOf = ({
  title,
  sentence,
  figures,
  target,
  comparators,
  noComparator,
  definition,
  source,
}: MeasureLine) => (
  <div class="heartwood-pack__measure">
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
    <p class="govuk-body">
      <strong>{sentence}</strong>
    </p>
    <Table
      attributes={{ 'aria-label': title }}
      firstCellIsHeader
      head={['Figure', 'For', numeric('Percentage'), numeric('Children')]}
      rows={[
        ...figures.map((figure) => rowOf(figure)),
        target && rowOf(target),
        ...comparators.map((one) => rowOf(one)),
      ]}
    />
    <p class="govuk-body-s">
      {definition} Source: {source}. {noComparator !== null && `National figures: ${noComparator}.`}
    </p>
  </div>
)

const rowOf = ({ label, period, printed, counted }: Printed): readonly Cell[] => [
  label,
  period,
  numeric(printed),
  numeric(counted === undefined ? '' : `${counted.numerator} of ${counted.denominator}`),
]

const tableOf = ({ title, head, rows, notes, source }: PackTable) => (
  <>
    <Table caption={title} captionClasses="govuk-table__caption--s" firstCellIsHeader head={head} rows={rows} />
    {notesOf(notes, source)}
  </>
)

const notesOf = (notes: readonly string[], source: string) => (
  <>
    {notes.map((note) => (
      <p class="govuk-body-s govuk-!-margin-bottom-1">{note}</p>
    ))}
    <p class="govuk-body-s">Source: {source}</p>
  </>
)

const changesOf = ({ since, changes }: PackContent) =>
  since === null ? null : (
    <section id="changes">
      <h2 class="govuk-heading-m">What changed since the pack of {inFull(since)}</h2>
      {changes.length === 0 ? (
        <p class="govuk-body">No figure of that pack would be printed otherwise today.</p>
      ) : (
        changesTable('Figures of that pack, for the same periods, as they stand now', changes)
      )}
    </section>
  )

/** Figures as they were published and as they would be printed now. */
export const changesTable = (title: string, changes: readonly PackChange[]) => (
  <Table
    caption={title}
    captionClasses="govuk-table__caption--s"
    firstCellIsHeader
    head={['Figure', numeric('Then'), numeric('Now')]}
    rows={changes.map(({ what, before, now }) => [what, numeric(before), numeric(now)])}
  />
)
