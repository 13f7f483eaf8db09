import { describe, expect, test } from 'vitest'
import * as atTheDoor from '../../src/core/work/at-the-door.ts'
import * as caseload from '../../src/core/work/caseload.ts'
import {
  answersForEveryTeam,
  clocksStoppedBySigning,
  clockTitles,
  formOf,
  rolesOf,
  servicesWithLead,
  visitClocks,
} from '../../src/core/work/lists.ts'
import * as overdue from '../../src/core/work/overdue.ts'
import * as service from '../../src/core/work/service.ts'
import * as signOff from '../../src/core/work/sign-off.ts'
import * as team from '../../src/core/work/team.ts'
import { assembleHeartwood } from '../../src/services/index.ts'

const { house } = assembleHeartwood()

describe('what lists are told by the definitions', () => {
  test('the form that stops a clock', () => {
    const { clocks } = house.pathway('child-protection')
    expect(formOf(clocks.visit!)).toBe('visit')
    expect(formOf(clocks.review!)).toBe('reviewConference')
  })

  test('the clocks that visits stop, and those that a signature stops', () => {
    expect(visitClocks(house)).toEqual(['children-in-need/visit', 'child-protection/visit'])
    const { steps, clocks } = clocksStoppedBySigning(house)
    expect(steps.map((step, i) => `${step} ${clocks[i]}`)).toContain('children-in-need/assessment assessment')
    expect(steps).not.toContain('child-protection/reviewConference')
  })

  test('every clock has its title beside it', () => {
    const { keys, titles } = clockTitles(house)
    expect(titles[keys.indexOf('mash/decision')]).toBe('Decision on the contact')
    expect(keys).toHaveLength(titles.length)
  })

  test('a contact needs no lead practitioner, an assessment does', () => {
    expect(servicesWithLead(house)).toContain('children-in-need')
    expect(servicesWithLead(house)).not.toContain('mash')
  })

  test.each([
    ['Child protection conference chair', ['conference chair']],
    ['MASH manager', ['MASH manager']],
    ['Senior social worker', ['social worker']],
    ['Director of Children’s Services', []],
  ])('%s acts as %j', (title, roles) => {
    expect(rolesOf(title)).toEqual(roles)
  })
})

test.each([
  ['Director of Children’s Services', true],
  ['service manager', true],
  ['Team manager', false],
  ['performance analyst', false],
])('%s answers for every team: %s', (title, every) => {
  expect(answersForEveryTeam(title)).toBe(every)
})

test('no list looks into the content of entries', () => {
  const statements = [atTheDoor, caseload, overdue, service, signOff, team]
    .flatMap((module) => Object.values(module))
    .filter((one) => typeof one === 'object' && 'text' in one)
  expect(statements.length).toBeGreaterThan(15)
  for (const { name, text } of statements) expect(text, name).not.toMatch(/\bcontent\b|\bbody\b|->/)
})
