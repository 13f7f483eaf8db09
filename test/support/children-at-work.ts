/** Invented children with work under way, recorded as people would record it: for tests of lists and their pages. */
import { randomUUID } from 'node:crypto'
import type { Part } from '../../src/core/acts/recorder.ts'
import { moment } from '../../src/core/calendar/index.ts'
import type { Values } from '../../src/core/pathway/field.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import type { TestWeb } from './web.ts'

export const childIdOf = (record: number): string => mintChildId(record)

export function childrenAtWork({ services }: TestWeb) {
  const send = async (parts: readonly Part[], author: number, at: string, act: string = randomUUID()) => {
    const result = await services.recorder.record(parts, { author, now: moment(at), act })
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.entries
  }
  /** The same step for each child, as one act; the child's own answers may differ. */
  const step = (
    pathway: string,
    name: string,
    on: ReadonlyMap<number, number | null>,
    values: Values | ((record: number) => Values),
    author: number,
    at: string,
  ) =>
    send(
      [...on].map(([record, episode]) => ({
        does: 'record',
        record,
        pathway,
        step: name,
        episode,
        values: typeof values === 'function' ? values(record) : values,
      })),
      author,
      at,
    )
  const episodesOf = async (pathway: string, records: readonly number[]) => {
    const { rows } = await services.pool.query<{ record: number; episode: number }>(
      'select record, episode from episode where pathway = $1 and record = any($2) and closed is null order by record',
      [pathway, records],
    )
    return new Map(rows.map(({ record, episode }) => [record, episode]))
  }
  return {
    send,
    step,
    episodesOf,
    register: (record: number, forename: string, family: number, born = '2018-05-03') =>
      step(
        'person',
        'registered',
        new Map([[record, null]]),
        { as: 'child', forename, surname: 'Ashdown', born, sex: 'F', childId: childIdOf(record), family },
        3,
        '2026-10-01T09:00:00.000Z',
      ),
    contact: (records: readonly number[], at: string, values: Values = {}) =>
      step(
        'mash',
        'contact',
        new Map(records.map((record) => [record, null])),
        {
          received: at,
          kind: 'worry',
          source: '2A',
          takenBy: 'hub',
          worry: 'Bruises seen at nursery',
          familyKnows: 'no',
          ...values,
        },
        3,
        at,
      ),
    referral: (records: readonly number[], received: string) =>
      step(
        'children-in-need',
        'referral',
        new Map(records.map((record) => [record, null])),
        { received, source: '2A' },
        3,
        `${received}T10:00:00.000Z`,
      ),
    allocate: async (pathway: string, records: readonly number[], worker: number, from: string, team = 1) =>
      step(
        pathway,
        'allocation',
        await episodesOf(pathway, records),
        { from, team, worker, role: 'lead' },
        2,
        `${from}T12:00:00.000Z`,
      ),
    /** From the decision on the referral to an assessment that waits for a signature; gives its position by record. */
    assess: async (records: readonly number[], days: readonly [decided: string, completed: string], author: number) => {
      const on = await episodesOf('children-in-need', records)
      const [decided, completed] = days
      const decision = { decided, response: 'assess', need: 'N1', reason: 'Bruises', referrerTold: 'yes' }
      await step('children-in-need', 'referralDecision', on, decision, 2, `${decided}T12:00:00.000Z`)
      await step('children-in-need', 'assessmentStarted', on, { started: decided }, author, `${decided}T13:00:00.000Z`)
      const entries = await step(
        'children-in-need',
        'assessment',
        on,
        assessment(completed),
        author,
        `${completed}T15:00:00.000Z`,
      )
      return new Map(entries.map((entry) => [entry.record, entry.position]))
    },
  }
}

export const assessment = (completed: string): Values => ({
  completed,
  seen: 'yes',
  alone: 'yes',
  voice: 'I like my school.',
  needs: 'Speech is late.',
  parenting: 'Warm, tired.',
  family: 'Grandmother helps.',
  analysis: 'Help is needed at home.',
  factors: ['3A'],
  outcome: 'plan',
})
