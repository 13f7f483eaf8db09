import { describe, expect, test } from 'vitest'
import { mend } from './index.ts'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describe('SSDA903', () => {
  const given =
    '\ufeffchild;Sex;DOB;ETHNIC;UPN;MOTHER;MC_DOB\r\n1;1;2012-02-29;wbri; A123;1.0;\r\n1;1;2012-02-29;wbri; A123;1.0;\r\n'

  test('the form is mended, every change is listed, and rows that stand twice are kept once', () => {
    const mended = mend('ssda903', [file('kids.csv', given)], 2026)
    expect(mended.faults).toEqual([])
    expect(textOf(mended.files[0]?.bytes)).toBe(
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n1,M,29/02/2012,WBRI,A123,1,\r\n',
    )
    expect(mended.files[0]?.name).toBe('header.csv')
    expect(
      mended.changes.filter((change) => change.row === 0).map(({ column, from, to }) => [column, from, to]),
    ).toEqual([
      ['SEX', '1', 'M'],
      ['DOB', '2012-02-29', '29/02/2012'],
      ['ETHNIC', 'wbri', 'WBRI'],
      ['UPN', ' A123', 'A123'],
      ['MOTHER', '1.0', '1'],
    ])
    expect(mended.changes.at(-1)?.why).toContain('the same as row 0')
  })

  test('what was mended needs no mending, and codes of their own year are left alone', () => {
    const [once] = mend('ssda903', [file('kids.csv', given)], 2026).files
    expect(mend('ssda903', [once!], 2026).changes).toEqual([])
    const older = mend('ssda903', [file('kids.csv', given)], 2024)
    expect(textOf(older.files[0]?.bytes)).toContain('1,1,29/02/2012')
  })

  test('substance is never touched: a date that is none and a code in no list stay', () => {
    const odd = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n1,Q,31/02/2012,XXXX,,,\r\n'
    expect(mend('ssda903', [file('header.csv', odd)], 2026).changes).toEqual([])
    const episodes =
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n1,,,,,Z1,,,,,,,\r\n2,,,,,H5,,,,,,,\r\n'
    const { changes } = mend('ssda903', [file('episodes.csv', episodes)], 2026)
    expect(changes.map(({ from, to }) => [from, to])).toEqual([['H5', 'K3']])
  })

  test('a file of no table is named', () => {
    expect(mend('ssda903', [file('x.csv', 'a,b\n1,2\n')], 2026).faults).toHaveLength(1)
  })
})

describe('messages', () => {
  const given = `<Message><Children><Child><ChildIdentifiers><LAchildID> ab1 </LAchildID><PersonBirthDate>01/05/2015</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>wbri</Ethnicity></ChildCharacteristics></Child></Children></Message>`

  test('values are mended where they stand', () => {
    const mended = mend('cin', [file('cin.xml', given)], 2026)
    const text = textOf(mended.files[0]?.bytes)
    expect(text).toContain('<LAchildID>ab1</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>M</Sex>')
    expect(text).toContain('<Ethnicity>WBRI</Ethnicity>')
    expect(mended.changes.find((change) => change.column === 'Ethnicity')?.row).toBe(2)
    expect(mend('cin', mended.files, 2026).changes).toEqual([])
  })

  test('broken XML is named and nothing is written', () => {
    const mended = mend('cin', [file('cin.xml', '<Message><Children>')], 2026)
    expect(mended.files).toEqual([])
    expect(mended.faults).toHaveLength(1)
  })
})
