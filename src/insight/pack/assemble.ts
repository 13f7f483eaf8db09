/** The pack from its facts: what is printed, with small numbers withheld once, before any form of it is drawn. */
import { inFull } from '../../core/calendar/index.ts'
import { rounded } from '../standing/parts.ts'
import type { MeasureLine, PackBlock, PackChange, PackContent, PackSection, Printed } from './content.ts'
import type { FigureFacts, MeasureFacts, PackFacts, PageFacts } from './facts.ts'
import { ofstedSection } from './ofsted-page.ts'
import { placementsSection } from './placements-page.ts'
import { boardName, packTitle } from './plan.ts'
import { sentenceOf } from './sentence.ts'
import { printedCount, suppressed } from './suppress.ts'
import { countId, withheldIn } from './withhold.ts'

/** @param changes figures of the pack before that would be printed otherwise today, from `changes.ts` */
export function assemble(facts: PackFacts, changes: readonly PackChange[]): PackContent {
  const withheld = withheldIn(facts)
  return {
    title: packTitle,
    council: facts.council,
    board: boardName,
    date: facts.date,
    sections: [
      ...askedSection(facts.asked),
      ...facts.pages.map((page) => measuresSection(page, withheld)),
      placementsSection(facts.placements, withheld),
      ofstedSection(facts.ofsted),
    ],
    since: facts.earlier[0]?.date ?? null,
    changes,
    notes: notesOf(facts),
  }
}

function askedSection(asked: string | null): readonly PackSection[] {
  if (asked === null || asked.trim() === '') return []
  const blocks = asked
    .split(/\r?\n\s*\r?\n/)
    .map((text): PackBlock => ({ kind: 'words', text: text.trim() }))
    .filter((block) => block.kind === 'words' && block.text !== '')
  return [{ id: 'asked', title: 'What the Board asked last time, and what happened', blocks }]
}

function measuresSection({ id, title, measures }: PageFacts, withheld: ReadonlySet<string>): PackSection {
  if (measures.length === 0) return { id, title, blocks: [nothingLoaded] }
  return { id, title, blocks: [{ kind: 'measures', lines: measures.map((one) => lineOf(one, withheld)) }] }
}

const nothingLoaded: PackBlock = {
  kind: 'missing',
  what: 'No referral, assessment or plan is on the record yet.',
  mend: 'bin/heartwood import cin FILE...',
}

function lineOf(facts: MeasureFacts, withheld: ReadonlySet<string>): MeasureLine {
  const { measure } = facts
  const figures = facts.figures.map((figure) => printedFigure(measure, figure, withheld))
  const labelled = (label: string): Printed | undefined => figures.find((figure) => figure.label === label)
  const headline = labelled(facts.headline)
  const target: Printed | null = facts.target && {
    label: 'Target',
    period: facts.target.period,
    printed: `${facts.target.value}%`,
    value: facts.target.value,
  }
  const comparators = facts.comparators.map(({ label, period, value: exact, marker }): Printed => {
    const value = exact === null ? null : rounded(exact, measure.decimals)
    return { label, period, printed: value === null ? (marker ?? 'not published') : percent(measure, value), value }
  })
  const like = comparators.filter((_, i) => facts.comparators[i]?.isLike)
  return {
    measure: measure.id,
    title: measure.title,
    figures,
    target,
    comparators,
    noComparator: facts.noComparator,
    sentence: sentenceOf({
      better: measure.better,
      headline,
      beside: figures.find(({ label }) => label !== facts.headline && label !== facts.before),
      before: labelled(facts.before),
      target,
      like,
    }),
    definition: `Of ${measure.denominator}, ${measure.numerator}.`,
    source: measure.source,
  }
}

const percent = ({ decimals }: Pick<MeasureFacts['measure'], 'decimals'>, value: number): string =>
  `${value.toFixed(decimals)}%`

/** A percentage says as much as both its counts: it is printed where both of them may be. */
function printedFigure(
  { id, decimals }: MeasureFacts['measure'],
  { label, period, numerator, denominator }: FigureFacts,
  withheld: ReadonlySet<string>,
): Printed {
  const [met, all] = [countId(id, period, 'met'), countId(id, period, 'all')]
  const isWithheld = withheld.has(met) || withheld.has(all)
  const value = denominator === 0 || isWithheld ? null : rounded((100 * numerator) / denominator, decimals)
  return {
    label,
    period: period.title,
    printed: isWithheld ? suppressed : value === null ? 'none yet' : percent({ decimals }, value),
    value,
    counted: {
      from: period.from,
      to: period.to,
      numerator: printedCount({ id: met, value: numerator }, withheld),
      denominator: printedCount({ id: all, value: denominator }, withheld),
    },
  }
}

function notesOf({ threshold, date }: PackFacts): readonly string[] {
  return [
    `Counts from 1 to ${threshold - 1} are printed as “${suppressed}”, and so is every count or percentage from which one could be worked out, here or beside an earlier pack. Zero is shown.`,
    'Year to date is from 1 April to the date of the pack. Rolling is the twelve whole months that ended last, added up and then divided.',
    `Figures of the council are from its own record as it stood for ${inFull(date)}. Better and worse are said of figures as printed, and only of figures for the same period.`,
    'National figures, statistical neighbours and inspections: Department for Education and Ofsted. Contains public sector information licensed under the Open Government Licence v3.0.',
  ]
}
