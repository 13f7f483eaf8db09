/**
 * The council's own policy: limits, targets and names as dated settings that a manager edits. What is asked for is
 * always the value on a day, so that a case is judged by what held then.
 */
import type pg from 'pg'
import { type Day, type Duration, type Moment, parseDuration } from '../calendar/index.ts'
import { query, statement } from '../database/statement.ts'

export interface Settings {
  /** A limit such as `mash.decision`; undefined where the council has set none, or none yet on that day. */
  duration(key: string, on: Day): Duration | undefined
  /** A number such as `target.re-referrals-12-months`. */
  number(key: string, on: Day): number | undefined
  text(key: string, on: Day): string | undefined
  /** Everything set under a key, by the day it holds from. */
  history(key: string): readonly SettingRow[]
  refresh(): Promise<void>
}

export interface SettingRow {
  readonly key: string
  readonly since: Day
  readonly value: string
  readonly set_by: number | null
  readonly set_at: Moment
}

// Of two values from one day the one set later holds; the earlier stays in the history.
const every = statement<SettingRow>(
  'every-setting',
  'select key, since, value, set_by, set_at from setting order by key, since, set_at',
)
const put = statement(
  'setting-put',
  'insert into setting (key, since, value, set_by, set_at) values ($1, $2, $3, $4, $5)',
)

export interface NewSetting {
  readonly key: string
  readonly since: Day
  readonly value: string
  readonly setBy: number
  readonly at: Moment
}

export async function putSetting(pool: pg.Pool, { key, since, value, setBy, at }: NewSetting): Promise<void> {
  await query(pool, put, [key, since, value, setBy, at])
}

export async function openSettings(pool: pg.Pool): Promise<Settings> {
  let byKey = new Map<string, readonly SettingRow[]>()
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
    history: (key) => byKey.get(key) ?? [],
    refresh,
  }
}
