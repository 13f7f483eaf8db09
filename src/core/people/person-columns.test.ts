import { expect, test } from 'vitest'
import { nameOf } from './person-columns.ts'

test('a child is called by name, an unborn one after the family, one without any name by the council’s id', () => {
  const names = { child_id: '100123', known_as: null }
  expect(nameOf({ ...names, forename: 'Rowan', surname: 'Ashdown' })).toBe('Rowan Ashdown')
  expect(nameOf({ ...names, forename: '', surname: 'Ashdown' })).toBe('Baby Ashdown')
  expect(nameOf({ ...names, forename: '', surname: '' })).toBe('Child 100123')
  expect(nameOf({ ...names, forename: '', surname: '', known_as: 'Ro' })).toBe('Ro')
})
