/**
 * For how long somebody stays signed in, and an account open that nobody uses: what a council may set within what its
 * authority allows.
 */
import type { Day } from '../calendar/index.ts'
import type { LocalSetting } from './local-policy.ts'
import type { Settings } from './settings.ts'

interface Length {
  readonly key: string
  readonly title: string
  readonly usual: number
  readonly atMost: number
  readonly unit: string
  /** Who says what it may be at most, and since when. */
  readonly authority: string
}

const nist = 'NIST SP 800-63B, section 4.2.3, in force since June 2017, allows at most'

export const sessionLengths = {
  idle: {
    key: 'session.idle-minutes',
    title: 'Minutes after which somebody who does nothing is signed out',
    usual: 20,
    atMost: 30,
    unit: 'minutes',
    authority: `${nist} 30 minutes`,
  },
  longest: {
    key: 'session.longest-hours',
    title: 'Hours after which everybody signs in again',
    usual: 12,
    atMost: 12,
    unit: 'hours',
    authority: `${nist} 12 hours`,
  },
  dormant: {
    key: 'account.dormant-days',
    title: 'Days after which an account that nobody uses is closed',
    usual: 30,
    atMost: 45,
    unit: 'days',
    authority: 'CIS Controls version 8, safeguard 5.3, of May 2021, allows at most 45 days',
  },
} as const satisfies Record<string, Length>

const valueOn = (settings: Settings, { key, usual }: Length, on: Day): number => settings.number(key, on) ?? usual

export function lengthsOn(settings: Settings, on: Day) {
  return {
    idleMillis: valueOn(settings, sessionLengths.idle, on) * 60_000,
    longestMillis: valueOn(settings, sessionLengths.longest, on) * 3_600_000,
    dormantDays: valueOn(settings, sessionLengths.dormant, on),
  }
}

export const sessionSettings: readonly LocalSetting[] = Object.values(sessionLengths).map(
  ({ key, title, usual, atMost, unit, authority }) => ({
    key,
    title,
    group: 'Signing in',
    kind: 'count',
    atMost,
    otherwise: `${usual} ${unit}. ${authority}`,
    changesClocks: false,
  }),
)
