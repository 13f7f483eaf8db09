/** The module that each thread of a load runs (`loadCity`): it makes the same people again and tells its share of them. */
import { workerData } from 'node:worker_threads'
import { bulkThread } from '../core/projection/bulk-thread.ts'
import { assembleHeartwood } from '../services/index.ts'
import type { ThreadData } from './index.ts'
import { makeCity } from './make.ts'
import { recordCity } from './record.ts'

const { plan, share }: ThreadData = workerData

await bulkThread(assembleHeartwood(), (writer) => recordCity(makeCity(plan), writer, share))
