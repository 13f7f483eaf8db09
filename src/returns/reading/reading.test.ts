import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { CinReader, readCin } from '../cin-census/read.ts'
import { TextPool } from '../engine/codes.ts'
import { Table } from '../engine/table.ts'
import { read903 } from '../ssda903/read.ts'
import { toUtf8 } from './bytes.ts'
import { readCsvHead, readCsvRows } from './csv.ts'
import { readCsvText } from './csv-text.ts'
import { readPostcodes, readProviders } from './reference.ts'
import { readWorkbook } from './workbook.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian = true) => {
  const out = new Uint8Array(text.length * 2 + 2)
  const view = new DataView(out.buffer)
  view.setUint16(0, 0xfeff, littleEndian)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2 + 2, text.charCodeAt(i), littleEndian)
  return out
}

const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n12,m,29/02/2012,WBRI,,,\n'
const oneHeader = (given: Uint8Array, name = 'header.csv') => {
  const { store, notes, faults } = read903([{ name, bytes: given }])
  const table = store.table('Header')
  const cells = Array.from({ length: table.length }, (_, row) =>
    ['CHILD', 'SEX', 'DOB', 'MOTHER'].map((column) => table.text(row, table.column(column))),
  )
  return { cells, notes: notes.map((note) => note.says), faults: faults.map((fault) => fault.says) }
}

describe('encodings', () => {
  test.each([
    ['UTF-8', bytes(header)],
    ['UTF-8 with a mark', bytes(`\ufeff${header}`)],
    ['UTF-16, low byte first', utf16(header)],
    ['UTF-16, high byte first', utf16(header, false)],
    ['UTF-16 without a mark', utf16(header).subarray(2)],
  ])('%s is read', (_, given) => {
    expect(oneHeader(given).cells).toEqual([['12', 'M', '29/02/2012', '']])
  })

  test('Windows-1252 is read and said', () => {
    expect(toUtf8(Uint8Array.of(0x5a, 0x6f, 0xeb))).toMatchObject({ encoding: 'Windows-1252', bytes: bytes('Zoë') })
    expect(toUtf8(bytes('Zoë'))).toMatchObject({ encoding: 'UTF-8' })
    expect(oneHeader(Uint8Array.of(...bytes(header.replace('12,m', 'A')), 0xeb)).notes[0]).toContain('Windows-1252')
  })
})

describe('CSV', () => {
  test('semicolons, quotes, other names, another order, spaces and 1.0 are read', () => {
    const given =
      '"Child_ID";mc dob;Ethnic;Sex;dob;UPN;Mother;Notes\r\n" 12 ";;WBRI;F;2012-02-29;;1.0;"a;b"\r\n\r\n;;;;;;;\r\n'
    const { cells, notes, faults } = oneHeader(bytes(given))
    expect(cells).toEqual([['12', 'F', '29/02/2012', '1']])
    expect(notes.join(' ')).toMatch(/Notes.*commas|commas.*Notes/)
    expect(faults).toEqual([])
  })

  test('a missing column is one clear sentence, and the other files are read', () => {
    const { store, faults } = read903([
      { name: 'header.csv', bytes: bytes('CHILD,SEX,DOB\n1,M,01/01/2015\n') },
      { name: 'reviews.csv', bytes: bytes('CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/01/2015,01/05/2025,PN1\n') },
    ])
    expect(faults).toEqual([
      {
        file: 'header.csv',
        says: 'Row 1 lacks the columns ETHNIC, UPN, MOTHER and MC_DOB of the table Header, so this file was not read.',
      },
    ])
    expect(store.table('Reviews').length).toBe(1)
    expect(store.supplied.has('Header')).toBe(false)
  })

  test('tables are known by their columns whatever the file is called, and by name where columns do not tell', () => {
    const { store } = read903([{ name: 'oc3.csv', bytes: bytes('CHILD,DOB,DOLO_START,DOLO_END\n1,,,\n') }])
    expect(store.table('DoLo').length).toBe(1)
  })

  test('a quotation mark that is never closed is named with its row', () => {
    expect(oneHeader(bytes(`${header}1,"M,,,,,\n`)).faults[0]).toContain('row 3')
  })

  test('two files of one table are joined, and rows are numbered within their own file', () => {
    const { store } = read903([
      { name: 'a.csv', bytes: bytes(header) },
      { name: 'b.csv', bytes: bytes(header) },
    ])
    const table = store.table('Header')
    expect([table.length, table.rowInFile(0), table.rowInFile(1)]).toEqual([2, 0, 0])
  })

  test('files that are no return never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
        const { faults, store } = read903([{ name: 'x.csv', bytes: given }])
        expect(faults.length + store.tables.reduce((sum, table) => sum + table.length, 0)).toBeGreaterThanOrEqual(0)
        expect(readCin({ name: 'x.xml', bytes: given }).faults).toHaveLength(1)
      }),
    )
  })

  test.each(['\n', '\r\n', '\r'])('a row is told by the line on which it begins, whatever ends a line (%j)', (end) => {
    const text = ['A,B', '1,2', '', '"3\n3",4', '5,6,7', ' , ', '8'].join(end)
    const given = bytes(text)
    const table = new Table('t', { a: 'code', b: 'code' }, new TextPool(), 'yyyy-mm-dd')
    const told: (readonly [number, number])[] = []
    readCsvRows(given, readCsvHead(given), table, {
      targets: [0, 1],
      upper: false,
      each: (line, cells) => told.push([line, cells]),
    })
    expect(told).toEqual([
      [2, 2],
      [4, 2],
      [6, 3],
      [8, 1],
    ])
    expect(table.text(1, 0)).toBe('3\n3')
  })

  test('any cells written as CSV are read as they were', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r]/g, ''))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(readCsvText(text)).toEqual(rows)
      }),
    )
  })
})

const child = (inner: string) =>
  `<Message><Header/><Children><Child><ChildIdentifiers>${inner}</ChildIdentifiers></Child></Children></Message>`
const idOf = (xml: string | Uint8Array) => {
  const { store, faults } = readCin({ name: 'cin.xml', bytes: typeof xml === 'string' ? bytes(xml) : xml })
  if (store === undefined) return faults[0]?.says
  const table = store.table('ChildIdentifiers')
  return table.text(0, table.column('LAchildID'))
}

describe('XML', () => {
  test.each([
    ['plain', child('<LAchildID>A1</LAchildID>')],
    ['entities', child('<LAchildID>&#65;&#x31;</LAchildID>')],
    ['CDATA', child('<LAchildID><![CDATA[A1]]></LAchildID>')],
    ['a comment within', child('<LAchildID>A<!-- <LAchildID>B</LAchildID> -->1</LAchildID>')],
    ['a comment before', child('<!-- </Child> --><LAchildID>A1</LAchildID>')],
    [
      'spaces, attributes and a declaration',
      `<?xml version="1.0"?>\n${child('\n<LAchildID a=">" >\n A1 </LAchildID >')}`,
    ],
    ['another case', child('<laCHILDid>A1</laCHILDid>')],
    [
      'namespaces',
      '<c:Message xmlns:c="x"><c:Children><c:Child><c:ChildIdentifiers><c:LAchildID>A1</c:LAchildID></c:ChildIdentifiers></c:Child></c:Children></c:Message>',
    ],
    ['UTF-16', utf16(child('<LAchildID>A1</LAchildID>'))],
    ['elements it does not know', child('<Other><LAchildID>B</LAchildID></Other><LAchildID>A1</LAchildID>')],
  ])('%s is read', (_, xml) => {
    expect(idOf(xml)).toBe('A1')
  })

  test.each([
    [
      'an element closed by another',
      child('<LAchildID>A1</UPN>'),
      /row 1, column 67: the element LAchildID is closed as UPN/,
    ],
    ['an element never closed', '<Message><Children>', /never closed/],
    ['two roots', '<Message></Message><Message></Message>', /second root/],
    ['text after the end', '<Message></Message>x', /after the end/],
    ['an entity nobody knows', child('<LAchildID>&who;</LAchildID>'), /not something XML knows/],
    ['entities of its own', `<!DOCTYPE m [<!ENTITY a "b">]>${child('')}`, /entities of its own/],
    ['a comment never closed', `<Message><!-- `, /comment is never closed/],
    ['nothing', '', /no XML/],
  ])('%s is one clear sentence', (_, xml, says) => {
    expect(idOf(xml)).toMatch(says)
  })

  test('in pieces of any size it is read as in one', () => {
    const xml = bytes(
      `<Message><Header><CollectionDetails><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children>${Array.from({ length: 20 }, (_, i) => `<Child><ChildIdentifiers><LAchildID>é${i}</LAchildID></ChildIdentifiers><!-- </Child> --></Child>`).join('\n')}</Children></Message>`,
    )
    const idsOf = (read: ReturnType<typeof readCin>) => {
      const table = read.store?.table('ChildIdentifiers')
      return Array.from({ length: table?.length ?? 0 }, (_, row) => table?.text(row, table.column('LAchildID')))
    }
    const whole = idsOf(readCin({ name: 'x', bytes: xml }))
    expect(whole).toHaveLength(20)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (size) => {
        const reader = new CinReader('x')
        for (let at = 0; at < xml.length; at += size) reader.push(xml.subarray(at, at + size))
        expect(idsOf(reader.end())).toEqual(whole)
      }),
    )
  })

  test('all dates of a Reviews element are rows, and one without any is a row whose date is missing', () => {
    const plans = (reviews: string) =>
      `<Message><Children><Child><CINdetails><ChildProtectionPlans><CPPstartDate>2025-05-01</CPPstartDate>${reviews}</ChildProtectionPlans></CINdetails></Child></Children></Message>`
    const datesOf = (reviews: string) => {
      const table = readCin({ name: 'x', bytes: bytes(plans(reviews)) }).store?.table('Reviews')
      return Array.from({ length: table?.length ?? 0 }, (_, row) => table?.text(row, table.column('CPPreviewDate')))
    }
    const date = '<CPPreviewDate>2025-07-01</CPPreviewDate>'
    expect(datesOf(`<Reviews>${date}${date}</Reviews>`)).toEqual(['2025-07-01', '2025-07-01'])
    expect(datesOf(`<Reviews>${date}</Reviews><Reviews></Reviews>`)).toEqual(['2025-07-01', ''])
    expect(datesOf('')).toEqual([])
  })

  test('the XML of the SSDA903 gives the tables of the CSV files', () => {
    const xml = `<EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><SEX>F</SEX><DOB>2010-05-01</DOB><UASC>true</UASC><DATE_INT/>
      <IN_TOUCH>YES</IN_TOUCH><AREVIEW><REVIEW>2025-05-01</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>
      <EPISODE><DECOM>2025-04-02</DECOM><PL>U1</PL></EPISODE></CHILD></EXPSSDA903>`
    const { store, faults } = read903([{ name: 'x.xml', bytes: bytes(xml) }])
    expect(faults).toEqual([])
    const rowOf = (name: Parameters<typeof store.table>[0]) => {
      const table = store.table(name)
      return table.length === 0
        ? []
        : table.columns.map((_, column) => table.text(0, column)).filter((cell) => cell !== '')
    }
    expect(rowOf('Header')).toEqual(['7', 'F', '01/05/2010', '1'])
    expect(rowOf('UASC')).toEqual([])
    expect(rowOf('OC3')).toEqual(['7', '01/05/2010', 'YES'])
    expect(rowOf('AD1')).toEqual([])
    expect(rowOf('Reviews')).toEqual(['7', '01/05/2010', '01/05/2025', 'PN1'])
    expect(rowOf('Episodes')).toEqual(['7', '02/04/2025', 'U1'])
  })
})

describe('workbooks', () => {
  const book = (sheet: string) =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="Headers" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': strToU8('<sst><si><t>CHILD</t></si><si><r><t>S</t></r><r><t>EX</t></r></si></sst>'),
      'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    })

  test('texts, numbers, dates and holes are read', () => {
    const names = ['DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB']
    const head = names.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('')
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>${head}</row>
      <row r="3"><c r="A3"><v>12</v></c><c r="C3" s="1"><v>40968</v></c></row></sheetData></worksheet>`
    expect(oneHeader(book(sheet), 'x.xlsx').cells).toEqual([['12', '', '29/02/2012', '']])
  })

  test('a zip that is no workbook, and a broken one, are sentences', () => {
    expect(readWorkbook(zipSync({ 'a.txt': strToU8('a') })).ok).toBe(false)
    expect(readWorkbook(book('<worksheet>')).ok).toBe(false)
    expect(readWorkbook(Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9)).ok).toBe(false)
  })
})

describe('lists of reference', () => {
  test('homes and agencies, with any of the columns', () => {
    const providers = readProviders('URN,Postcode,REG_END\n1234567,cv1 5rr,31/03/2025\n1234567,CV1 5RS,\n')
    expect(providers.byUrn('1234567').map((line) => line.postcode)).toEqual(['CV15RR', 'CV15RS'])
    expect(providers.byUrn('9')).toEqual([])
    expect([...providers.columns].sort()).toEqual(['postcode', 'registrationEnds', 'urn'])
  })

  test('postcodes of the other nations have no authority of their own', () => {
    const postcodes = readPostcodes(
      'pcd,laua,oseast1m,osnrth1m\nCV1 5RR,E08000026,433000,279000\nCF10 1AA,W06000015,1,2\n',
    )
    expect(postcodes.find('CV15RR')).toEqual({ authority: 'E08000026', easting: 433000, northing: 279000 })
    expect(postcodes.find('CF101AA')?.authority).toBe('WAL')
    expect(postcodes.find('XX')).toBeUndefined()
  })
})
