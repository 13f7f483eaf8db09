/** Reads the files of reference: homes and agencies (`--providers`) and postcodes (`--postcodes`). */
import { readDayText, unreadableDay } from '../engine/days.ts'
import type { Postcode, Postcodes, Provider, Providers } from '../engine/reference.ts'
import { readCsvText } from './csv-text.ts'

/** A name of a column without case, spaces, underscores and the like. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The columns of provider lists, by the names that the lists of different years give them. */
const providerColumns: Readonly<Record<keyof Provider, readonly string[]>> = {
  urn: ['urn'],
  providerCodes: ['providercode', 'providercodes', 'code', 'placementprovider', 'placementprovidercode'],
  postcode: ['postcode', 'settingpostcode'],
  placementCodes: ['placementcode', 'placementcodes', 'placecode', 'place'],
  places: ['places', 'numberofregisteredplaces', 'registeredplaces', 'numberofplaces', 'maxusers', 'maximumusers'],
  registered: ['regstart', 'registrationdate', 'registered', 'dateofregistration', 'regdate'],
  registrationEnds: ['regend', 'registrationend', 'registrationends', 'dateclosed', 'closeddate'],
  authority: ['localauthority', 'localauthoritycode', 'la', 'lacode', 'authority', 'laname'],
}

/** Reads a CSV of homes and agencies; any subset of the columns, in any order and case. */
export function readProviders(text: string): Providers {
  const [head = [], ...rows] = readCsvText(text)
  const names = head.map(plain)
  const place = (key: keyof Provider) => names.findIndex((name) => providerColumns[key].includes(name))
  const keys = Object.keys(providerColumns) as (keyof Provider)[]
  const places = new Map(keys.map((key) => [key, place(key)]))
  const lines = new Map<string, Provider[]>()
  for (const row of rows) {
    const cell = (key: keyof Provider) => (row[places.get(key)!] ?? '').trim()
    const provider: Provider = {
      urn: cell('urn').toUpperCase().replace(/\.0$/, ''),
      providerCodes: split(cell('providerCodes')),
      postcode: cell('postcode').toUpperCase().replaceAll(' ', ''),
      placementCodes: split(cell('placementCodes')),
      places: Number.parseInt(cell('places'), 10),
      registered: day(cell('registered')),
      registrationEnds: day(cell('registrationEnds')),
      authority: cell('authority').toUpperCase(),
    }
    if (provider.urn !== '') lines.set(provider.urn, [...(lines.get(provider.urn) ?? []), provider])
  }
  return {
    byUrn: (urn) => lines.get(urn.trim().toUpperCase()) ?? [],
    columns: new Set(keys.filter((key) => places.get(key) !== -1)),
  }
}

const split = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[,/;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function day(text: string): number {
  const value = readDayText(text)
  return value <= unreadableDay ? Number.NaN : value
}

/** Reads a CSV of postcodes: postcode, authority code, easting, northing, in any order. */
export function readPostcodes(text: string): Postcodes {
  const [head = [], ...rows] = readCsvText(text)
  const names = head.map(plain)
  const place = (...any: string[]) => names.findIndex((name) => any.includes(name))
  const post = place('postcode', 'pcd', 'pcds', 'pcd7', 'pcd8')
  const authority = place(
    'localauthoritycode',
    'localauthority',
    'lacode',
    'la',
    'laua',
    'ladcd',
    'ladcode',
    'utlacode',
    'utlacd',
    'oslaua',
    'authority',
  )
  const easting = place('easting', 'eastings', 'oseast1m')
  const northing = place('northing', 'northings', 'osnrth1m')
  const known = new Map<string, Postcode>()
  for (const row of rows) {
    known.set((row[post] ?? '').toUpperCase().replaceAll(' ', ''), {
      authority: areaOf((row[authority] ?? '').trim().toUpperCase()),
      easting: Number.parseFloat(row[easting] ?? ''),
      northing: Number.parseFloat(row[northing] ?? ''),
    })
  }
  return { find: (postcode) => known.get(postcode) }
}

/** The return writes WAL, SCO and NIR for the other nations; the ONS codes there begin with W, S and N. */
function areaOf(code: string): string {
  if (/^W\d/.test(code)) return 'WAL'
  if (/^S\d/.test(code)) return 'SCO'
  if (/^N\d/.test(code)) return 'NIR'
  return /^[LM]\d/.test(code) ? '' : code
}
