/** Small sound files of every kind that is taken, invented: what is mutated. */
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { writeSheets } from '../../src/returns/report/sheets.ts'
import type { Kind } from './readers.ts'

export interface Sample {
  readonly kind: Kind
  readonly name: string
  readonly bytes: Uint8Array
}

const tables = {
  'header.csv':
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n12,1,29/02/2012,WBRI,A123456789012,,\n13,2,01/04/2015,ABAN,UN3,1,05/06/2025\n',
  'episodes.csv':
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n12,01/04/2025,S,C2,N1,U1,PR1,,,,CV1 2AB,CV3 4CD,SC123456\n13,05/05/2025,S,V2,N2,K2,PR4,09/09/2025,E4A,,ZZ1 1AA,"ZZ2, 2BB",XXXXXXX\n',
  'figures.csv':
    'measure,period,area_code,area_name,value,marker\nCIN,2016,331,Coventry,491.1,\nCIN,2016,970,England,,c\n',
  'ees.csv':
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,age_group,population_estimate\n2024,Reporting year,National,E92000001,England,,,,,,Children aged 0 to 17 years,12183016\n',
  'state_funded_schools_2025-08-31.csv':
    'URN,LAESTAB,School name,Ofsted phase,Local authority,Total number of pupils,Inspection start date,Does the latest graded inspection relate to the URN of the current school?,Overall effectiveness,Quality of education,Previous inspection start date,Does the previous graded inspection relate to the URN of the current school?,Previous graded inspection overall effectiveness\n100001,3312001,"Elm, The",Primary,Coventry,"1,210",03/07/2023,Yes,2,2,04/03/2019,No,Requires improvement\n',
  'providers.csv': 'urn;postcode;places;la\nSC123456;CV1 2AB;4;331\n',
  'postcodes.csv': 'postcode,laua,easting,northing\nCV1 2AB,331,433000,279000\n',
} as const

const cin =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>331</LEA></Source></Header>\n<Children>\n<Child><ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2012-05-03</PersonBirthDate><GenderCurrent>2</GenderCurrent></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>\n<CINdetails><CINreferralDate>2025-05-01</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><Assessments><AssessmentActualStartDate>2025-05-02</AssessmentActualStartDate><AssessmentAuthorisationDate>2025-06-02</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments></CINdetails></Child>\n</Children>\n</Message>\n'
const sen2 =
  '<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2026</Year></CollectionDetails><Source><LEA>331</LEA></Source></Header><Persons><Person><Surname>Ash &amp; Oak</Surname><PersonBirthDate>2014-01-01</PersonBirthDate><Requests><ReceivedDate>2025-01-02</ReceivedDate><Assessment><AssessmentOutcome>Y</AssessmentOutcome><NamedPlan><StartDate>2025-05-01</StartDate><PlanDetail><URN>100001</URN></PlanDetail></NamedPlan></Assessment></Requests></Person></Persons></Message>'
const lookedAfter =
  '<Message><Children><CHILD><HEADER><CHILDID>12</CHILDID><SEX>1</SEX><DOB>2012-02-29</DOB></HEADER><EPISODE><DECOM>2025-04-01</DECOM><RNE>S</RNE><LS>C2</LS></EPISODE></CHILD></Children></Message>'

const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(','))

const chunk = (name: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
}
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
  chunk('eXIf', Buffer.from('MM\0*\0\0\0\x08\0\0')),
  chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
])
const exif = Buffer.from('45786966000049492a000800000001001201030001000000060000000000000000', 'hex')
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]),
  exif,
  Buffer.from('ffc0000b080001000101011100ffda0008010100003f000102ff00ffd309ffd9', 'hex'),
])
const word = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8('<w:document><w:p>Rang the school</w:p></w:document>'),
  'word/_rels/document.xml.rels': strToU8('<Relationships/>'),
})

const of = (kind: Kind, name: string, bytes: Uint8Array): Sample => ({ kind, name, bytes })

export const samples: readonly Sample[] = [
  ...Object.entries(tables).map(([name, text]) => of('csv', name, strToU8(text))),
  of('xml', 'cin.xml', strToU8(cin)),
  of('xml', 'cin-16.xml', Buffer.from(`\ufeff${cin}`, 'utf16le')),
  of('xml', 'sen2.xml', strToU8(sen2)),
  of('xml', '903.xml', strToU8(lookedAfter)),
  ...(['episodes.csv', 'figures.csv'] as const).map((name) => {
    const [head = [], ...rows] = rowsOf(tables[name])
    return of('workbook', name.replace('csv', 'xlsx'), writeSheets([{ name: 'Episodes', head, rows }]))
  }),
  of('zip', 'letter.docx', word),
  of('zip', 'plain.zip', zipSync({ 'a/b.csv': strToU8(tables['header.csv']) })),
  of('image', 'photo.jpg', jpeg),
  of('image', 'scan.png', png),
  of('image', 'report.pdf', strToU8('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')),
]
