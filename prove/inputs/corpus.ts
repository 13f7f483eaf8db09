/** Files that are made to do harm, each made when it is its turn: traps of archives, of XML, of pictures and of names. */
import { deflateRawSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { GivenFile } from '../../src/returns/reading/files.ts'
import { samples } from './samples.ts'

export interface Trap {
  readonly title: string
  readonly make: () => GivenFile
  /** It must not be taken as an attachment. */
  readonly isRefused?: true
}

const mb = 1024 * 1024
const zeros = (length: number): Uint8Array => new Uint8Array(length)
const workbook = (parts: Zippable): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    ...parts,
  })
const sheet = (rows: string): Zippable => ({
  'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
})
const trap = (title: string, name: string, make: () => Uint8Array, isRefused?: true): Trap => ({
  title,
  make: () => ({ name, bytes: make() }),
  ...(isRefused && { isRefused }),
})
const text = (title: string, name: string, content: string, isRefused?: true): Trap =>
  trap(title, name, () => strToU8(content), isRefused)

/** A zip whose every number can be made to lie. */
function lying(name: string, packed: Uint8Array, declared: number, count = 1): Uint8Array {
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30)
  const line = Buffer.alloc(46 + name.length)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(8, 10)
  line.writeUInt32LE(packed.length, 20)
  line.writeUInt32LE(declared, 24)
  line.writeUInt16LE(name.length, 28)
  line.write(name, 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, ...Array.from({ length: count }, () => line), end])
}

function nested(depth: number): Uint8Array {
  let inside: Uint8Array = zipSync({ 'a.csv': zeros(10 * mb) })
  for (let i = 0; i < depth; i++)
    inside = zipSync(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.zip`, inside])))
  return inside
}

const lol = `<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]><Message>&l9;</Message>`
const lineOf = (columns: string): string => `${columns}\n`
const heading = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'

export const corpus: readonly Trap[] = [
  trap(
    'flat bomb: 90 MB of zeros in a sheet',
    'a.xlsx',
    () => workbook({ 'xl/worksheets/sheet1.xml': [zeros(90 * mb), { level: 9 }] }),
    true,
  ),
  trap(
    'flat bomb: 90 MB of spaces in a sheet',
    'a.xlsx',
    () => workbook({ 'xl/worksheets/sheet1.xml': [zeros(90 * mb).fill(32), { level: 9 }] }),
    true,
  ),
  trap(
    'flat bomb: a declared 4 GB',
    'a.xlsx',
    () => lying('xl/workbook.xml', deflateRawSync(zeros(mb)), 0xfffffffe),
    true,
  ),
  trap(
    'a bomb that declares ten bytes',
    'a.xlsx',
    () => lying('xl/workbook.xml', deflateRawSync(zeros(200 * mb)), 10),
    true,
  ),
  trap('entries that share their bytes', 'a.zip', () => lying('a', deflateRawSync(zeros(10 * mb)), 10 * mb, 900), true),
  trap('nested archives', 'a.zip', () => nested(4), true),
  trap(
    'an archive that holds itself, as far as can be',
    'a.zip',
    () => zipSync({ 'a.zip': zipSync({ 'a.zip': zipSync({}) }) }),
    true,
  ),
  trap(
    '65,535 entries',
    'a.zip',
    () => zipSync(Object.fromEntries(Array.from({ length: 65_534 }, (_, i) => [`${i}`, zeros(0)])), { level: 0 }),
    true,
  ),
  trap(
    'a path that climbs',
    'a.docx',
    () =>
      zipSync({
        '[Content_Types].xml': zeros(0),
        'word/document.xml': zeros(0),
        '../../../tmp/heartwood-was-here': strToU8('x'),
      }),
    true,
  ),
  trap(
    'a path from the root, with a NUL',
    'a.docx',
    () => zipSync({ '[Content_Types].xml': zeros(0), 'word/document.xml': zeros(0), '/etc/x\0.png': strToU8('x') }),
    true,
  ),
  trap(
    'a link to a file outside',
    'a.zip',
    () => zipSync({ link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }),
    true,
  ),
  trap('a cell in the last column of every row', 'a.xlsx', () =>
    workbook(
      sheet(
        Array.from({ length: 60_000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(''),
      ),
    ),
  ),
  trap('a cell in a column that no sheet has', 'a.xlsx', () =>
    workbook(sheet('<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>')),
  ),
  trap('a row that no sheet has, and one that is none', 'a.xlsx', () =>
    workbook(
      sheet(
        '<row r="999999999"><c><v>1</v></c></row><row r="x"><c><v>1</v></c></row><row r="0.5"><c><v>1</v></c></row>',
      ),
    ),
  ),
  trap('a million empty cells', 'a.xlsx', () => workbook(sheet(`<row r="1">${'<c/>'.repeat(1_000_000)}</row>`))),
  trap('three million small cells', 'a.xlsx', () =>
    workbook(sheet('<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>'.repeat(1_000_000))),
  ),
  trap('one long text in 100,000 cells', 'a.xlsx', () =>
    workbook({
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'x'.repeat(100_000)}</t></si></sst>`),
      ...sheet('<row><c t="s"><v>0</v></c></row>'.repeat(100_000)),
    }),
  ),
  trap('one sheet named 10,000 times', 'a.xlsx', () =>
    workbook({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="r"><sheets>${'<sheet name="a" r:id="1"/>'.repeat(10_000)}</sheets></workbook>`,
      ),
      ...sheet('<row><c><v>1</v></c></row>'.repeat(1_000)),
    }),
  ),
  trap('laughs in a workbook', 'a.xlsx', () => workbook({ 'xl/workbook.xml': strToU8(lol) }), true),
  trap('a workbook with a macro', 'a.xlsm', () => workbook({ 'xl/vbaProject.bin': strToU8('x'), ...sheet('') }), true),
  text('billion laughs', 'a.xml', lol, true),
  text(
    'quadratic blowup',
    'a.xml',
    `<!DOCTYPE Message [<!ENTITY a "${'a'.repeat(50_000)}">]><Message>${'&a;'.repeat(50_000)}</Message>`,
    true,
  ),
  text(
    'XXE: a file',
    'a.xml',
    '<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]><Message><Header>&x;</Header></Message>',
    true,
  ),
  text(
    'XXE: an address',
    'a.xml',
    '<?xml version="1.0"?><!DOCTYPE Message SYSTEM "http://127.0.0.1:9/x.dtd"><Message/>',
    true,
  ),
  text(
    'XXE: a parameter',
    'a.xml',
    '<!DOCTYPE Message [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]><Message/>',
    true,
  ),
  text(
    'XInclude',
    'a.xml',
    '<Message xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include parse="text" href="file:///etc/passwd"/></Message>',
    true,
  ),
  text('a stylesheet instruction', 'a.xml', '<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><Message/>', true),
  text('100,000 elements deep', 'a.xml', `<Message>${'<a>'.repeat(100_000)}`, true),
  text(
    '100,000 kinds of unknown elements',
    'a.xml',
    `<Message>${Array.from({ length: 100_000 }, (_, i) => `<a${i}/>`).join('')}</Message>`,
    true,
  ),
  text('a comment in every gap', 'a.xml', `<Message>${'<!-- -->'.repeat(300_000)}</Message>`, true),
  text('300,000 comments that never end', 'a.xml', `<Message>${'<!--'.repeat(300_000)}`, true),
  text('one attribute of 10 MB', 'a.xml', `<Message a="${'a'.repeat(10 * mb)}"/>`, true),
  text(
    '100,000 attributes',
    'a.xml',
    `<Message ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
    true,
  ),
  text('a million closings', 'a.xml', `<Message><Children>${'</Child>'.repeat(1_000_000)}`, true),
  text('a header of 30 MB', 'header.csv', `${'A'.repeat(30 * mb)}\n1\n`),
  text('a header of a million columns', 'header.csv', lineOf('A,'.repeat(1_000_000))),
  text('a header that is one quotation', 'header.csv', `"${'a'.repeat(10 * mb)}`),
  text('10 MB of quotation marks', 'header.csv', lineOf(heading) + '"'.repeat(10 * mb)),
  text('a cell of 20 MB', 'header.csv', `${lineOf(heading)}"${'a\n'.repeat(10 * mb)}",1\n`),
  text('five million empty lines', 'header.csv', lineOf(heading) + '\n'.repeat(5_000_000)),
  text('a million ragged rows', 'header.csv', lineOf(heading) + '1,2\n'.repeat(1_000_000)),
  text('NULs', 'header.csv', `${lineOf(heading)}\0\0,\0,\0\n`, true),
  trap('UTF-16 that ends in half a letter', 'header.csv', () =>
    Buffer.from(`\ufeff${heading}\n1`, 'utf16le').subarray(0, -1),
  ),
  trap('three marks at the beginning', 'header.csv', () => strToU8(`\ufeff\ufeff\ufeff${heading}\n`)),
  text('names of JavaScript', 'header.csv', `__proto__,constructor,toString,hasOwnProperty\n1,2,3,4\n`),
  text(
    'formulas',
    'header.csv',
    `${lineOf(heading)}=1+1,@SUM(1),+1,-1,"=HYPERLINK(""http://127.0.0.1:9"")",\t=1,\r=1\n`,
  ),
  text('a name written backwards', 'photo\u202egpj.exe', 'MZ'),
  text('a name that climbs', '../../../../etc/passwd', 'a'),
  text(
    'SVG with a script',
    'a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="fetch(`//127.0.0.1:9`)"><script>1</script></svg>',
    true,
  ),
  text('GIF and script in one', 'a.gif', 'GIF89a/*\u0001*/=1;alert(1)//', true),
  trap('PDF and zip in one', 'a.pdf', () => Buffer.concat([strToU8('%PDF-1.7\n%%EOF\n'), nested(0)]), true),
  trap(
    'JPEG and HTML in one',
    'a.jpg',
    () => Buffer.concat([strToU8('<script>1</script>'), samples.find(({ name }) => name === 'photo.jpg')!.bytes]),
    true,
  ),
  trap(
    'a picture of 4,000 million dots',
    'a.png',
    () =>
      Buffer.from('89504e470d0a1a0a0000000d494844527fffffff7fffffff08000000000000000000000049454e4400000000', 'hex'),
    true,
  ),
]
