/**
 * Photographs without what a camera writes beside the picture: where it was taken, when, by whose telephone, a small copy
 * from before it was cropped. Only what is needed to show it is kept, and what stands after its end is left out.
 */

const concat = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

/** Of a picture that unpacks to more than this nobody sees more, but a viewer may choke on it. */
const pixelsMax = 100_000_000

/** The bytes of a JPEG (ITU T.81) as it may be kept; undefined where it is none, or broken. */
export function plainJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let sawPicture = false
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) at += 1
    else if (marker === 0xd9) return sawPicture ? concat([...kept, bytes.subarray(at, at + 2)]) : undefined
    else {
      if (at + 4 > bytes.length) return undefined
      const length = bytes[at + 2]! * 256 + bytes[at + 3]!
      const end = at + 2 + length
      if (length < 2 || end > bytes.length) return undefined
      const segment = bytes.subarray(at, end)
      if (isFrame(marker) && pixelsOf(segment) > pixelsMax) return undefined
      if (isShown(marker)) kept.push(segment)
      else kept.push(...turned(segment))
      at = end
      if (marker !== 0xda) continue
      at = endOfScan(bytes, end)
      kept.push(bytes.subarray(end, at))
      sawPicture = true
    }
  }
  return undefined
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const pixelsOf = (segment: Uint8Array): number =>
  segment.length < 9 ? 0 : (segment[5]! * 256 + segment[6]!) * (segment[7]! * 256 + segment[8]!)

/** Tables, frames and scans; of the application's own parts JFIF (E0), the colour profile (E2) and Adobe's colours (EE). */
const isShown = (marker: number): boolean =>
  (marker >= 0xc0 && marker < 0xe0) || marker === 0xe0 || marker === 0xe2 || marker === 0xee

function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    const isData = next === 0 || (next !== undefined && next >= 0xd0 && next <= 0xd7)
    if (!isData && next !== 0xff) return at
  }
  return bytes.length
}

/** Which way up it is held, the one thing of EXIF (tag 0x0112) without which a photograph lies on its side. */
function turned(segment: Uint8Array): Uint8Array[] {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  if (segment[1] !== 0xe1 || segment.length < 20 || view.getUint32(4) !== 0x45786966) return []
  const isLittle = view.getUint16(10) === 0x4949
  const first = 10 + view.getUint32(14, isLittle)
  if (first + 2 > segment.length) return []
  const count = view.getUint16(first, isLittle)
  for (let i = 0, at = first + 2; i < count && at + 12 <= segment.length; i++, at += 12) {
    if (view.getUint16(at, isLittle) !== 0x0112) continue
    const way = view.getUint16(at + 8, isLittle)
    return way >= 1 && way <= 8 ? [onlyWay(way)] : []
  }
  return []
}

/** An EXIF segment of one entry, high byte first. */
const onlyWay = (way: number): Uint8Array =>
  // biome-ignore format: a segment reads in its own lines: marker and length, "Exif", "MM", the entry, no more
  Uint8Array.of(
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0,
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0,
    0, 0, 0, 0,
  )

const pngSign = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What is needed to show it (PNG, third edition, 4.3 and 11.3): the critical chunks, and those of colour and size. */
const pngShown = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])

/** The bytes of a PNG as it may be kept; undefined where it is none, or broken. */
export function plainPng(bytes: Uint8Array): Uint8Array | undefined {
  if (!pngSign.every((byte, i) => bytes[i] === byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if ((at === 8) !== (name === 'IHDR')) return undefined
    if (name === 'IHDR' && (end !== at + 25 || view.getUint32(at + 8) * view.getUint32(at + 12) > pixelsMax))
      return undefined
    if (name === 'IEND') return concat([...kept, bytes.subarray(at, end)])
    if (pngShown.has(name)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}
