import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { bases, checkResponsibility, type ParentalResponsibility, responsibleOn } from './parental-responsibility.ts'

const born = day('2015-06-10')
const responsibility = (
  holder: number | 'council',
  basis: ParentalResponsibility['basis'],
  from = '2015-06-10',
  until: string | null = null,
): ParentalResponsibility => ({
  holder,
  child: 9,
  basis,
  from: day(from),
  until: until === null ? null : day(until),
})
const mother = responsibility(1, 'mother')
const father = responsibility(2, 'registeredFather')

describe('parental responsibility', () => {
  test('begins at birth and ends on the eighteenth birthday', () => {
    expect(responsibleOn([mother], born, day('2015-06-10'))).toEqual([mother])
    expect(responsibleOn([mother], born, day('2015-06-09'))).toEqual([])
    expect(responsibleOn([mother], born, day('2033-06-09'))).toEqual([mother])
    expect(responsibleOn([mother], born, day('2033-06-10'))).toEqual([])
    expect(responsibleOn([mother], null, day('2015-06-10'))).toEqual([])
  })

  test('is shared by the council under a care order, beside the parents (s33)', () => {
    const council = responsibility('council', 'careOrder', '2020-01-01', '2022-01-01')
    expect(responsibleOn([mother, father, council], born, day('2021-01-01'))).toEqual([mother, father, council])
    expect(responsibleOn([mother, father, council], born, day('2022-01-01'))).toEqual([mother, father])
  })

  test('of everyone else ends at an adoption order', () => {
    const adopters = [
      responsibility(3, 'adoptionOrder', '2019-05-01'),
      responsibility(4, 'adoptionOrder', '2019-05-01'),
    ]
    expect(responsibleOn([mother, father, ...adopters], born, day('2019-04-30'))).toEqual([mother, father])
    expect(responsibleOn([mother, father, ...adopters], born, day('2019-05-01'))).toEqual(adopters)
  })

  test('by registration of the father is refused before 1 December 2003', () => {
    const early = { ...father, from: day('2003-11-30') }
    const refused = checkResponsibility(early)
    expect(refused.ok ? '' : refused.says).toContain('only since 1 December 2003 (Children Act 1989 s4(1)(a)')
    expect(checkResponsibility({ ...father, from: day('2003-12-01') }).ok).toBe(true)
    expect(checkResponsibility({ ...early, from: null }).ok).toBe(true)
  })

  test('goes to the council only on the bases that give it so', () => {
    expect(checkResponsibility(responsibility('council', 'careOrder')).ok).toBe(true)
    expect(checkResponsibility(responsibility(1, 'careOrder'))).toMatchObject({ code: 'responsibility.holder' })
    expect(checkResponsibility(responsibility('council', 'mother'))).toMatchObject({ code: 'responsibility.holder' })
    expect(checkResponsibility(responsibility('council', 'placementOrder')).ok).toBe(true)
  })

  test('has an authority for every basis', () => {
    for (const { authority, since } of Object.values(bases)) {
      expect(authority).toMatch(/^(Children Act 1989|Adoption and Children Act 2002) s/)
      expect(since >= '1991-10-14').toBe(true)
    }
  })
})
