/** Published packs: frozen as they were printed, and read back only where they still agree with their digest. */
import { hash } from 'node:crypto'
import type { Day, Moment } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import type { PackContent } from './content.ts'

export interface PublishedPack {
  readonly date: Day
  readonly content: PackContent
  /** SHA-256 of the content as it was written, in hexadecimal: the same for ever. */
  readonly digest: string
  readonly published: Moment
  readonly by: string
}

interface Row {
  readonly date: Day
  readonly text: string
  readonly digest: Buffer
  readonly published: Moment
  readonly by: string
}

const columns = 'date, content::text as text, digest, published, by'
const put = statement<{ id: number }>(
  'pack-put',
  `insert into pack (date, content, digest, published, author, by) values ($1, $2, $3, $4, $5, $6)
   on conflict (date) do nothing returning id`,
)
const every = statement<Row>('packs', `select ${columns} from pack order by date desc`)
const at = statement<Row>('pack-at', `select ${columns} from pack where date = $1`)

export interface Publisher {
  readonly worker: number | null
  readonly name: string
}

/** Problem: `pack.published-already`, because a published pack is never changed. */
export async function publish(
  on: Queryable,
  content: PackContent,
  { worker, name }: Publisher,
  now: Moment,
): Promise<Outcome<{ readonly digest: string }>> {
  const text = JSON.stringify(content)
  const digest = hash('sha256', text, 'buffer')
  const [row] = await query(on, put, [content.date, text, digest, now, worker, name])
  if (row === undefined) return problem('pack.published-already', { date: content.date })
  return done({ digest: digest.toString('hex') })
}

/** The latest first. Problem: `pack.tampered`. */
export async function publishedPacks(on: Queryable): Promise<Outcome<readonly PublishedPack[]>> {
  const packs: PublishedPack[] = []
  for (const row of await query(on, every)) {
    const pack = checked(row)
    if (!pack.ok) return pack
    packs.push(pack.value)
  }
  return done(packs)
}

/** Problems: `pack.not-found`, `pack.tampered`. */
export async function publishedPack(on: Queryable, date: Day): Promise<Outcome<PublishedPack>> {
  const [row] = await query(on, at, [date])
  return row === undefined ? problem('pack.not-found', { date }) : checked(row)
}

function checked({ text, digest, ...rest }: Row): Outcome<PublishedPack> {
  if (!hash('sha256', text, 'buffer').equals(digest)) return problem('pack.tampered', { date: rest.date })
  // What was written is a PackContent, and the digest says that this is what was written.
  return done({ ...rest, digest: digest.toString('hex'), content: JSON.parse(text) as PackContent })
}
