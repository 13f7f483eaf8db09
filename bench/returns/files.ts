/**
 * Returns of invented children, made from a seed: the same seed gives the same bytes. Most rows are in order; about one
 * in twelve holds one of the mistakes that councils make, so that the rules have something to find.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Small, quick and good enough: mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const dayMs = 86_400_000
const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
const slashes = (day: number): string => {
  const [year, month, ofMonth] = iso(day).split('-')
  return `${ofMonth}/${month}/${year}`
}
const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / dayMs

class Chance {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = random(seed)
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)]!
  }

  is(share: number): boolean {
    return this.next() < share
  }
}

const words = (text: string): string[] => text.split(' ')
const ethnic = words('WBRI WIRI WOTH MWBC MWBA AIND APKN ABAN BCRB BAFR OOTH REFU')
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

function upn(chance: Chance): string {
  const digits = `${chance.whole(201, 940)}${String(chance.whole(0, 999_999_999)).padStart(9, '0')}`
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0)
  return `${letters[sum % 23]}${digits}`
}

const postcode = (chance: Chance): string =>
  `CV${chance.whole(1, 8)} ${chance.whole(1, 9)}${chance.one([...'ABDE'])}${chance.one([...'ABDE'])}`

interface Looked {
  readonly id: number
  readonly sex: string
  readonly born: number
  readonly upn: string
  readonly ethnic: string
  readonly began: number
}

/** The columns of the CSV files, as `ssda903/layout.ts` has them. */
const heads: Readonly<Record<string, string>> = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  reviews: 'CHILD,DOB,REVIEW,REVIEW_CODE',
  uasc: 'CHILD,SEX,DOB,DUC',
  oc2: 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
  oc3: 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM',
  ad1: 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
  placed_for_adoption: 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
  previous_permanence: 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM',
  missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END',
  sw_episodes: 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
  dolo: 'CHILD,DOB,DOLO_START,DOLO_END',
}

/** Writes the SSDA903 of a year (2027) and of the year before it into two folders. */
export function write903(folder: string, children: number, seed: number): { files: string; previous: string } {
  const chance = new Chance(seed)
  const looked: Looked[] = Array.from({ length: children }, (_, place) => ({
    id: 100_000 + place,
    sex: chance.one(['M', 'F']),
    born: dayOf(chance.whole(2006, 2024), chance.whole(1, 12), chance.whole(1, 28)),
    upn: upn(chance),
    ethnic: chance.one(ethnic),
    began: dayOf(2025, 4, 1) + chance.whole(-900, 650),
  }))
  const files = join(folder, 'this-year')
  const previous = join(folder, 'last-year')
  writeYear(files, 2027, looked, new Chance(seed + 1))
  writeYear(
    previous,
    2026,
    looked.filter((child) => child.began < dayOf(2026, 4, 1)),
    new Chance(seed + 2),
  )
  return { files, previous }
}

function writeYear(folder: string, year: number, children: readonly Looked[], chance: Chance): void {
  const lines: Record<string, string[]> = Object.fromEntries(
    Object.entries(heads).map(([name, head]) => [name, [head]]),
  )
  const add = (table: string, ...cells: readonly (string | number)[]) => lines[table]!.push(cells.join(','))
  for (const child of children) writeChild(add, child, year, chance)
  mkdirSync(folder, { recursive: true })
  for (const [name, rows] of Object.entries(lines))
    writeFileSync(join(folder, `${name}.csv`), `${rows.join('\r\n')}\r\n`)
}

type Add = (table: string, ...cells: readonly (string | number)[]) => void

function writeChild(add: Add, child: Looked, year: number, chance: Chance): void {
  const start = dayOf(year - 1, 4, 1)
  const end = dayOf(year, 3, 31)
  const born = slashes(child.born)
  const age = (year - new Date(child.born * dayMs).getUTCFullYear()) | 0
  add(
    'header',
    child.id,
    chance.is(0.02) ? '1' : child.sex,
    born,
    child.ethnic,
    chance.is(0.04) ? 'UN1' : child.upn,
    child.sex === 'F' ? 0 : '',
    '',
  )
  writeEpisodes(add, child, start, end, chance)
  for (let day = Math.max(start, child.began) + 20; day < end; day += 150) {
    add('reviews', child.id, born, slashes(day), age < 4 ? 'PN0' : chance.one(words('PN1 PN2 PN3 PN5')))
  }
  add(
    'oc2',
    child.id,
    born,
    age >= 4 && age < 17 ? chance.whole(0, 40) : '',
    '',
    age >= 10 ? 0 : '',
    age < 5 ? 1 : '',
    1,
    1,
    chance.is(0.05) ? '' : 1,
    0,
    '',
    '',
  )
  add('previous_permanence', child.id, born, 'Z1', '', '')
  add(
    'sw_episodes',
    child.id,
    born,
    `SW${chance.whole(1000, 9999)}`,
    slashes(Math.max(start, child.began)),
    '',
    'MANAGE',
  )
  if (chance.is(0.12)) {
    const away = Math.max(start, child.began) + chance.whole(5, 200)
    add(
      'missing',
      child.id,
      born,
      chance.one(['M', 'A']),
      slashes(away),
      chance.is(0.1) ? '' : slashes(away + chance.whole(0, 4)),
    )
  }
  if (chance.is(0.05)) add('uasc', child.id, child.sex, born, slashes(child.born + 6574))
  if (age >= 17 && chance.is(0.5))
    add('oc3', child.id, born, 'YES', chance.one(words('F1 P2 F4 G5')), chance.one(words('B1 K1 U1 V2')))
  if (age < 8 && chance.is(0.08)) {
    add('ad1', child.id, born, slashes(child.began + 90), slashes(child.began + 200), 0, 2, 'MF', 'L11')
    add('placed_for_adoption', child.id, born, slashes(child.began + 90), '', '')
  }
  if (year >= 2027 && chance.is(0.01)) add('dolo', child.id, born, slashes(Math.max(start, child.began) + 30), '')
}

function writeEpisodes(add: Add, child: Looked, start: number, end: number, chance: Chance): void {
  let day = child.began
  let reason = 'S'
  let place = chance.one(words('U1 U4 K2 P1 R3'))
  while (day <= end) {
    const length = chance.whole(60, 260)
    const isLast = day + length > end
    const ends = isLast && chance.is(0.85) ? '' : slashes(day + length)
    const provider = place === 'P1' ? 'PR0' : 'PR1'
    if (isLast || day + length >= start) {
      const ended = ends === '' ? '' : isLast ? 'E4A' : 'X1'
      add(
        'episodes',
        child.id,
        chance.is(0.02) ? '31/02/2026' : slashes(day),
        reason,
        chance.one(words('C2 C2 C2 E1 V2 C1')),
        chance.one(words('N1 N1 N4 N5')),
        place,
        provider,
        ends,
        chance.is(0.03) ? '' : ended,
        ends !== '' && !isLast ? 'PLACE' : '',
        postcode(chance),
        postcode(chance),
        chance.is(0.3) ? chance.whole(1_000_000, 1_002_000) : 'XXXXXXX',
      )
    }
    if (isLast) return
    day += length
    reason = 'P'
    place = chance.one(words('U1 U4 K2 P1 R3'))
  }
}

/** Writes texts one after another, so that a file of any size is made in little memory. */
function writeParts(file: string, parts: Iterable<string>): void {
  const descriptor = openSync(file, 'w')
  let held = ''
  for (const part of parts) {
    held += part
    if (held.length < 1 << 20) continue
    writeSync(descriptor, held)
    held = ''
  }
  writeSync(descriptor, held)
  closeSync(descriptor)
}

const source =
  '<SourceLevel>L</SourceLevel><LEA>331</LEA><SoftwareCode>Invented</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo><DateTime>2026-05-01T09:00:00</DateTime>'

/** Writes a children in need census of 2026. */
export function writeCin(file: string, children: number, seed: number): void {
  const chance = new Chance(seed)
  function* parts(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n  <Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source>${source}</Source></Header>\n  <Children>\n`
    for (let child = 0; child < children; child++) yield cinChild(child, chance)
    yield '  </Children>\n</Message>\n'
  }
  writeParts(file, parts())
}

/** Writes a SEN2 return of the census of 2026. */
export function writeSen2(file: string, persons: number, seed: number): void {
  const chance = new Chance(seed)
  function* parts(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n  <Header><CollectionDetails><Collection>SEN2</Collection><Year>2026</Year><ReferenceDate>2026-01-15</ReferenceDate></CollectionDetails><Source>${source}<DMO>Y</DMO><DCO>Y</DCO></Source></Header>\n  <Persons>\n`
    for (let person = 0; person < persons; person++) yield sen2Person(chance)
    yield '  </Persons>\n</Message>\n'
  }
  writeParts(file, parts())
}

const settingOf = (chance: Chance): string =>
  chance.is(0.9)
    ? element('URN', chance.whole(100_000, 149_999))
    : element('SENSetting', chance.one(words('OLA EHE OTH NEET')))

function sen2Person(chance: Chance): string {
  const received = dayOf(2025, 1, 1) + chance.whole(0, 250)
  const decided = received + chance.whole(20, 48)
  const issued = received + chance.whole(90, 190)
  const plan = `<NamedPlan>${element('StartDate', iso(issued))}<PlanDetail>${settingOf(chance)}${element('PlacementRank', 1)}</PlanDetail></NamedPlan>`
  const needs = words('ASD SEMH SLCN MLD').slice(0, chance.whole(1, 4))
  const active = `<ActivePlans>${chance.is(0.5) ? element('LastReview', iso(received + 300)) : ''}<PlacementDetail>${settingOf(chance)}${element('PlacementRank', 1)}${element('EntryDate', '2024-09-02')}</PlacementDetail>${needs.map((need, place) => `<SENneed>${element('SENtype', need)}${element('SENtypeRank', place + (chance.is(0.02) ? 2 : 1))}</SENneed>`).join('')}</ActivePlans>`
  const assessment = `<Assessment>${element('AssessmentOutcome', 'Y')}${element('AssessmentOutcomeDate', iso(issued - 20))}${element('Week20', chance.is(0.1) ? 'Y' : 'N')}${plan}</Assessment>`
  const isAgreed = chance.is(0.8)
  return `    <Person>${element('Surname', `Ash${chance.whole(1, 9999)}`)}${element('Forename', chance.one(words('Rowan Hazel Olive Ivy Jay')))}${element('PersonBirthDate', iso(dayOf(chance.whole(2001, 2021), chance.whole(1, 12), chance.whole(1, 28))))}${element('Sex', chance.one(words('M F M F U')))}${element('Ethnicity', chance.one(ethnic))}${element('PostCode', postcode(chance))}${element('UPN', upn(chance))}
      <Requests>${element('ReceivedDate', iso(received))}${element('RequestSource', 2)}${element('RequestOutcomeDate', iso(decided))}${element('RequestOutcome', isAgreed ? 'Y' : 'N')}${isAgreed ? assessment + active : ''}</Requests></Person>\n`
}

const element = (name: string, value: string | number): string => `<${name}>${value}</${name}>`

function cinChild(number: number, chance: Chance): string {
  const start = dayOf(2025, 4, 1)
  const referral = start + chance.whole(-300, 330)
  const noFurther = chance.is(0.1)
  const closed = chance.is(0.4) ? Math.max(start, referral) + chance.whole(10, 200) : undefined
  const factors = chance.is(0.05) ? [] : [chance.one(words('1A 2B 3A 4B 5A 8B')), chance.one(words('13A 14A 15A 20'))]
  const assessed = referral + chance.whole(0, 12)
  const parts = [
    '    <Child>\n      <ChildIdentifiers>',
    element('LAchildID', `C${number}`),
    chance.is(0.1) ? '' : element('UPN', upn(chance)),
    element('PersonBirthDate', iso(dayOf(chance.whole(2008, 2025), chance.whole(1, 12), chance.whole(1, 28)))),
    element('Sex', chance.one(words('M F M F M F U 1'))),
    '</ChildIdentifiers>\n      <ChildCharacteristics>',
    element('Ethnicity', chance.one(ethnic)),
    `<Disabilities>${element('Disability', chance.one(words('NONE NONE NONE LD AUT BEH XX')))}</Disabilities>`,
    '</ChildCharacteristics>\n      <CINdetails>',
    element('CINreferralDate', iso(referral)),
    element('ReferralSource', chance.one(words('1A 2B 3A 5B 6 8'))),
    element('PrimaryNeedCode', chance.one(words('N1 N2 N4 N5'))),
    closed === undefined
      ? ''
      : element('CINclosureDate', iso(closed)) + element('ReasonForClosure', chance.one(words('RC1 RC8 RC9'))),
  ]
  if (!noFurther) {
    parts.push(
      `\n        <Assessments>${element('AssessmentActualStartDate', iso(assessed))}${element('AssessmentInternalReviewDate', iso(assessed + 10))}${element('AssessmentAuthorisationDate', iso(assessed + chance.whole(10, 70)))}<FactorsIdentifiedAtAssessment>${factors.map((factor) => element('AssessmentFactors', factor)).join('')}</FactorsIdentifiedAtAssessment></Assessments>`,
      `\n        <CINPlanDates>${element('CINPlanStartDate', iso(assessed + 60))}${chance.is(0.5) ? element('CINPlanEndDate', iso(assessed + 150)) : ''}</CINPlanDates>`,
    )
    if (chance.is(0.3)) {
      parts.push(
        `\n        <Section47>${element('S47ActualStartDate', iso(assessed + 2))}${element('InitialCPCtarget', iso(assessed + 23))}${element('DateOfInitialCPC', iso(assessed + 20))}${element('ICPCnotRequired', 'false')}</Section47>`,
      )
    }
  }
  parts.push(element('ReferralNFA', noFurther ? 'true' : 'false'))
  if (!noFurther && chance.is(0.2)) {
    parts.push(
      `\n        <ChildProtectionPlans>${element('CPPstartDate', iso(assessed + 20))}${element('InitialCategoryOfAbuse', 'NEG')}${element('LatestCategoryOfAbuse', 'EMO')}${element('NumberOfPreviousCPP', 0)}<Reviews>${element('CPPreviewDate', iso(assessed + 110))}${element('CPPreviewDate', iso(assessed + 280))}</Reviews></ChildProtectionPlans>`,
    )
  }
  parts.push('\n      </CINdetails>\n    </Child>\n')
  return parts.join('')
}
