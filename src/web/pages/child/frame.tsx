/** What frames every page about a child: the identity bar and the tabs. */
import type { ComponentChildren } from 'preact'
import { ageInWords, type Birth, type Day, inFull } from '../../../core/calendar/index.ts'
import { Badge, IdentityBar, SubNavigation } from '../../components/index.ts'

export interface Identity {
  readonly childId: string
  readonly name: string
  readonly born: Day | null
  readonly expected: Day | null
  readonly died: Day | null
  /** `Child protection plan`, `Being assessed`: the states that hold. */
  readonly flags: readonly string[]
  /** The viewer may see who has looked. */
  readonly showsReaders: boolean
}

export const birthOf = (one: { readonly born: Day | null; readonly expected: Day | null }): Birth | undefined =>
  one.born ? { born: one.born } : one.expected ? { expected: one.expected } : undefined

/** `7 years`, `Unborn, due 3 May 2027`, `Died 3 May 2020`. */
export function ageOf(one: Pick<Identity, 'born' | 'expected' | 'died'>, today: Day): string {
  if (one.died) return `Died ${inFull(one.died)}`
  const birth = birthOf(one)
  return birth ? ageInWords(birth, today) : 'Age not known'
}

const tabs = [
  ['Summary', ''],
  ['Chronology', '/chronology'],
  ['Family', '/family'],
  ['As it was known on', '/known'],
  ['Who has looked', '/looked'],
] as const

export function childFrame(identity: Identity, today: Day, tab: (typeof tabs)[number][0]): ComponentChildren {
  const base = `/children/${identity.childId}`
  const shown = tabs.filter(([, end]) => end !== '/looked' || identity.showsReaders)
  return (
    <>
      <IdentityBar
        title={
          <>
            {identity.name}, {ageOf(identity, today)}{' '}
            {identity.flags.map((flag) => (
              <>
                <Badge colour="red">{flag}</Badge>{' '}
              </>
            ))}
          </>
        }
      />
      <SubNavigation
        label="About this child"
        items={shown.map(([text, end]) => ({ text, href: `${base}${end}`, active: text === tab }))}
      />
    </>
  )
}
