/** The child beside the referrals: referred or closed at odds with birth, death and UPN. */
import { blank, code } from '../../engine/codes.ts'
import { addYears, dayNumber, dayParts } from '../../engine/days.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { no, yes } from '../facts.ts'
import { inAnyCase } from '../facts-case.ts'
import { undated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'

const died = code('RC2')
const noFurtherAction = code('UN7')
const reasonsForNoUpn = inAnyCase('UN2 UN3 UN4 UN5 UN6 UN7')

/**
 * The last date of birth of those who should have a UPN: in returns to 2024, of those aged 6 on the reference date; from
 * 2025, of those aged 5 on the 31 August before it.
 */
function lastBirthOfSchoolAge({ year, end }: Collection): number {
  return year < 2025 ? addYears(end, -6) : dayNumber(dayParts(end).year - 6, 8, 31)
}

export const childAndReferrals: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '8555Q',
    meaning: 'The child was referred after having died',
    mend: 'Correct the date of the referral or the date of death',
    years: since(2023),
    severity: 'query',
    tables: ['CINdetails', 'ChildIdentifiers'],
    fields: { CINdetails: ['CINreferralDate'], ChildIdentifiers: ['PersonDeathDate'] },
    check(child, flag) {
      for (const person of child.ChildIdentifiers) {
        for (const episode of child.CINdetails) {
          if (!(episode.CINreferralDate > person.PersonDeathDate)) continue
          flag.together([episode, person], `${episode.CINreferralDate} ${person.PersonDeathDate}`)
        }
      }
    },
  }),
  eachChild({
    code: '8585Q',
    meaning: 'The case was closed because the child died (RC2) and there is no date of death',
    mend: 'Give the date of death, or correct the reason for closure',
    years: since(2023),
    severity: 'query',
    tables: ['CINdetails', 'ChildIdentifiers'],
    fields: { ChildIdentifiers: ['PersonDeathDate'], CINdetails: ['ReasonForClosure'] },
    check(child, flag) {
      const closed = child.CINdetails.filter((episode) => episode.ReasonForClosure === died)
      if (closed.length === 0) return
      const without = child.ChildIdentifiers.filter((person) => undated(person.PersonDeathDate))
      if (without.length > 0) flag.together([...without, ...closed])
    },
  }),
  eachRow({
    code: '8770Q',
    meaning: 'The child is of school age and has neither a UPN nor a valid reason for having none',
    mend: 'Give the UPN, or one of the reasons UN2 to UN7',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers', 'CINdetails', 'Header.ReferenceDate'],
    table: 'ChildIdentifiers',
    fields: ['UPN', 'UPNunknown'],
    check: (row, collection, child) =>
      row.UPN === blank &&
      !reasonsForNoUpn.has(row.UPNunknown) &&
      row.PersonBirthDate <= lastBirthOfSchoolAge(collection) &&
      child.CINdetails.some((episode) => no.has(episode.ReferralNFA)),
  }),
  eachChild({
    code: '8772',
    meaning: 'UN7 is for children whose referral led to no further action, and one of this child went further',
    mend: 'Give the UPN or another reason for having none, or correct whether further action was taken',
    years: since(2023),
    tables: ['ChildIdentifiers', 'CINdetails'],
    fields: { ChildIdentifiers: ['UPNunknown'], CINdetails: ['ReferralNFA'] },
    check(child, flag) {
      const without = child.ChildIdentifiers.filter((person) => person.UPNunknown === noFurtherAction)
      if (without.length === 0) return
      const further = child.CINdetails.filter((episode) => !yes.has(episode.ReferralNFA))
      if (further.length > 0) flag.together([...without, ...further])
    },
  }),
  eachChild({
    code: '8775Q',
    meaning: 'The person was over 25 while the case was open',
    mend: 'Check the date of birth, and close the case by the 25th birthday',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers', 'CINdetails', 'Header.ReferenceDate'],
    fields: { ChildIdentifiers: ['PersonBirthDate'], CINdetails: ['CINclosureDate'] },
    check(child, flag, { end }) {
      for (const person of child.ChildIdentifiers) {
        if (!(person.PersonBirthDate < addYears(end, -25))) continue
        const birthday = addYears(person.PersonBirthDate, 25)
        const open = child.CINdetails.filter(
          ({ CINclosureDate }) => undated(CINclosureDate) || CINclosureDate > birthday,
        )
        if (open.length > 0) flag.together([person, ...open])
      }
    },
  }),
]
