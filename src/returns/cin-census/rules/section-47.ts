/** Section 47 enquiries and initial conferences. */
import { inside } from '../../engine/child.ts'
import { weekday } from '../../engine/days.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { episodeOf, no, yes } from '../facts.ts'
import { oldestOpenEnquiry } from '../facts-deadlines.ts'
import { overlapFields, overlaps } from '../facts-overlap.ts'
import { dated, outside, undated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'

type Enquiry = Row<CinCensus, 'Section47'>

/** Neither has a conference been held nor was it found that none is needed. */
const unfinished = (enquiry: Enquiry): boolean => undated(enquiry.DateOfInitialCPC) && !yes.has(enquiry.ICPCnotRequired)

/** A conference is needed and has not been held. */
const awaitsConference = (enquiry: Enquiry): boolean =>
  undated(enquiry.DateOfInitialCPC) && no.has(enquiry.ICPCnotRequired)

const atWeekend = (day: number): boolean => weekday(day) > 5

export const section47: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '1104',
    meaning: 'The initial child protection conference was held before the referral',
    mend: 'Correct the date of the conference or of the referral',
    years: since(2023),
    tables: ['Section47', 'CINdetails'],
    fields: { Section47: ['DateOfInitialCPC'], CINdetails: ['CINreferralDate'] },
    check(child, flag) {
      for (const enquiry of child.Section47) {
        const episode = episodeOf(child, enquiry)
        if (episode === undefined || !(enquiry.DateOfInitialCPC < episode.CINreferralDate)) continue
        flag.together([enquiry, episode], `${episode.row} ${enquiry.DateOfInitialCPC}`)
      }
    },
  }),
  eachChild({
    code: '2884',
    meaning: 'The same initial conference is given in the enquiry and in the details of the referral',
    mend: 'Leave the date in the details of the referral for a child who moved in with a plan, otherwise in the enquiry',
    years: since(2023),
    tables: ['Section47', 'CINdetails'],
    fields: { Section47: ['DateOfInitialCPC'], CINdetails: ['DateOfInitialCPC'] },
    check(child, flag) {
      for (const enquiry of child.Section47) {
        for (const episode of child.CINdetails) {
          if (enquiry.DateOfInitialCPC !== episode.DateOfInitialCPC) continue
          flag.together([enquiry, episode], `${enquiry.parent} ${enquiry.DateOfInitialCPC}`)
        }
      }
    },
  }),
  eachChild({
    code: '2889',
    meaning: 'The section 47 enquiry began before the referral',
    mend: 'Correct the start of the enquiry or the date of the referral',
    years: since(2023),
    tables: ['Section47', 'CINdetails'],
    fields: { Section47: ['S47ActualStartDate'], CINdetails: ['CINreferralDate'] },
    check(child, flag) {
      for (const enquiry of child.Section47) {
        const episode = episodeOf(child, enquiry)
        if (episode === undefined || !(enquiry.S47ActualStartDate < episode.CINreferralDate)) continue
        flag.together([enquiry, episode], `${enquiry.S47ActualStartDate} ${episode.CINreferralDate}`)
      }
    },
  }),
  eachChild({
    code: '2991Q',
    meaning: 'There is a section 47 enquiry and no assessment in the episode',
    mend: 'Check that the assessment was recorded',
    years: since(2023),
    severity: 'query',
    tables: ['Section47', 'Assessments'],
    fields: { Section47: ['LAchildID', 'S47ActualStartDate'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        const enquiries = inside(episode, child.Section47)
        if (enquiries.length > 0 && inside(episode, child.Assessments).length === 0) flag.together(enquiries)
      }
    },
  }),
  eachRow({
    code: '8615',
    meaning: 'The section 47 enquiry has no start, or began after its initial conference',
    mend: 'Give the start of the enquiry, or correct the date of the conference',
    years: since(2023),
    tables: ['Section47'],
    table: 'Section47',
    fields: ['S47ActualStartDate', 'DateOfInitialCPC'],
    check: ({ S47ActualStartDate: start, DateOfInitialCPC: conference }) =>
      start > conference || (dated(conference) && undated(start)),
  }),
  eachRow({
    code: '8675Q',
    meaning: 'The enquiry had been open for more than 15 working days at the reference date without a conference',
    mend: 'Give the date of the conference, or say that none was required',
    years: since(2023),
    severity: 'query',
    tables: ['Section47', 'Header.ReferenceDate'],
    table: 'Section47',
    fields: ['DateOfInitialCPC', 'S47ActualStartDate', 'ICPCnotRequired'],
    check: (row, collection) => awaitsConference(row) && row.S47ActualStartDate < oldestOpenEnquiry(collection),
  }),
  eachRow({
    code: '8715',
    meaning: 'The initial conference was not held in the census year',
    mend: 'Correct the date of the conference, or leave out an enquiry of another year',
    years: since(2023),
    tables: ['Section47', 'Header.ReferenceDate'],
    table: 'Section47',
    fields: ['DateOfInitialCPC'],
    check: ({ DateOfInitialCPC }, period) => outside(DateOfInitialCPC, period),
  }),
  eachRow({
    code: '8740',
    meaning: 'The enquiry awaits its conference and did not start in the census year',
    mend: 'Correct its start, give the date of the conference, or say that none was required',
    years: since(2023),
    tables: ['Section47', 'Header.ReferenceDate'],
    table: 'Section47',
    fields: ['S47ActualStartDate', 'DateOfInitialCPC', 'ICPCnotRequired'],
    check: (row, period) => awaitsConference(row) && outside(row.S47ActualStartDate, period),
  }),
  eachChild({
    code: '8839',
    meaning: 'More than one section 47 enquiry of the episode is open',
    mend: 'Give the dates of the conferences held, or say that none was required',
    years: since(2023),
    tables: ['Section47'],
    fields: { Section47: ['DateOfInitialCPC'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        const open = inside(episode, child.Section47).filter(unfinished)
        if (open.length > 1) flag.together(open)
      }
    },
  }),
  eachChild({
    code: '8868',
    meaning: 'The case was closed while a section 47 enquiry was not finished',
    mend: 'Give the date of the conference, say that none was required, or correct the closure',
    years: since(2023),
    tables: ['CINdetails', 'Section47'],
    fields: { Section47: ['DateOfInitialCPC', 'ICPCnotRequired'], CINdetails: ['CINclosureDate'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        if (undated(episode.CINclosureDate)) continue
        const open = inside(episode, child.Section47).filter(unfinished)
        if (open.length > 0) flag.together([episode, ...open])
      }
    },
  }),
  eachRow({
    code: '8870Q',
    meaning: 'The target date of the initial conference is on a weekend',
    mend: 'Check the target: 15 working days from the strategy discussion',
    years: since(2023),
    severity: 'query',
    tables: ['Section47'],
    table: 'Section47',
    fields: ['InitialCPCtarget'],
    check: ({ InitialCPCtarget }) => atWeekend(InitialCPCtarget),
  }),
  eachRow({
    code: '8875',
    meaning: 'The initial conference was on a weekend',
    mend: 'Correct the date of the conference',
    years: since(2023),
    tables: ['Section47'],
    table: 'Section47',
    fields: ['DateOfInitialCPC'],
    check: ({ DateOfInitialCPC }) => atWeekend(DateOfInitialCPC),
  }),
  eachChild({
    code: '8890',
    meaning: 'A section 47 enquiry began while another of the same episode was running',
    mend: 'Check the dates of both enquiries',
    years: since(2023),
    tables: ['Section47'],
    fields: { Section47: ['S47ActualStartDate', 'DateOfInitialCPC'] },
    check(child, flag, { end }) {
      for (const episode of child.CINdetails) {
        const overlapping = overlaps(
          inside(episode, child.Section47),
          (row) => row.S47ActualStartDate,
          (row, day) => day <= row.DateOfInitialCPC || (unfinished(row) && day <= end),
        )
        for (const overlap of overlapping) {
          const rows = overlapFields(overlap, 'S47ActualStartDate', 'DateOfInitialCPC')
          flag.together(rows, `${episode.row} ${overlap.late.S47ActualStartDate}`)
        }
      }
    },
  }),
]
