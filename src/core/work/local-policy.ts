/**
 * What a council may set for itself, gathered from the definitions: the limits that clocks leave to local policy, the
 * targets of measures, and the council's own name and colour. Nothing else can be set, so a wrong key cannot linger.
 */
import { type Duration, durationInWords, isHours, parseDuration } from '../calendar/index.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import type { Limit, LocalLimit } from '../pathway/clock.ts'
import type { Definitions } from '../projection/rows.ts'
import { sessionSettings } from './session-policy.ts'

export interface LocalSetting {
  readonly key: string
  readonly title: string
  /** Under which heading it stands: a service's title, 'Targets' or 'The council'. */
  readonly group: string
  readonly kind: 'limit' | 'target' | 'count' | 'text' | 'colour'
  /** What holds where the council has set nothing, in words. */
  readonly otherwise: string
  /** Changes what is due: the projections are built anew after it. */
  readonly changesClocks: boolean
  /** Of a limit in hours: only hours will do, because its clock runs by the hour. */
  readonly inHours?: boolean
  /** Of a count. */
  readonly atMost?: number
}

/** Counts above zero and below it are not printed; the Department for Education withholds 1 to 4 in its own statistics. */
export const smallestPrinted = { key: 'suppression.smallest-printed', usual: 5 } as const

export function localSettings({ house, measures }: Definitions): readonly LocalSetting[] {
  const limits = house.pathways.flatMap((pathway) =>
    Object.values(pathway.clocks).flatMap((clock) => [
      ...limitsIn(clock.within, pathway.title, clock.title),
      ...(clock.thenEvery ? limitsIn(clock.thenEvery, pathway.title, `${clock.title}, from then on`) : []),
    ]),
  )
  const targets = measures
    .filter((measure) => measure.kind === 'share')
    .map(
      (measure): LocalSetting => ({
        key: `target.${measure.id}`,
        title: measure.title,
        group: 'Targets',
        kind: 'target',
        otherwise: measure.target === null ? 'None' : `${measure.target}%`,
        changesClocks: false,
      }),
    )
  const own = { group: 'The council', changesClocks: false } as const
  const council: LocalSetting[] = [
    { ...own, key: 'council.name', title: 'Name of the council', kind: 'text', otherwise: 'As it was installed' },
    { ...own, key: 'council.colour', title: 'Colour of the header', kind: 'colour', otherwise: 'As it was installed' },
    {
      ...own,
      key: smallestPrinted.key,
      title: 'Smallest count of children that is printed',
      kind: 'count',
      otherwise: `${smallestPrinted.usual}: counts of 1 to ${smallestPrinted.usual - 1} are withheld`,
    },
  ]
  // A limit that two clocks share is set once.
  return [...new Map([...council, ...sessionSettings, ...limits, ...targets].map((one) => [one.key, one])).values()]
}

function limitsIn(limit: Limit, group: string, title: string): LocalSetting[] {
  if ('limits' in limit)
    return Object.entries(limit.limits).flatMap(([answer, one]) => limitsIn(one, group, `${title} (${answer})`))
  if (!('setting' in limit)) return []
  return [localLimit(limit, group, title)]
}

const localLimit = (limit: LocalLimit, group: string, title: string): LocalSetting => ({
  key: limit.setting,
  title,
  group,
  kind: 'limit',
  otherwise: durationInWords(limit.otherwise),
  changesClocks: true,
  inHours: isHours(limit.otherwise),
})

/** The value as it is kept, or why it cannot be. Colours are checked by who draws them. */
export function readLocalValue(setting: LocalSetting, typed: string): Outcome<string> {
  const text = typed.trim()
  if (text === '') return problem('field.missing', { label: setting.title.toLowerCase() }, 'value')
  if (setting.kind === 'limit') return readLimit(setting, text)
  if (setting.kind === 'target') {
    const number = Number(text.replace(/%$/, ''))
    if (Number.isNaN(number) || number < 0 || number > 100)
      return problem('field.not-a-number', { label: 'The target', from: 0, to: 100 }, 'value')
    return done(String(number))
  }
  if (setting.kind === 'count') {
    const { atMost = 999 } = setting
    if (!/^\d{1,3}$/.test(text) || Number(text) < 2 || Number(text) > atMost)
      return problem('field.not-a-number', { label: 'The count', from: 2, to: atMost }, 'value')
    return done(String(Number(text)))
  }
  return text.length <= 100
    ? done(text)
    : problem('field.too-long', { label: setting.title, limit: 100, length: text.length }, 'value')
}

function readLimit(setting: LocalSetting, text: string): Outcome<string> {
  const parsed = parseDuration(text)
  if (!parsed.ok) return { ...parsed, field: 'value' }
  const duration: Duration = parsed.value
  if (isHours(duration) !== (setting.inHours ?? false))
    return problem('setting.unit', { title: setting.title, otherwise: setting.otherwise }, 'value')
  return done(durationInWords(duration))
}
