/**
 * The council's own policy: limits, targets and names as dated settings that a manager edits. What is asked for is
 * always the value on a day, so that a case is judged by what held then.
 */
import type pg from 'pg'
import { type Day, type Duration, parseDuration } from '../calendar/index.ts'
import { query, statement } from '../database/statement.ts'

export interface Settings {
  /** A limit such as `mash.decision`; undefined where the council has set none, or none yet on that day. */
  duration(key: string, on: Day): Duration | undefined
  /** A number such as `target.re-referrals-12-months`. */
  number(key: string, on: Day): number | undefined
  text(key: string, on: Day): string | undefined
  refresh(): Promise<void>
}

interface Row {
  readonly key: string
  readonly since: Day
  readonly value: string
}

const every = statement<Row>('every-setting', 'select key, since, value from setting order by key, since')

export async function openSettings(pool: pg.Pool): Promise<Settings> {
  let byKey = new Map<string, readonly Row[]>()
  const refresh = async (): Promise<void> => {
    byKey = Map.groupBy(await query(pool, every), (row) => row.key)
  }
  await refresh()
  const text = (key: string, on: Day): string | undefined => byKey.get(key)?.findLast((row) => row.since <= on)?.value
  return {
    text,
    number: (key, on) => {
      const value = text(key, on)
      return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value)
    },
    duration: (key, on) => {
      const value = text(key, on)
      const parsed = value === undefined ? undefined : parseDuration(value)
      return parsed?.ok ? parsed.value : undefined
    },
    refresh,
  }
}
