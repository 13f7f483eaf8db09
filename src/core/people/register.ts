/**
 * Who a person is, as a record like any other: registered once, and every later change of name, address, school or
 * relationship an entry of its own. It is a pathway so that it has forms, history, corrections and "as known on" from
 * the same core as every service.
 */
import { day, line, oneOf, reference, several, text, wholeNumber, yesNo } from '../pathway/field.ts'
import { pathway } from '../pathway/pathway.ts'
import { step } from '../pathway/step.ts'
import { addressKinds, parsePostcode } from './addresses.ts'
import { parseNhsNumber, parseUln, parseUpn } from './identifiers.ts'
import { bases, type ResponsibilityBasis } from './parental-responsibility.ts'
import { disabilities, type Ethnicity, ethnicities, sexes } from './person.ts'
import { type RelationshipKind, relationshipKinds } from './relationships.ts'

const labels = <K extends string>(table: Readonly<Record<K, { readonly label: string }>>): Record<K, string> => {
  const list = Object.entries(table) as [K, { label: string }][]
  return Object.fromEntries(list.map(([code, { label }]) => [code, capital(label)])) as Record<K, string>
}
const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1)

const postcodeRule = {
  says: 'The postcode is not one that exists. Write it as CV1 5RR, or leave it empty.',
  field: 'postcode',
  holds: (v: { readonly postcode?: string }) => v.postcode === undefined || parsePostcode(v.postcode).ok,
} as const

export const register = pathway({
  id: 'person',
  title: 'Person',
  episode: 'record',
  about: 'child',
  law: ['Children Act 1989', 'Data Protection Act 2018'],
  steps: {
    registered: step(
      'Added to the register',
      {
        as: oneOf('Is this a child or an adult?', { child: 'A child or an unborn baby', adult: 'An adult' }),
        forename: line('Forename', { optional: true }),
        surname: line('Surname', { optional: true }),
        knownAs: line('Known as', { optional: true }),
        // A wrong day of birth must not stand in the way of the right one.
        born: day('Date of birth', {
          optional: true,
          beforeBirth: true,
          hint: 'For an unborn baby, leave this empty.',
        }),
        expected: day('Expected date of birth', { optional: true, ahead: true }),
        sex: oneOf('Sex', sexes),
        ethnicity: oneOf('Ethnicity', labels<Ethnicity>(ethnicities), { optional: true }),
        language: line('Main language at home', { optional: true }),
        interpreter: yesNo('Is an interpreter needed?', { optional: true }),
        disabilities: several('Disabilities', disabilities, { optional: true }),
        childId: line('Child id'),
        upn: line('Unique pupil number', { optional: true }),
        nhs: line('NHS number', { optional: true }),
        family: wholeNumber('Family', { optional: true, from: 1, to: 2_000_000_000 }),
        address: text('Address', { optional: true, lines: 3, lengthMax: 300 }),
        postcode: line('Postcode', { optional: true }),
        protected: yesNo('Must this address be kept from anyone?', { optional: true }),
        school: reference('School', 'organisation', { optional: true }),
      },
      {
        rules: [
          {
            says: 'The child id is given once and never changes.',
            field: 'childId',
            holds: (v, { episode }) => {
              const given = episode?.events.find((event) => event.step === 'registered')
              return given === undefined || given.values.childId === v.childId
            },
          },
          {
            says: 'Enter a date of birth or an expected date of birth, not both.',
            field: 'expected',
            holds: (v) => v.born === undefined || v.expected === undefined,
          },
          {
            says: 'Enter a forename or a surname. For an unborn baby, use the mother’s surname.',
            field: 'surname',
            holds: (v) => v.forename !== undefined || v.surname !== undefined,
          },
          {
            says: 'The unique pupil number is not valid. Check each character, or leave it empty.',
            field: 'upn',
            holds: (v) => v.upn === undefined || parseUpn(v.upn).ok,
          },
          {
            says: 'The NHS number is not valid. Check each digit, or leave it empty.',
            field: 'nhs',
            holds: (v) => v.nhs === undefined || parseNhsNumber(v.nhs).ok,
          },
          postcodeRule,
        ],
      },
    ),
    renamed: step(
      'Change of name',
      {
        from: day('From'),
        forename: line('Forename', { optional: true }),
        surname: line('Surname', { optional: true }),
        knownAs: line('Known as', { optional: true }),
        why: line('Why', { optional: true }),
      },
      { after: { registered: {} }, repeats: true },
    ),
    born: step(
      'Birth',
      {
        born: day('Date of birth', { beforeBirth: true }),
        sex: oneOf('Sex', sexes),
        forename: line('Forename', { optional: true }),
        surname: line('Surname', { optional: true }),
        nhs: line('NHS number', { optional: true }),
      },
      { after: { registered: { as: 'child' } }, significant: true },
    ),
    moved: step(
      'Change of address',
      {
        from: day('From'),
        kind: oneOf('Kind of address', addressKinds),
        address: text('Address', { lines: 3, lengthMax: 300 }),
        postcode: line('Postcode', { optional: true }),
        protected: yesNo('Must this address be kept from anyone?'),
      },
      { after: { registered: {} }, repeats: true, severalChildren: true, rules: [postcodeRule] },
    ),
    identified: step(
      'Identifier',
      {
        scheme: oneOf('Kind of number', {
          upn: 'Unique pupil number',
          formerUpn: 'Former unique pupil number',
          nhs: 'NHS number',
          uln: 'Unique learner number',
          homeOffice: 'Home Office number',
        }),
        value: line('Number'),
        from: day('From', { optional: true }),
      },
      {
        after: { registered: {} },
        repeats: true,
        rules: [
          {
            says: 'That number is not valid for its kind. Check each character.',
            field: 'value',
            holds: (v) => {
              const value = v.value ?? ''
              if (v.scheme === 'upn' || v.scheme === 'formerUpn') return parseUpn(value).ok
              if (v.scheme === 'nhs') return parseNhsNumber(value).ok
              if (v.scheme === 'uln') return parseUln(value).ok
              return true
            },
          },
        ],
      },
    ),
    related: step(
      'Relationship',
      {
        person: reference('Person', 'person'),
        kind: oneOf('Is this child’s', labels<RelationshipKind>(relationshipKinds)),
        responsibility: oneOf('Parental responsibility by', labels<ResponsibilityBasis>(bases), { optional: true }),
        from: day('From', { optional: true }),
        until: day('Until', { optional: true }),
      },
      { after: { registered: {} }, repeats: true, on: 'from' },
    ),
    schooled: step(
      'School',
      { from: day('From'), school: reference('School', 'organisation') },
      { after: { registered: {} }, repeats: true },
    ),
    joinedFamily: step(
      'Family',
      { from: day('From'), family: wholeNumber('Family', { from: 1, to: 2_000_000_000 }) },
      { after: { registered: {} }, repeats: true },
    ),
    died: step('Death', { died: day('Date of death') }, { after: { registered: {} }, significant: true }),
  },
})
