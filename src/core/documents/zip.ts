/**
 * Reads zip files that may be meant to do harm. The list of contents is judged before anything is unpacked: how many, how
 * large, how much larger than packed, whether two share their bytes. What is unpacked stops at the size that was declared.
 */
import { Inflate } from 'fflate'

export interface ZipLimits {
  readonly entriesMax: number
  readonly unpackedBytesMax: number
}

export interface ZipEntry {
  readonly name: string
  readonly unpackedBytes: number
  readonly packed: Uint8Array
  readonly isDeflated: boolean
}

/** What is wrong with it, in words that follow “it”. */
export interface ZipFault {
  readonly fault: string
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

const signs = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
const endBytes = 22
const commentBytesMax = 0xffff
/** Stands in a field of four bytes whose value stands in an extra field of eight (APPNOTE 4.3.9.2). */
const elsewhere = 0xffffffff

/** The entries `wanted` asks for; every one of the file is judged. */
export function zipEntries(
  bytes: Uint8Array,
  limits: ZipLimits,
  wanted: (name: string) => boolean = () => true,
): readonly ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return { fault: 'is cut short: its list of contents is missing' }
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > limits.entriesMax) return { fault: `holds ${count} files, and at most ${limits.entriesMax} are read` }
  const entries: ZipEntry[] = []
  const spans: { readonly from: number; readonly to: number }[] = []
  let unpacked = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== signs.central) return { fault: 'has a broken list of contents' }
    const found = entryAt(bytes, view, at)
    if ('fault' in found) return found
    const { entry, from, next } = found
    at = next
    unpacked += entry.unpackedBytes
    if (unpacked > limits.unpackedBytesMax) return { fault: 'unpacks to far more than it should hold' }
    spans.push({ from, to: from + entry.packed.length })
    if (wanted(entry.name)) entries.push(entry)
  }
  spans.sort((a, b) => a.from - b.from || a.to - b.to)
  if (spans.some(({ from }, i) => i > 0 && from < spans[i - 1]!.to))
    return { fault: 'holds files that share their bytes, as only a trap does' }
  return entries
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - endBytes
  for (let at = last; at >= Math.max(0, last - commentBytesMax); at--)
    if (view.getUint32(at, true) === signs.end) return at
  return undefined
}

interface Found {
  readonly entry: ZipEntry
  /** Where its bytes begin, and where the list goes on. */
  readonly from: number
  readonly next: number
}

/** @param at of its line in the list of contents, whose fixed part is known to be there */
function entryAt(bytes: Uint8Array, view: DataView, at: number): Found | ZipFault {
  const broken = { fault: 'has a broken list of contents' }
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
    number,
    number,
    number,
  ]
  const next = at + 46 + nameBytes + extraBytes + commentBytes
  if (next > bytes.length) return broken
  if ((view.getUint16(at + 8, true) & 1) === 1) return { fault: 'is locked with a password' }
  const method = view.getUint16(at + 10, true)
  if (method !== 0 && method !== 8) return { fault: 'is packed in a way that is not read' }
  const extra = { at: at + 46 + nameBytes, to: at + 46 + nameBytes + extraBytes }
  const sizes = sizesOf(view, extra, [view.getUint32(at + 24, true), view.getUint32(at + 20, true)])
  const local = view.getUint32(at + 42, true)
  if (sizes === undefined || local + 30 > bytes.length || view.getUint32(local, true) !== signs.local) return broken
  const [unpackedBytes, packedBytes] = sizes
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + packedBytes > bytes.length || (method === 0 && packedBytes !== unpackedBytes)) return broken
  return {
    entry: {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      unpackedBytes,
      packed: bytes.subarray(from, from + packedBytes),
      isDeflated: method === 8,
    },
    from,
    next,
  }
}

/** Sizes over four bytes stand in the extra field 1, in order, for those that say so. */
function sizesOf(
  view: DataView,
  extra: { at: number; to: number },
  sizes: [number, number],
): [number, number] | undefined {
  if (!sizes.includes(elsewhere)) return sizes
  for (let at = extra.at; at + 4 <= extra.to; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1 && at + 4 + length <= extra.to) {
      let place = at + 4
      const read = sizes.map((size) => {
        if (size !== elsewhere) return size
        place += 8
        return place <= at + 4 + length ? Number(view.getBigUint64(place - 8, true)) : Number.NaN
      })
      return read.every(Number.isSafeInteger) ? [read[0]!, read[1]!] : undefined
    }
    at += 4 + length
  }
  return undefined
}

/** So much is unpacked at a time: at most a thousand times as much comes out of it. */
const pieceBytes = 8 * 1024

/** The bytes of an entry. Stops where more comes out than was declared. */
export function unpack({ packed, unpackedBytes, isDeflated }: ZipEntry): Uint8Array | ZipFault {
  if (!isDeflated) return packed
  const bytes = new Uint8Array(unpackedBytes)
  let length = 0
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= unpackedBytes) bytes.set(piece, length)
    length += piece.length
  })
  try {
    for (let at = 0; at < packed.length && length <= unpackedBytes; at += pieceBytes)
      inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
  } catch {
    // What fflate throws of broken bytes is the file's fault.
    return { fault: 'is damaged and cannot be unpacked' }
  }
  return length === unpackedBytes ? bytes : { fault: 'unpacks to another size than it declares' }
}
