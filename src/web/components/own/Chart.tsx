/** A measure by month, drawn on the server, with every number in the table beside it. */
import { type Day, monthNames, monthNumberOf, yearOf } from '../../../core/calendar/index.ts'
import { Table } from '../govuk/Table.tsx'
import type { Props } from '../props.ts'
import { linePath, placeOf, round, spread, ticksFor } from './chart-scale.ts'

/** One line: a value for each month, null where it is not known. */
export type ChartLine = Props<{ name: string; values: readonly (number | null)[] }>

export type ChartProps = Props<{
  /** Of the figure; ids inside begin with it. */
  id: string
  /** What is measured, in words. */
  title: string
  /** Any day of each month, in order; each line has a value for each. */
  months: readonly Day[]
  value: ChartLine
  target?: ChartLine
  comparator?: ChartLine
  /** How a number is written: '%' after it unless said. */
  format?: (value: number) => string
  /** How a mark of the axis is written, where that is shorter: as any number of it unless said. */
  formatMark?: (value: number) => string
  /** The axis begins at 0 unless this is false: say so only where small changes matter and the axis is read. */
  fromZero?: boolean
}>

const width = 720
const height = 320
const area = { left: 56, right: 560, top: 20, bottom: 270 }
const labelGap = 20

/** What tells the lines apart without colour: the dash, the mark at each month, and the name at the end. */
const kinds = {
  value: { class: 'heartwood-chart__value', dash: undefined, stroke: undefined, strokeWidth: 3 },
  target: { class: undefined, dash: '10 6', stroke: '#0b0c0c', strokeWidth: 2 },
  comparator: { class: undefined, dash: '2 5', stroke: '#484949', strokeWidth: 3 },
} as const

interface Drawn {
  readonly kind: keyof typeof kinds
  readonly line: ChartLine
}

const percent = (value: number) => `${value}%`
const monthInFull = (month: Day) => `${monthNames[monthNumberOf(month) - 1]} ${yearOf(month)}`
const monthInShort = (month: Day) => (monthNames[monthNumberOf(month) - 1] ?? '').slice(0, 3)

export const Chart = (props: ChartProps) => {
  const { id, title, months, format = percent } = props
  const lines = linesOf(props)
  const known = lines.flatMap(({ line }) => line.values.filter((value) => value !== null))
  return (
    <figure class="heartwood-chart" id={id}>
      {known.length > 0 && drawing(props, lines, ticksFor(known, { fromZero: props.fromZero ?? true }), format)}
      <Table
        caption={title}
        captionClasses="govuk-table__caption--s"
        firstCellIsHeader
        head={['Month', ...lines.map(({ line }) => ({ text: line.name, format: 'numeric' as const }))]}
        rows={months.map((month, at) => [
          monthInFull(month),
          ...lines.map(({ line }) => ({ text: inWords(line.values[at], format), format: 'numeric' as const })),
        ])}
      />
    </figure>
  )
}

const linesOf = ({ value, target, comparator }: ChartProps): readonly Drawn[] => [
  { kind: 'value', line: value },
  ...(target ? [{ kind: 'target' as const, line: target }] : []),
  ...(comparator ? [{ kind: 'comparator' as const, line: comparator }] : []),
]

const inWords = (value: number | null | undefined, format: (value: number) => string) =>
  value === null || value === undefined ? 'not known' : format(value)

const drawing = (
  { id, title, months, formatMark }: ChartProps,
  lines: readonly Drawn[],
  ticks: readonly number[],
  format: (value: number) => string,
) => {
  // More than twelve names do not fit side by side: then every third month is named.
  const every = months.length > 12 ? 3 : 1
  const x = (at: number) => area.left + ((at + 0.5) * (area.right - area.left)) / months.length
  const y = (value: number) => placeOf(value, ticks, area.bottom, area.top)
  return (
    <svg
      class="heartwood-chart__drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      font-size="16"
      fill="none"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{describe(months, lines, format)}</desc>
      {ticks.map((tick) => (
        <>
          <path d={`M${area.left} ${round(y(tick))}H${area.right}`} stroke="#cecece" />
          <text x={area.left - 8} y={round(y(tick) + 5)} text-anchor="end" fill="#0b0c0c">
            {(formatMark ?? format)(tick)}
          </text>
        </>
      ))}
      {months.map((month, at) =>
        at % every === 0
          ? monthLabel(month, x(at), at === 0 || yearOf(month) !== yearOf(months[at - every] ?? month))
          : null,
      )}
      {lines.map(({ kind, line }) => lineOf(kind, line, x, y))}
      {endLabels(lines, y)}
    </svg>
  )
}

const monthLabel = (month: Day, x: number, hasYear: boolean) => (
  <>
    <text x={round(x)} y={area.bottom + 22} text-anchor="middle" fill="#0b0c0c">
      {monthInShort(month)}
    </text>
    {hasYear && (
      <text x={round(x)} y={area.bottom + 42} text-anchor="middle" fill="#0b0c0c">
        {yearOf(month)}
      </text>
    )}
  </>
)

const lineOf = (
  kind: Drawn['kind'],
  { values }: ChartLine,
  x: (at: number) => number,
  y: (value: number) => number,
) => {
  const look = kinds[kind]
  const points = values.map((value, at) => (value === null ? null : ([x(at), y(value)] as const)))
  return (
    <>
      <path
        class={look.class}
        d={linePath(points)}
        stroke={look.stroke}
        stroke-width={look.strokeWidth}
        stroke-dasharray={look.dash}
      />
      {kind === 'value' &&
        points.map(
          (point) => point && <circle class="heartwood-chart__mark" cx={round(point[0])} cy={round(point[1])} r="5" />,
        )}
    </>
  )
}

/** Each line is named where it ends, so that no key of colours is needed. */
const endLabels = (lines: readonly Drawn[], y: (value: number) => number) => {
  const ends = lines.flatMap(({ kind, line }) => {
    const last = line.values.findLast((value) => value !== null)
    return last === null || last === undefined ? [] : [{ kind, name: line.name, place: y(last) }]
  })
  const places = spread(
    ends.map(({ place }) => place),
    labelGap,
    area.top,
    area.bottom,
  )
  return ends.map(({ kind, name }, at) => (
    <text
      x={area.right + 8}
      y={round((places[at] ?? 0) + 5)}
      fill="#0b0c0c"
      font-weight={kind === 'value' ? 'bold' : undefined}
    >
      {name}
    </text>
  ))
}

/** The drawing, told: for each line where it begins and ends, its lowest and its highest. */
const describe = (months: readonly Day[], lines: readonly Drawn[], format: (value: number) => string): string =>
  lines
    .map(({ line }) => {
      const known = line.values.flatMap((value, at) => {
        const month = months[at]
        return value === null || month === undefined ? [] : [{ value, month: monthInFull(month) }]
      })
      const [first] = known
      const last = known[known.length - 1]
      if (!first || !last) return `${line.name}: not known.`
      const lowest = known.reduce((a, b) => (b.value < a.value ? b : a))
      const highest = known.reduce((a, b) => (b.value > a.value ? b : a))
      if (lowest.value === highest.value) return `${line.name}: ${format(first.value)} throughout.`
      return `${line.name}: ${format(first.value)} in ${first.month}, ${format(last.value)} in ${last.month}; lowest ${format(lowest.value)} in ${lowest.month}, highest ${format(highest.value)} in ${highest.month}.`
    })
    .join(' ')
