/** From the bytes of a file, in whatever encoding, to UTF-8 without a byte order mark. */

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'

export interface Decoded {
  /** UTF-8, without a byte order mark. */
  readonly bytes: Uint8Array
  /** What the file was written in. */
  readonly encoding: Encoding
  readonly mark: boolean
}

const encoder = new TextEncoder()

/** Finds out the encoding of a file and gives it as UTF-8. Bytes that are UTF-8 already are not copied. */
export function toUtf8(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return isUtf8(bytes) ? { bytes: bytes.subarray(3), encoding: 'UTF-8', mark: true } : windows(bytes.subarray(3))
  }
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes)
    return { bytes: encoder.encode(text), encoding: 'UTF-16', mark: bytes[0] === 0xff || bytes[0] === 0xfe }
  }
  return isUtf8(bytes) ? { bytes, encoding: 'UTF-8', mark: false } : windows(bytes)
}

/** UTF-16 bears a mark, or every other byte of its first characters is nought. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 4) return undefined
  if (bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0) return 'utf-16be'
  return undefined
}

function windows(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return { bytes: encoder.encode(text), encoding: 'Windows-1252', mark: false }
}

function isUtf8(bytes: Uint8Array): boolean {
  if (isAscii(bytes)) return true
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Reads four bytes at a time: nearly every return is plain ASCII, and asking must cost next to nothing. */
function isAscii(bytes: Uint8Array): boolean {
  const lead = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4)
  for (let i = 0; i < lead; i++) if (bytes[i]! > 127) return false
  const count = (bytes.length - lead) >> 2
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, count)
  for (let i = 0; i < count; i++) if ((words[i]! & 0x80808080) !== 0) return false
  for (let i = lead + count * 4; i < bytes.length; i++) if (bytes[i]! > 127) return false
  return true
}
