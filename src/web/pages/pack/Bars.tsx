/** A chart of the pack as bars, drawn on the server, with every number in the table beside it. */
import type { PackChart } from '../../../insight/pack/index.ts'
import { Table } from '../../components/index.ts'
import { placeOf, round, ticksFor } from '../../components/own/chart-scale.ts'

const width = 720
const height = 340
const area = { left: 56, right: 710, top: 24, bottom: 260 }
/** Of each category's place, what stays free between groups. */
const gap = 0.25

/** What tells series apart without colour: full, hatched, outlined. */
const looks = [
  { fill: 'var(--heartwood-council-colour, #1f4e5f)', stroke: 'none' },
  { fill: 'url(#pack-hatched)', stroke: '#0b0c0c' },
  { fill: '#ffffff', stroke: '#0b0c0c' },
] as const

type Series = PackChart['series'][number]

const printed = ({ unit }: PackChart, value: number | null | undefined): string => {
  if (value === null || value === undefined) return 'not shown'
  return unit === '%' ? `${value.toFixed(1)}%` : value.toLocaleString('en-GB')
}

export const Bars = ({ chart }: { readonly chart: PackChart }) => (
  <figure class="heartwood-chart" id={chart.id}>
    {drawing(chart)}
    <Table
      caption={chart.title}
      captionClasses="govuk-table__caption--s"
      firstCellIsHeader
      head={[chart.along, ...chart.series.map(({ name }) => ({ text: name, format: 'numeric' as const }))]}
      rows={chart.categories.map((category, at) => [
        category,
        ...chart.series.map(({ values }) => ({ text: printed(chart, values[at]), format: 'numeric' as const })),
      ])}
    />
  </figure>
)

function drawing(chart: PackChart) {
  const known = chart.series.flatMap(({ values }) => values.filter((value) => value !== null))
  if (known.length === 0) return null
  const ticks = ticksFor(known, { fromZero: true })
  const y = (value: number): number => placeOf(value, ticks, area.bottom, area.top)
  return (
    <svg
      class="heartwood-chart__drawing"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${chart.id}-title ${chart.id}-description`}
      font-size="16"
    >
      <title id={`${chart.id}-title`}>{chart.title}</title>
      <desc id={`${chart.id}-description`}>{told(chart)}</desc>
      <defs>
        <pattern id="pack-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#ffffff" />
          <rect width="2.5" height="6" fill="#0b0c0c" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <>
          <path d={`M${area.left} ${round(y(tick))}H${area.right}`} stroke="#cecece" />
          <text x={area.left - 8} y={round(y(tick) + 5)} text-anchor="end" fill="#0b0c0c">
            {chart.unit === '%' ? `${tick}%` : tick}
          </text>
        </>
      ))}
      {chart.series.map((series, at) => bars(chart, series, at, y))}
      {chart.categories.map((category, at) => (
        <text x={round(middleOf(chart, at))} y={area.bottom + 22} text-anchor="middle" fill="#0b0c0c">
          {category}
        </text>
      ))}
      {chart.series.length > 1 && key(chart)}
    </svg>
  )
}

const placeWidth = ({ categories }: PackChart): number => (area.right - area.left) / categories.length
const middleOf = (chart: PackChart, at: number): number => area.left + (at + 0.5) * placeWidth(chart)

function bars(chart: PackChart, { values }: Series, which: number, y: (value: number) => number) {
  const each = Math.min((placeWidth(chart) * (1 - gap)) / chart.series.length, 80)
  const look = looks[which % looks.length] ?? looks[0]
  return values.map((value, at) => {
    const left = middleOf(chart, at) + (which - chart.series.length / 2) * each
    if (value === null) return null
    return (
      <>
        <rect
          x={round(left + 1)}
          y={round(y(value))}
          width={round(each - 2)}
          height={round(area.bottom - y(value))}
          fill={look.fill}
          stroke={look.stroke}
        />
        <text x={round(left + each / 2)} y={round(y(value) - 5)} text-anchor="middle" font-size="14" fill="#0b0c0c">
          {chart.unit === '%' ? value.toFixed(1) : value}
        </text>
      </>
    )
  })
}

const key = ({ series }: PackChart) =>
  series.map(({ name }, at) => {
    const look = looks[at % looks.length] ?? looks[0]
    const left = area.left + at * 220
    return (
      <>
        <rect x={left} y={height - 34} width="18" height="18" fill={look.fill} stroke={look.stroke} />
        <text x={left + 26} y={height - 20} fill="#0b0c0c">
          {name}
        </text>
      </>
    )
  })

const told = (chart: PackChart): string =>
  chart.series
    .map(
      ({ name, values }) =>
        `${name}: ${chart.categories.map((category, at) => `${category} ${printed(chart, values[at])}`).join(', ')}.`,
    )
    .join(' ')
