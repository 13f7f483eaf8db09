/**
 * Whether what people did can be told as a story of one after another, each knowing what the one before had left. A small
 * checker of list-append histories: everyone who writes says what lists they had read, and each write is one element that
 * no other has, so that the order of writes can be read off the lists themselves.
 *
 * The graph is Adya's: who wrote before whom (ww), who read from whom (wr), whose reading was overtaken by whom (rw). A
 * cycle means that no such story exists.
 */

export interface Transaction {
  readonly id: string
  /** What each list held when it was read. */
  readonly reads: ReadonlyMap<string, readonly string[]>
  /** The lists to which this transaction's own id was appended. */
  readonly appends: readonly string[]
}

export type AnomalyKind =
  | 'written twice'
  | 'not written'
  | 'read what is not there'
  | 'lost update'
  | 'write skew'
  | 'cycle'

export interface Anomaly {
  readonly kind: AnomalyKind
  readonly says: string
}

/** @param lists as they stand in the end, each element the id of who appended it */
export function anomaliesIn(
  transactions: readonly Transaction[],
  lists: ReadonlyMap<string, readonly string[]>,
): Anomaly[] {
  const found = transactions.flatMap((one) => [...faultsOfWrites(one, lists), ...faultsOfReads(one, lists)])
  if (found.length > 0) return found
  return cyclesIn(edgesOf(transactions, lists)).map((cycle) => named(cycle, transactions))
}

function faultsOfWrites({ id, appends }: Transaction, lists: ReadonlyMap<string, readonly string[]>): Anomaly[] {
  return appends.flatMap((key): Anomaly[] => {
    const times = (lists.get(key) ?? []).filter((one) => one === id).length
    if (times === 1) return []
    return [{ kind: times === 0 ? 'not written' : 'written twice', says: `${id} stands ${times} times in ${key}` }]
  })
}

function faultsOfReads({ id, reads }: Transaction, lists: ReadonlyMap<string, readonly string[]>): Anomaly[] {
  return [...reads].flatMap(([key, seen]): Anomaly[] => {
    const list = lists.get(key) ?? []
    const isPrefix = seen.length <= list.length && seen.every((one, i) => one === list[i])
    return isPrefix
      ? []
      : [{ kind: 'read what is not there', says: `${id} read [${seen}] of ${key}, which is [${list}]` }]
  })
}

type EdgeKind = 'ww' | 'wr' | 'rw'
interface Edge {
  readonly to: string
  readonly kind: EdgeKind
  readonly key: string
}
type Graph = ReadonlyMap<string, readonly Edge[]>

function edgesOf(transactions: readonly Transaction[], lists: ReadonlyMap<string, readonly string[]>): Graph {
  const graph = new Map<string, Edge[]>(transactions.map(({ id }) => [id, []]))
  const add = (from: string | undefined, to: string | undefined, kind: EdgeKind, key: string): void => {
    if (from !== undefined && to !== undefined && from !== to) graph.get(from)?.push({ to, kind, key })
  }
  for (const [key, list] of lists) for (const [i, to] of list.entries()) add(list[i - 1], to, 'ww', key)
  for (const { id, reads } of transactions)
    for (const [key, seen] of reads) {
      add(seen.at(-1), id, 'wr', key)
      add(id, lists.get(key)?.[seen.length], 'rw', key)
    }
  return graph
}

interface Step extends Edge {
  readonly from: string
}

/** One cycle for each set of transactions that cannot be put in order: the shortest through its first. */
function cyclesIn(graph: Graph): Step[][] {
  const done = new Set<string>()
  const cycles: Step[][] = []
  for (const start of graph.keys()) {
    if (done.has(start)) continue
    const cycle = shortestBack(graph, start)
    done.add(start)
    if (cycle === undefined) continue
    cycles.push(cycle)
    for (const { from } of cycle) done.add(from)
  }
  return cycles
}

function shortestBack(graph: Graph, start: string): Step[] | undefined {
  const cameBy = new Map<string, Step>()
  const waiting = [start]
  for (let from = waiting.shift(); from !== undefined; from = waiting.shift())
    for (const edge of graph.get(from) ?? []) {
      const step = { ...edge, from }
      if (edge.to === start) return [...roadTo(cameBy, from, start), step]
      if (cameBy.has(edge.to)) continue
      cameBy.set(edge.to, step)
      waiting.push(edge.to)
    }
  return undefined
}

function roadTo(cameBy: ReadonlyMap<string, Step>, end: string, start: string): Step[] {
  const road: Step[] = []
  for (let at = end; at !== start; at = road[0]!.from) road.unshift(cameBy.get(at)!)
  return road
}

/** Overtaken on the list that it wrote itself: its update was made without knowing of the other. */
function named(cycle: readonly Step[], transactions: readonly Transaction[]): Anomaly {
  const says = cycle.map(({ from, kind, key, to }) => `${from} -${kind} ${key}-> ${to}`).join(', ')
  const overtaken = cycle.filter(({ kind }) => kind === 'rw')
  const writes = new Map(transactions.map(({ id, appends }) => [id, appends]))
  if (overtaken.some(({ from, key }) => writes.get(from)?.includes(key))) return { kind: 'lost update', says }
  return { kind: overtaken.length >= 2 ? 'write skew' : 'cycle', says }
}
