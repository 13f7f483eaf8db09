/** Disabilities. */
import { blank, code } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { disabilities as listed } from '../code-lists.ts'
import { no } from '../facts.ts'
import { inAnyCase } from '../facts-case.ts'
import { dated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow, wholeReturn } from '../layout.ts'

const none = code('NONE')
const noneInAnyCase = inAnyCase('NONE')

export const disabilities: readonly Rule<CinCensus>[] = [
  wholeReturn({
    code: '2887Q',
    meaning: 'Fewer than eight different kinds of disability are used in the whole return',
    mend: 'Check that every kind of disability reaches the return from the record',
    years: since(2023),
    severity: 'query',
    tables: ['Disabilities'],
    fields: {},
    begin: () => new Set<string>(),
    each(child, seen, { year }) {
      for (const row of child.Disabilities) {
        if (row.Disability !== none && listed.in(year).has(row.Disability)) seen.add(row.text('Disability'))
      }
    },
    end(seen, flag) {
      if (seen.size < 8) flag.whole(`Kinds used: ${seen.size} ${[...seen].sort().join(' ')}`.trim())
    },
  }),
  wholeReturn({
    code: '2888Q',
    meaning: 'No child in the whole return has more than one disability',
    mend: 'Check that every disability of a child reaches the return from the record',
    years: since(2023),
    severity: 'query',
    tables: ['Disabilities'],
    fields: {},
    begin: () => ({ children: 0, most: 0 }),
    each(child, seen) {
      if (child.id === '') return
      const kinds = new Set(child.Disabilities.map((row) => row.Disability))
      kinds.delete(none)
      kinds.delete(blank)
      if (kinds.size > 0) seen.children++
      seen.most = Math.max(seen.most, kinds.size)
    },
    end({ children, most }, flag) {
      if (most === 1) flag.whole(`Children with a disability: ${children}, each with one only`)
    },
  }),
  eachChild({
    code: '8540',
    meaning: 'A child whose referral went further must have a disability code of the list, if only NONE',
    mend: 'Give the disabilities of the child, or NONE',
    years: since(2023),
    tables: ['Disabilities', 'ChildIdentifiers', 'CINdetails'],
    fields: { ChildIdentifiers: ['PersonBirthDate'], Disabilities: ['Disability'], CINdetails: ['ReferralNFA'] },
    check(child, flag, { year }) {
      const invalid = child.Disabilities.filter((row) => !listed.in(year).has(row.Disability))
      if (child.Disabilities.length > 0 && invalid.length === 0) return
      const born = child.ChildIdentifiers.filter((person) => dated(person.PersonBirthDate))
      const further = child.CINdetails.filter((episode) => no.has(episode.ReferralNFA))
      if (born.length > 0 && further.length > 0) flag.together([...born, ...invalid, ...further])
    },
  }),
  eachRow({
    code: '8790',
    meaning: 'A disability is given beside NONE',
    mend: 'Leave out NONE, or leave out the disability',
    years: since(2023),
    tables: ['Disabilities'],
    table: 'Disabilities',
    fields: ['Disability'],
    check: ({ Disability }, _, child) =>
      Disability !== blank &&
      !noneInAnyCase.has(Disability) &&
      child.Disabilities.some((other) => noneInAnyCase.has(other.Disability)),
  }),
  eachRow({
    code: '8794',
    meaning: 'The same disability is given more than once',
    mend: 'Give each disability once',
    years: since(2023),
    tables: ['Disabilities'],
    table: 'Disabilities',
    fields: ['Disability'],
    check: (row, _, child) =>
      row.Disability !== blank &&
      child.Disabilities.some((other) => other.row !== row.row && other.Disability === row.Disability),
  }),
]
