/**
 * What may be attached, known by its bytes: never by its name or by what the browser calls it. Everything that could run,
 * fetch or hide something is refused with what to do instead; whoever attached it has the original.
 */
import { plainJpeg, plainPng } from './images.ts'
import { isZip, unpack, zipEntries } from './zip.ts'

export interface Taken {
  readonly type: string
  /** How a file of this type is called, the usual one first. */
  readonly endings: readonly string[]
  /** As it is kept: of pictures, without what the camera wrote beside them. */
  readonly bytes: Uint8Array
}

/** Why not, in words that follow “it”, with what to do instead. */
export interface Refused {
  readonly refused: string
}

const taken = (type: string, endings: readonly string[], bytes: Uint8Array): Taken => ({ type, endings, bytes })
const notOfOurs = 'is not a PDF, a Word document (.docx), a JPEG or PNG picture, a text or an e-mail (.eml)'

export function knowFile(bytes: Uint8Array): Taken | Refused {
  if (startsWith(bytes, '%PDF-')) return knowPdf(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return picture('image/jpeg', ['.jpg', '.jpeg'], plainJpeg(bytes))
  if (bytes[0] === 0x89 && startsWith(bytes.subarray(1), 'PNG')) return picture('image/png', ['.png'], plainPng(bytes))
  if (isZip(bytes)) return knowWord(bytes)
  return knowText(bytes)
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && Array.from(text).every((letter, i) => bytes[i] === letter.charCodeAt(0))

const picture = (type: string, endings: readonly string[], bytes: Uint8Array | undefined): Taken | Refused =>
  bytes === undefined ? { refused: 'is a damaged picture. Open it and save it anew' } : taken(type, endings, bytes)

/** What makes a PDF do something by itself, or carries another file (ISO 32000-2, 12.6.4 and 7.11.4). */
const pdfActions = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|GoToE|ImportData|SubmitForm)(?![A-Za-z])/

function knowPdf(bytes: Uint8Array): Taken | Refused {
  // A letter of a name may be written by its number: `/J#53` is `/JS`.
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/#([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const end = text.lastIndexOf('%%EOF')
  if (end === -1 || /[^\s\0]/.test(text.slice(end + 5)))
    return { refused: 'is a damaged PDF, or has something after its end. Print it to a new PDF' }
  if (pdfActions.test(text))
    return { refused: 'is a PDF that holds a script, a form that sends, or another file. Print it to a new PDF' }
  return taken('application/pdf', ['.pdf'], bytes)
}

const wordLimits = { entriesMax: 2_000, unpackedBytesMax: 200 * 1024 * 1024 }
/** More than this many times its own size no document unpacks to; small ones may, because they are small. */
const ratioMax = 100
const smallBytes = 4 * 1024 * 1024
const partBytesMax = 8 * 1024 * 1024
const runs = /vbaProject|vbaData|activeX|macrosheets|oleObject|\.(bin|exe|dll|js|vbs|zip|jar)$/i
const isInside = /embeddings\/|(^|\/)\.\.(\/|$)|^[/\\]|\\|\0/

/** Word 2007 and later (ECMA-376): a zip file, of which only the list of contents and two kinds of parts are read. */
function knowWord(bytes: Uint8Array): Taken | Refused {
  const entries = zipEntries(bytes, wordLimits)
  if ('fault' in entries) return { refused: `${entries.fault}. Save it as a PDF` }
  const names = new Set(entries.map(({ name }) => name))
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) return { refused: notOfOurs }
  const unpacked = entries.reduce((sum, one) => sum + one.unpackedBytes, 0)
  if (unpacked > smallBytes && unpacked > ratioMax * bytes.length)
    return { refused: 'unpacks to far more than it should hold. Save it as a PDF' }
  if (entries.some(({ name }) => runs.test(name) || isInside.test(name)))
    return { refused: 'holds a macro or another file. Save it as a PDF' }
  for (const entry of entries.filter(({ name }) => name === '[Content_Types].xml' || name.endsWith('.rels'))) {
    const part = entry.unpackedBytes > partBytesMax ? { fault: 'is damaged' } : unpack(entry)
    if ('fault' in part) return { refused: `${part.fault}. Save it as a PDF` }
    const text = new TextDecoder().decode(part)
    if (/macroEnabled|vbaProject|<!DOCTYPE|<!ENTITY/i.test(text)) return { refused: 'holds a macro. Save it as a PDF' }
    // A link is followed by whoever clicks it; a template, a frame or a picture by Word itself, unasked.
    for (const [relation] of text.matchAll(/<[^<>]*TargetMode\s*=\s*["']External["'][^<>]*>/gi))
      if (!/\/hyperlink["']/.test(relation))
        return { refused: 'fetches something from elsewhere when it is opened. Save it as a PDF' }
  }
  return taken('application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['.docx'], bytes)
}

function knowText(bytes: Uint8Array): Taken | Refused {
  const text = textOf(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text holds these
  if (text === undefined || /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text)) return { refused: notOfOurs }
  if (/^\s*(<|#!|@echo|@import|GIF8|BM|RIFF|PK|MZ|%!|\{\\rtf)/.test(text))
    return { refused: 'is a web page, a drawing or a program. Print it to a PDF' }
  const isMail =
    /^[\w-]+:\s/.test(text) && /^(from|received|return-path):/im.test(text) && /^subject:|^date:/im.test(text)
  return isMail ? taken('message/rfc822', ['.eml'], bytes) : taken('text/plain', ['.txt', '.csv', '.md'], bytes)
}

function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
