import type { ComponentChildren } from 'preact'
import type { HeadingLevel, Props } from '../props.ts'

export type FigureProps = Props<{
  /** What is counted: 'Assessments completed within 45 working days'. */
  label: ComponentChildren
  /** As it is read: '84%', '1,204', 'Not yet known'. */
  value: string
  /** What it means: 'Better than target, worse than last year.' */
  sentence: ComponentChildren
  period: string
  source: string
  headingLevel?: HeadingLevel
}>

/** A number with what it means, its period and its source. */
export const Figure = ({ label, value, sentence, period, source, headingLevel }: FigureProps) => {
  const Heading = `h${headingLevel ?? 2}` as const
  return (
    <div class="heartwood-figure">
      <Heading class="govuk-heading-s govuk-!-margin-bottom-1">{label}</Heading>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong class="heartwood-figure__number">{value}</strong> {sentence}
      </p>
      <p class="govuk-body-s heartwood-figure__source">
        {period}. Source: {source}.
      </p>
    </div>
  )
}
