/** An invented mother and her three children on the register, for the tests that follow a family. */
import { randomUUID } from 'node:crypto'
import { moment } from '../../src/core/calendar/index.ts'
import type { Values } from '../../src/core/pathway/field.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import type { TestWeb } from '../support/web.ts'
import { staff } from '../support/web.ts'

export interface Child {
  readonly record: number
  readonly childId: string
  readonly name: string
}

export interface Family {
  readonly wren: Child
  readonly ellis: Child
  readonly rowan: Child
  readonly all: readonly [Child, Child, Child]
}

const person = (record: number, forename: string): Child => ({
  record,
  childId: mintChildId(record),
  name: `${forename} Ashdown`,
})

export const someMoment = moment('2026-10-01T09:00:00.000Z')

export async function addToRegister(web: TestWeb, one: Child, values: Values): Promise<void> {
  const result = await web.services.recorder.record(
    [
      {
        does: 'record',
        record: one.record,
        pathway: 'person',
        step: 'registered',
        episode: null,
        values: { surname: 'Ashdown', childId: one.childId, ...values },
      },
    ],
    { author: staff.mash, now: someMoment, act: randomUUID() },
  )
  if (!result.ok) throw new Error(JSON.stringify(result))
}

/** `family` numbers the family; its people take the record numbers from there. */
export async function registerFamily(web: TestWeb, family = 11): Promise<Family> {
  const mother = person(family, 'Alda')
  const [wren, ellis, rowan] = ['Wren', 'Ellis', 'Rowan'].map((name, i) => person(family + i + 1, name)) as [
    Child,
    Child,
    Child,
  ]
  await addToRegister(web, mother, { as: 'adult', forename: 'Alda', born: '1991-02-11', sex: 'F', family })
  await addToRegister(web, wren, { as: 'child', forename: 'Wren', born: '2018-05-03', sex: 'F', family })
  await addToRegister(web, ellis, { as: 'child', forename: 'Ellis', born: '2020-09-14', sex: 'M', family })
  await addToRegister(web, rowan, { as: 'child', forename: 'Rowan', born: '2023-01-30', sex: 'M', family })
  return { wren, ellis, rowan, all: [wren, ellis, rowan] }
}
