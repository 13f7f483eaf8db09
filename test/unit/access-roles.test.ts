import { expect, test } from 'vitest'
import { roles as posts } from '../../src/city/population/teams.ts'
import { roleNames } from '../../src/city/reference.ts'
import { roleOf } from '../../src/core/access/policy/roles.ts'

test('every post of the city has a role of the policy, under both its titles', () => {
  const titles = [...Object.values(roleNames), ...Object.values(posts).map(({ title }) => title)]
  expect(titles.length).toBeGreaterThan(25)
  expect(titles.filter((title) => roleOf(title) === undefined)).toEqual([])
})

test('a post that the policy does not know has none', () => {
  expect(roleOf('astronaut')).toBeUndefined()
  expect(roleOf('')).toBeUndefined()
})
