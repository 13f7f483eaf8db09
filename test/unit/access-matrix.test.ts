/**
 * The committed table of who may do what. It is the oracle of `prove -- access`, so that a rule that is dropped, or reaches
 * further than before, has to be seen here. To bring it up to date: UPDATE_DOCS=1 npx vitest run --project unit access-matrix
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { matrixFile, readMatrix, renderMatrix } from '../../prove/access/matrix.ts'
import { states } from '../../prove/access/states.ts'
import { actions, isAboutRecord, resourceIds } from '../../src/core/access/policy/resources.ts'
import { type RoleId, roleIds, roles } from '../../src/core/access/policy/roles.ts'

if (process.env.UPDATE_DOCS) writeFileSync(matrixFile, renderMatrix())

test('it is what the policy says', () => {
  expect(readFileSync(matrixFile, 'utf8')).toBe(renderMatrix())
})

const oracle = readMatrix()

/** Every cell of a role, as `resource action letters`. */
const cellsOf = (role: RoleId): { resource: string; action: string; letters: string }[] =>
  resourceIds.flatMap((resource) =>
    actions.map((action) => ({ resource, action, letters: oracle.cell(role, resource, action) })),
  )
/** Those about a record: `yes` of what is about nobody is no letter. */
const allCells = roleIds.flatMap((role) =>
  cellsOf(role).flatMap((cell) => (cell.letters === 'yes' ? [] : { role, ...cell })),
)

const lettersOf = (starting: string): string[] =>
  states.filter(({ title }) => title.startsWith(starting)).map(({ code }) => code)

describe('whatever the rules say', () => {
  test('it is large enough to mean something, and every letter is used where it may be', () => {
    const cells = roleIds.length * resourceIds.filter(isAboutRecord).length * actions.length * states.length
    expect(cells).toBeGreaterThan(40_000)
    expect(new Set(states.map(({ code }) => code)).size).toBe(states.length)
    expect(oracle.codes).toEqual(states.map(({ code }) => code))
  })

  test('who is in conflict gets nothing, in an emergency neither, though named on a compartment', () => {
    const conflicted = ['c', 'b', 'h', 'e']
    expect(lettersOf('in conflict').filter((code) => code !== 'd')).toEqual(conflicted)
    for (const { letters } of allCells) for (const code of conflicted) expect(letters).not.toContain(code)
  })

  test('what is sealed is not there for who is not named on every compartment, nor for a name of another version', () => {
    for (const { letters } of allCells) for (const code of 'xyzuvwo') expect(letters).not.toContain(code)
  })

  test('being named opens nothing by itself, and gives back what the seal took', () => {
    for (const { letters } of allCells) {
      expect(letters.includes('s')).toBe(letters.includes('O'))
      expect(letters.includes('G')).toBe(letters.includes('A'))
    }
  })

  test('what is over, not yet or another’s is nothing; what was closed until today is open', () => {
    for (const { role, resource, letters } of allCells) {
      for (const code of '01234567')
        expect([role, resource, letters.includes(code)]).toEqual([role, resource, letters.includes('O')])
      for (const code of 'Ddf') expect(letters.includes(code)).toBe(letters.includes('A'))
    }
  })

  test('resources kept apart are read only by who is named', () => {
    const unnamed = states.map(({ code }) => code).filter((code) => !'natj'.includes(code))
    for (const { resource, letters } of allCells)
      if (['legal advice', 'protected address', 'exploitation', 'third party'].includes(resource))
        for (const code of unnamed) expect(letters).not.toContain(code)
  })
})

describe('what a role is never allowed', () => {
  const nowhere = (role: RoleId, resources: readonly string[], how: readonly string[] = actions): void => {
    for (const { resource, action, letters } of cellsOf(role))
      if (resources.includes(resource) && how.includes(action))
        expect([role, resource, action, letters]).toEqual([role, resource, action, ''])
  }
  const socialCare = [
    'chronology',
    'case note',
    'visit',
    'assessment',
    'enquiry',
    'conference',
    'protection plan',
    'care plan',
  ]

  test('only the designated officer meets an allegation', () => {
    for (const role of roleIds) if (role !== 'local authority designated officer') nowhere(role, ['allegation'])
  })
  test('the designated officer meets nothing else', () => {
    nowhere(
      'local authority designated officer',
      resourceIds.filter((one) => one !== 'allegation'),
    )
  })
  test('only adoption workers meet an adoption record, and nothing of it is exported', () => {
    for (const role of roleIds) if (role !== 'adoption social worker') nowhere(role, ['adoption record'])
    nowhere('adoption social worker', resourceIds, ['export'])
  })
  test('administrators, analysts and members of the Scrutiny Board read no record at all', () => {
    for (const role of ['administrator', 'performance analyst', 'scrutiny member', 'command line'] as const)
      nowhere(role, resourceIds.filter(isAboutRecord))
  })
  test('students approve nothing and export nothing', () => {
    nowhere('student social worker', resourceIds, ['approve', 'export', 'update'])
  })
  test('officers of education read no text of social care', () => {
    for (const role of [
      'SEND case officer',
      'attendance officer',
      'admissions officer',
      'educational psychologist',
    ] as const)
      nowhere(role, socialCare)
    nowhere('virtual school officer', ['chronology', 'case note', 'visit', 'assessment', 'enquiry', 'care plan'])
  })
  test('auditors change and export nothing', () => {
    nowhere('quality assurance auditor', resourceIds, ['create', 'update', 'approve', 'export'])
  })
  test('portals list nothing and approve nothing; a parent meets no minutes, a young person no third party', () => {
    for (const role of roleIds)
      if (roles[role].seat === 'portal') nowhere(role, resourceIds, ['list', 'approve', 'export'])
    nowhere('parent', ['conference', 'case note', 'address', 'protected address', 'family'])
    nowhere('child or young person', ['third party', 'family', 'address'])
  })
})

test('an emergency opens records to read, and only to those who may break the glass', () => {
  const may = [
    'social worker',
    'team manager',
    'service manager',
    'MASH social worker',
    'MASH manager',
    'evening social worker',
  ]
  const opening = allCells.filter(({ letters }) => letters.includes('B') && !letters.includes('O'))
  expect([...new Set(opening.map(({ role }) => role))].sort()).toEqual([...may].sort())
  expect([...new Set(opening.map(({ action }) => action))]).toEqual(['read'])
})
