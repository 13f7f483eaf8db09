/** Writes one act after another, for several children each, and says so, until it is killed or loses its database. */
import { hash } from 'node:crypto'
import { createRecorder, type Part } from '../../src/core/acts/recorder.ts'
import { addMillis, moment } from '../../src/core/calendar/index.ts'
import { connect } from '../../src/core/database/connect.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { definitions } from './plain-service.ts'

const [connection = '', name = ''] = process.argv.slice(2)
const records = [1, 2, 3]

const database = await connect({ embedded: JSON.parse(connection) })
if (!database.ok) throw new Error(database.says)
const recorder = createRecorder(database.value.pool, definitions)

function keyOf(n: number | string): string {
  const digits = hash('sha256', String(n))
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

async function act(
  key: string,
  partFor: (record: number) => Part,
  now = moment('2026-11-02T10:00:00.000Z'),
): Promise<void> {
  const result = await recorder.record(records.map(partFor), { author: 1, now, act: key })
  if (!result.ok) throw new Error(JSON.stringify(result))
  process.send?.(key)
}

try {
  // The same key for every writer: whoever comes second is told that it was done.
  await act(keyOf('registered'), (record) => ({
    does: 'record',
    record,
    pathway: 'person',
    step: 'registered',
    episode: null,
    values: { as: 'child', surname: 'Ash', born: '2018-05-03', sex: 'F', childId: mintChildId(record) },
  }))
  for (let n = 0; ; n++)
    await act(
      keyOf(`${name} ${n}`),
      (record) =>
        n === 0
          ? {
              does: 'record',
              record,
              pathway: 'plain',
              step: 'discussion',
              episode: null,
              values: { held: '2026-10-01', decision: 'enquire' },
            }
          : {
              does: 'record',
              record,
              pathway: 'person',
              step: 'visit',
              episode: 1,
              values: { visited: '2026-10-30', seen: 'yes', alone: 'no', bedroom: 'no' },
            },
      addMillis(moment('2026-11-02T10:00:00.000Z'), n * 1000),
    )
} catch (error) {
  console.error(error)
  // Its database was killed, which is what it is for.
  process.exit(0)
}
