import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { scan } from './clamd.ts'
import { plainJpeg, plainPng } from './images.ts'
import { knowFile } from './kinds.ts'
import { safeName } from './names.ts'
import { unpack, zipEntries } from './zip.ts'

const pdf = (inside = '') => strToU8(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\n%%EOF\n`)
const word = (more: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8('<w:document/>'),
    'word/_rels/document.xml.rels': strToU8('<Relationships/>'),
    ...more,
  })
const externalTemplate = strToU8(
  '<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://198.51.100.7/t.dotm" TargetMode="External"/></Relationships>',
)
const hyperlink = strToU8(
  '<Relationships><Relationship Type="http://x/relationships/hyperlink" Target="https://www.gov.uk" TargetMode="External"/></Relationships>',
)
/** EXIF of two entries, low byte first: which way up (6), and a pointer to GPS beside which a place is written. */
const exif = (() => {
  const inside = Buffer.concat([
    Buffer.from('Exif\0\0'),
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0]),
    Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]),
    Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0, 0x26, 0, 0, 0]),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from('GPS 52.4081 -1.5106'),
  ])
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, inside.length + 2]), inside])
})()
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]),
  exif,
  Buffer.from([0xff, 0xfe, 0, 8]),
  Buffer.from('secret'),
  Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
  Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xff, 0, 0xff, 0xd3, 9]),
  Buffer.from([0xff, 0xd9]),
])
const chunk = (name: string, data: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
}
const pngHead = (wide = 1) => Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0].with(0, wide))
const png = (head = pngHead()) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('eXIf', Buffer.from('GPS 52.4081')),
    chunk('tEXt', Buffer.from('Author\0secret')),
    chunk('IDAT', Buffer.from([1, 2, 3])),
    chunk('IEND', Buffer.alloc(0)),
  ])

describe('what may be attached is known by its bytes', () => {
  test.each([
    ['PDF', pdf(), 'application/pdf'],
    ['Word', word(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'Word with a link',
      word({ 'word/_rels/document.xml.rels': hyperlink }),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['JPEG', jpeg, 'image/jpeg'],
    ['PNG', png(), 'image/png'],
    ['text', strToU8('Rang the school.\r\nZoë was in.'), 'text/plain'],
    ['text in UTF-16', Buffer.from('\ufeffRang', 'utf16le'), 'text/plain'],
    ['e-mail', strToU8('From: a@b.example\r\nSubject: Wren\r\n\r\nHello'), 'message/rfc822'],
  ])('%s is taken', (_, bytes, type) => {
    expect(knowFile(bytes)).toMatchObject({ type })
  })

  test.each([
    ['a program', Buffer.from('MZ\x90\0\x03')],
    ['nothing of a kind', Buffer.from([0, 1, 2, 3])],
    ['a NUL in a text', strToU8('Rang\0 the school')],
    ['a web page', strToU8('  <!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing with a script', strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['XML that reads a file', strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>')],
    ['a shell script', strToU8('#!/bin/sh\nrm -rf /')],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a zip file', zipSync({ 'a.txt': strToU8('a') })],
    ['a GIF that is a script', strToU8('GIF89a=1;alert(1)')],
    ['a PDF with a script', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['a PDF with a script spelt out', pdf('/OpenAction << /S /J#61vaScript >>')],
    ['a PDF that starts a program', pdf('/AA << /S /Launch /F (cmd.exe) >>')],
    ['a PDF with a file in it', pdf('/Names << /EmbeddedFiles 3 0 R >>')],
    ['a PDF with a zip file behind it', Buffer.concat([pdf(), word()])],
    ['a PDF cut short', pdf().subarray(0, 30)],
    ['Word with a macro', word({ 'word/vbaProject.bin': strToU8('x') })],
    [
      'Word with a macro under another name',
      word({ '[Content_Types].xml': strToU8('application/vnd.ms-word.document.macroEnabled') }),
    ],
    ['Word with another file in it', word({ 'word/embeddings/oleObject1.docx': strToU8('x') })],
    ['Word that fetches its template', word({ 'word/_rels/settings.xml.rels': externalTemplate })],
    ['Word that unpacks to a thousand times its size', word({ 'word/media/a.png': new Uint8Array(8 * 1024 * 1024) })],
    ['Word that climbs out of its folder', word({ '../../etc/cron.d/x': strToU8('x') })],
    ['a picture of a thousand million dots', png(Buffer.from([0, 0, 0x80, 0, 0, 0, 0x80, 0, 8, 0, 0, 0, 0]))],
    ['half a picture', jpeg.subarray(0, 60)],
  ])('%s is refused', (_, bytes) => {
    expect(knowFile(bytes)).toHaveProperty('refused')
  })
})

describe('pictures', () => {
  test('keep which way up they are and lose where they were taken', () => {
    const kept = Buffer.from(plainJpeg(jpeg)!)
    expect(kept.toString('latin1')).not.toMatch(/GPS|52\.4081|secret/)
    expect(kept.indexOf(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBeGreaterThan(0)
    expect(plainJpeg(kept)).toEqual(kept)
    expect(Buffer.from(plainPng(png())!).toString('latin1')).not.toMatch(/GPS|secret|eXIf|tEXt/)
  })

  test('what stands behind them is left out', () => {
    for (const [plain, bytes] of [
      [plainJpeg, jpeg],
      [plainPng, png()],
    ] as const)
      expect(plain(Buffer.concat([bytes, Buffer.from('PK\x03\x04 and more')]))).toEqual(plain(bytes))
  })
})

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\x\\Report.PDF', 'Report.pdf'],
  ['photo\u202egpj.exe', 'photogpj.exe.pdf'],
  ['a\r\nSet-Cookie: b', 'aSet-Cookie- b.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['', 'document.pdf'],
  ['\u200b\u2066', 'document.pdf'],
  [`${'é'.repeat(400)}.pdf`, `${'é'.repeat(120)}.pdf`],
  ['Zoë’s school report.pdf', 'Zoë’s school report.pdf'],
])('the name %j is shown as %j', (given, shown) => {
  expect(safeName(given, ['.pdf'])).toBe(shown)
})

describe('zip files', () => {
  const limits = { entriesMax: 10, unpackedBytesMax: 1000 }
  const packed = zipSync({ 'a.txt': strToU8('a'.repeat(500)), 'b.txt': [strToU8('b'), { level: 0 }] })
  const list = (bytes: Uint8Array) => zipEntries(bytes, limits)
  const edited = (at: (bytes: Buffer) => number, ...values: number[]) => {
    const bytes = Buffer.from(packed)
    bytes.set(values, at(bytes))
    return bytes
  }
  const central = (bytes: Buffer) => bytes.indexOf(Buffer.from('PK\x01\x02'))

  test('are listed and unpacked', () => {
    const entries = list(packed)
    expect(
      Array.isArray(entries) && entries.map((one) => [one.name, Buffer.from(unpack(one) as Uint8Array).length]),
    ).toEqual([
      ['a.txt', 500],
      ['b.txt', 1],
    ])
  })

  test.each([
    ['too many files', zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}`, strToU8('')])))],
    ['too much in them', zipSync({ a: new Uint8Array(2000) })],
    ['a password', edited((bytes) => central(bytes) + 8, 1)],
    ['an unknown packing', edited((bytes) => central(bytes) + 10, 99)],
    ['two files in the same bytes', edited((bytes) => bytes.lastIndexOf(Buffer.from('PK\x01\x02')) + 42, 0, 0, 0, 0)],
    ['a list that leads out of the file', edited((bytes) => central(bytes) + 42, 0xff, 0xff, 0xff, 0x7f)],
    ['no end', packed.subarray(0, -10)],
  ])('with %s are refused', (_, bytes) => {
    expect(list(bytes)).toHaveProperty('fault')
  })

  test('that hold more than they declare are not unpacked beyond it', () => {
    const entries = list(edited((bytes) => central(bytes) + 24, 10, 0, 0, 0))
    expect('fault' in entries ? entries : unpack(entries[0]!)).toHaveProperty('fault')
  })
})

describe('the virus scanner', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  /** Speaks clamd's INSTREAM and knows one signature of its own. */
  const listen = (at: string | number, answer?: string) =>
    new Promise<void>((resolve) => {
      server = createServer((socket) => {
        let got = Buffer.alloc(0)
        socket.on('error', () => {})
        socket.on('data', (piece) => {
          got = Buffer.concat([got, piece])
          const start = Buffer.byteLength('zINSTREAM\0')
          const parts: Buffer[] = []
          let at = start
          while (at + 4 <= got.length) {
            const length = got.readUInt32BE(at)
            if (length === 0) {
              const isFound = Buffer.concat(parts).includes('HEARTWOOD-TEST-SIGNATURE')
              socket.end(answer ?? `stream: ${isFound ? 'Heartwood.Test.UNOFFICIAL FOUND' : 'OK'}\0`)
              return
            }
            if (at + 4 + length > got.length) return
            parts.push(got.subarray(at + 4, at + 4 + length))
            at += 4 + length
          }
        })
      }).listen(at, () => resolve())
    })
  const path = join(tmpdir(), `heartwood-clamd-${process.pid}.sock`)

  test('finds a signature of its own across pieces, over a socket and over TCP', async () => {
    const long = Buffer.alloc(200_000, 'a')
    const bad = Buffer.concat([Buffer.alloc(65_530, 'a'), Buffer.from('HEARTWOOD-TEST-SIGNATURE'), long])
    await listen(path)
    expect(await scan(path, long)).toEqual({ is: 'clean' })
    expect(await scan(path, bad)).toEqual({ is: 'found', signature: 'Heartwood.Test.UNOFFICIAL' })
    server?.close()
    await listen(0)
    const address = server?.address()
    const port = typeof address === 'object' ? address?.port : undefined
    expect(await scan(`localhost:${port}`, bad)).toMatchObject({ is: 'found' })
  })

  test('that is away, silent, full or odd has not said that a file is clean', async () => {
    expect(await scan(`${path}-none`, Buffer.from('a'))).toMatchObject({ is: 'not scanned' })
    await listen(path, '')
    expect(await scan(path, Buffer.from('a'))).toMatchObject({ is: 'not scanned' })
    server?.close()
    await listen(path, 'INSTREAM size limit exceeded. ERROR\0')
    expect(await scan(path, Buffer.from('a'))).toMatchObject({
      is: 'not scanned',
      reason: expect.stringContaining('limit'),
    })
    server?.close()
    server = createServer(() => {}).listen(path)
    expect(await scan(path, Buffer.from('a'), 50)).toMatchObject({ is: 'not scanned' })
  })
})
