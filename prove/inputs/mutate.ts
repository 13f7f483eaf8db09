/** Mutations of a sound file, by seed: the same number gives the same input again. */
import { unzipSync, type Zippable, zipSync } from 'fflate'
import type { Sample } from './samples.ts'

export type Draw = (below: number) => number

/** xorshift: numbers by seed, the same on every machine. */
export function drawsFrom(seed: number): Draw {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

/** What readers stumble over: ends of lines, quotes, tags, entities, marks, half letters, numbers at the edge. */
const pieces = [
  '\0',
  '\r',
  '\n',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '&',
  '&#x0;',
  '&#x110000;',
  '&#99999999999;',
  '&amp;',
  '&lol9;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<xi:include href="file:///etc/passwd"/>',
  '\ufeff',
  '\u202e',
  "=cmd|' /C calc'!A0",
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  'NaN',
  '99999999999999999999',
  '31/02/2025',
  '0000-00-00',
  '29/02/1900',
  '\ud800',
  'é'.normalize('NFD'),
  '<Child>',
  '</Child>',
  '<CHILD>',
  '</Message>',
  ' '.repeat(300),
  'A'.repeat(5000),
].map((text) => Buffer.from(text))
const odd = [
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xfe, 0xff]),
  Buffer.from([0xc3]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xff]),
]
const all = [...pieces, ...odd]

/** One to six changes of the bytes; of a workbook mostly of a part within it, packed again. */
export function mutated({ kind, bytes }: Sample, draw: Draw): Uint8Array {
  if ((kind === 'workbook' || kind === 'zip') && draw(4) > 0) return repacked(bytes, draw)
  return changed(bytes, draw)
}

function repacked(bytes: Uint8Array, draw: Draw): Uint8Array {
  const parts: Zippable = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[draw(names.length)] ?? ''
  const part = parts[name]
  if (part instanceof Uint8Array) parts[name] = changed(part, draw)
  if (draw(10) === 0) delete parts[names[draw(names.length)] ?? '']
  return zipSync(parts, { level: draw(2) === 0 ? 0 : 1 })
}

function changed(bytes: Uint8Array, draw: Draw): Uint8Array {
  let now = Buffer.from(bytes)
  for (let left = 1 + draw(6); left > 0; left--) now = oneChange(now, draw)
  return now
}

function oneChange(bytes: Buffer, draw: Draw): Buffer<ArrayBuffer> {
  const at = draw(bytes.length + 1)
  const to = Math.min(bytes.length, at + draw(40))
  const before = bytes.subarray(0, at)
  const after = bytes.subarray(to)
  switch (draw(8)) {
    case 0: {
      const copy = Buffer.from(bytes)
      if (at < copy.length) copy[at] = draw(256)
      return copy
    }
    case 1: {
      const copy = Buffer.from(bytes)
      if (at < copy.length) copy[at] = copy[at]! ^ (1 << draw(8))
      return copy
    }
    case 2:
      return Buffer.concat([before, after])
    case 3:
      return Buffer.from(before)
    case 4:
      return Buffer.concat([before, ...Array.from({ length: 1 + draw(20) }, () => bytes.subarray(at, to)), after])
    case 5: {
      const from = draw(bytes.length + 1)
      return Buffer.concat([before, bytes.subarray(from, from + draw(80)), bytes.subarray(at)])
    }
    default:
      return Buffer.concat([before, all[draw(all.length)]!, draw(2) === 0 ? after : bytes.subarray(at)])
  }
}
