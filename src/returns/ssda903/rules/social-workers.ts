/** Social worker episodes. */
import { inOrder, latest } from '../../engine/child.ts'
import { blank, code } from '../../engine/codes.ts'
import { addYears, dayNumber } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { between, since } from '../../engine/rule.ts'
import { socialWorkerReasons } from '../code-lists.ts'
import { type ChildOf903, type Episode, periodsOfCare, shortBreaks } from '../facts.ts'
import { neighbours, orderedBy } from '../facts-sequence.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

type SocialWorkerEpisode = Row<Ssda903, 'SWEpisodes'>

const caseFirstTaken = code('FCONTA')

/** Social workers are collected from this day (guide to the collection 2023/24); before it no reason is asked for. */
const collectedSince = dayNumber(2023, 4, 1)
/** Days, either way, in which the next social worker's episode begins after the last one's end (guide, 2023/24). */
const handoverDays = 7
/** Days before the end of the year, and around an end, in which a new episode may be missing (guide, 2023/24). */
const followOnDays = 5

const isComplete = (row: SocialWorkerEpisode): boolean =>
  row.SW_ID !== blank && row.filled('SW_DECOM') && row.SW_REASON !== blank

/** The row that began last, the later in the file on a tie; rows without a start only where no row has one. */
const newest = (child: ChildOf903): SocialWorkerEpisode | undefined =>
  inOrder(child.SWEpisodes, 'SW_DECOM').at(-1) ?? child.SWEpisodes.at(-1)

/** Open, and more than a short break. */
const isStillLookedAfter = (episode: Episode): boolean => episode.blank('DEC') && !shortBreaks.has(episode.LS)

export const socialWorkers: readonly Rule<Ssda903>[] = [
  eachChild({
    code: 'SW01STG1',
    meaning: 'The child is looked after at the end of the year, but no social worker episode is complete',
    mend: 'Enter SW_ID, SW_DECOM and SW_REASON of the social worker',
    years: between(2024, 2024),
    tables: ['SWEpisodes', 'Episodes'],
    fields: { Episodes: ['DEC'], SWEpisodes: ['SW_ID', 'SW_DECOM', 'SW_REASON'] },
    check(child, flag) {
      const open = child.Episodes.filter(isStillLookedAfter)
      if (open.length === 0 || child.SWEpisodes.some(isComplete)) return
      flag.together([...open, ...child.SWEpisodes])
    },
  }),
  eachRow({
    code: 'SW01aSTG1',
    meaning: 'The start of the social worker episode is missing, or it began before April 2023 without SW_ID',
    mend: 'Enter SW_ID and SW_DECOM',
    years: since(2025),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DECOM', 'SW_ID'],
    check: ({ SW_DECOM, SW_ID }) => Number.isNaN(SW_DECOM) || (SW_DECOM < collectedSince && SW_ID === blank),
  }),
  eachRow({
    code: 'SW01bSTG1',
    meaning: 'The start, SW_ID or SW_REASON of a social worker episode from April 2023 on is missing',
    mend: 'Enter SW_ID, SW_DECOM and SW_REASON',
    years: since(2025),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
    check: ({ SW_DECOM, SW_ID, SW_REASON }) =>
      Number.isNaN(SW_DECOM) || (SW_DECOM >= collectedSince && (SW_ID === blank || SW_REASON === blank)),
  }),
  eachRow({
    code: 'SW02STG1',
    meaning: 'The id of the social worker does not begin with SW or XX',
    mend: 'Use the registration number (SW and digits), or an id of your own that begins with XX',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_ID'],
    check: (row) => row.SW_ID !== blank && !/^(SW|XX)/.test(row.text('SW_ID')),
  }),
  eachRow({
    code: 'SW03STG1',
    meaning: 'The social worker episode is incomplete',
    mend: 'Enter SW_ID, SW_DECOM and SW_REASON',
    years: between(2024, 2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_ID', 'SW_DECOM', 'SW_REASON'],
    check: (row) => !isComplete(row),
  }),
  eachRow({
    code: 'SW04STG1',
    meaning: 'The start of the social worker episode is not a real date',
    mend: 'Write SW_DECOM as dd/mm/yyyy',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DECOM'],
    check: (row) => row.unreadable('SW_DECOM'),
  }),
  eachRow({
    code: 'SW05STG1',
    meaning: 'The end of the social worker episode is not a real date',
    mend: 'Write SW_DEC as dd/mm/yyyy, or leave it blank while the episode lasts',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DEC'],
    check: (row) => row.unreadable('SW_DEC'),
  }),
  eachRow({
    code: 'SW06STG2',
    meaning: 'The social worker episode began after the end of the year',
    mend: 'Correct SW_DECOM, or leave the episode to the next return',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DECOM'],
    check: ({ SW_DECOM }, { end }) => SW_DECOM > end,
  }),
  eachRow({
    code: 'SW07STG2',
    meaning: 'The social worker episode ended outside the time that is reported',
    mend: 'Correct SW_DEC, or remove the episode',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DEC'],
    // The first collection asked for its own year; since then the year before is asked for as well.
    check: ({ SW_DEC }, { year, start, end }) => SW_DEC < (year === 2024 ? start : addYears(start, -1)) || SW_DEC > end,
  }),
  eachChild({
    code: 'SW08STG2',
    meaning: 'A later social worker episode has begun, but this one has no end',
    mend: 'Enter SW_DEC',
    years: since(2024),
    tables: ['SWEpisodes'],
    fields: { SWEpisodes: ['SW_DEC'] },
    check(child, flag) {
      const rows = inOrder(child.SWEpisodes, 'SW_DECOM')
      for (const row of rows.slice(0, -1)) if (Number.isNaN(row.SW_DEC)) flag(row, rows.at(-1))
    },
  }),
  eachRow({
    code: 'SW09STG2',
    meaning: 'The social worker episode began and ended on one day',
    mend: 'Correct SW_DECOM or SW_DEC, or remove the episode',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DECOM', 'SW_DEC'],
    check: ({ SW_DECOM, SW_DEC }) => SW_DECOM === SW_DEC,
  }),
  eachChild({
    code: 'SW10STG2',
    meaning: 'The social worker episode does not begin within 7 days of the end of the one before',
    mend: 'Correct the dates of the two episodes, or add the episode that is missing between them',
    years: since(2024),
    tables: ['SWEpisodes'],
    fields: { SWEpisodes: ['SW_DECOM'] },
    against: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
    check(child, flag, { year }) {
      const rows = orderedBy(
        child.SWEpisodes,
        ({ SW_DECOM }) => SW_DECOM,
        ({ SW_DEC }) => SW_DEC,
      )
      for (const { before, row } of neighbours(rows)) {
        if (Number.isNaN(before.SW_DEC) || (year >= 2025 && row.SW_REASON === caseFirstTaken)) continue
        const joins = Math.abs(row.SW_DECOM - before.SW_DEC) <= handoverDays
        if (!joins) flag(row, before)
      }
    },
  }),
  eachRow({
    code: 'SW11aSTG2',
    meaning: 'The social worker episode ended before the end of the year, and no other begins within 5 days of its end',
    mend: 'Correct SW_DEC, or add the episode that follows',
    years: between(2024, 2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DEC'],
    check: (row, { end }, child) =>
      row.SW_DEC <= end - followOnDays &&
      !child.SWEpisodes.some((other) => other !== row && Math.abs(other.SW_DECOM - row.SW_DEC) <= followOnDays),
  }),
  eachRow({
    code: 'SW11bSTG2',
    meaning: 'The social worker episode ended in the last days of the year, and no other follows',
    mend: 'Correct SW_DEC, or add the episode that follows',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_DEC'],
    check: (row, { end }, child) =>
      end - followOnDays <= row.SW_DEC && row.SW_DEC <= end && row === latest(child.SWEpisodes, 'SW_DECOM'),
  }),
  eachRow({
    code: 'SW12STG2',
    meaning: 'The child is looked after at the end of the year, but social worker episodes do not cover the year',
    mend: 'Add the social worker episodes of the whole year',
    years: since(2024),
    tables: ['SWEpisodes', 'Episodes'],
    table: 'Episodes',
    fields: ['DECOM', 'DEC'],
    against: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
    check(episode, collection, child) {
      if (!isStillLookedAfter(episode)) return false
      const { start, end } = collection
      const period = periodsOfCare(child, collection).find(({ episodes }) => episodes.includes(episode))
      const allYear = period !== undefined && period.start <= start
      const covers = ({ SW_DECOM, SW_DEC }: SocialWorkerEpisode) =>
        allYear ? SW_DECOM <= start && !(SW_DEC < start) : SW_DECOM <= end
      return !child.SWEpisodes.some(covers)
    },
  }),
  eachRow({
    code: 'SW13STG1',
    meaning: 'The reason for the social worker episode is missing or is not one of the codes',
    mend: 'Correct SW_REASON',
    years: since(2024),
    tables: ['SWEpisodes'],
    table: 'SWEpisodes',
    fields: ['SW_REASON'],
    check: ({ SW_REASON, SW_DECOM }, { year }) =>
      SW_REASON === blank ? year === 2024 || SW_DECOM >= collectedSince : !socialWorkerReasons.in(year).has(SW_REASON),
  }),
  eachChild({
    code: 'SW14STG2',
    meaning: "The social worker episode has no end, though it is not the child's latest",
    mend: 'Enter SW_DEC',
    years: between(2024, 2024),
    tables: ['SWEpisodes'],
    fields: { SWEpisodes: ['SW_DEC'] },
    check(child, flag) {
      const current = newest(child)
      for (const row of child.SWEpisodes) if (row !== current && Number.isNaN(row.SW_DEC)) flag(row, current)
    },
  }),
  eachChild({
    code: 'SW17STG2',
    meaning: 'No social worker episode of the child is open at the end of the year',
    mend: 'Remove SW_DEC if the episode lasts, or add the episode that follows',
    years: since(2026),
    tables: ['SWEpisodes'],
    fields: { SWEpisodes: ['SW_DEC', 'SW_DECOM'] },
    check(child, flag, { end }) {
      const current = latest(child.SWEpisodes, 'SW_DECOM') ?? child.SWEpisodes[0]
      const isOpen = child.SWEpisodes.some((row) => row.blank('SW_DEC') || row.SW_DEC > end)
      if (current !== undefined && !isOpen) flag(current)
    },
  }),
]
