/**
 * The one vocabulary of what can go wrong. Every error that a person or another program can meet is a value with a
 * stable code from this file and a plain sentence: what, where, and how to mend it. Nothing throws these; functions
 * return `Outcome<T>`. A throw is a defect in Heartwood.
 *
 * The index in `docs/outcomes.md` is generated from `says` (`npm test` fails when it is stale). A code is never
 * renamed or reused once released.
 */

type Details = Readonly<Record<string, string | number>>

interface Kind {
  /** HTTP status with which the web answers. */
  readonly status: 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  /** The sentence; `{name}` is replaced by the detail of that name. */
  readonly says: string
}

const kind = (status: Kind['status'], says: string): Kind => ({ status, says })

export const problems = {
  // days and durations
  'day.not-real': kind(400, '{given} is not a real date. Write it as day, month and year, for example 15 June 2022.'),
  'day.incomplete': kind(400, '{label} must include a {missing}.'),
  'day.out-of-range': kind(400, '{given} is outside the years Heartwood works with ({from} to {to}).'),
  'duration.not-understood': kind(
    400,
    '“{given}” is not a length of time. Write a number and a unit, for example “15 working days”.',
  ),
  'duration.too-long': kind(400, '{given} reaches outside the years {from} to {to}. Write a shorter time.'),
  'moment.not-understood': kind(
    400,
    'Hours are counted from a time of day. Write “{given}” with one, for example “2022-05-23 16:30”.',
  ),
  'calendar.not-readable': kind(400, 'Line {line} of the bank holidays could not be read: {reason}.'),

  // fields of a form
  'field.missing': kind(422, 'Enter {label}.'),
  'field.answer': kind(422, 'Answer “{label}”'),
  'field.choose': kind(422, 'Choose {label}.'),
  'field.not-an-option': kind(422, '“{given}” is not one of the answers to {label}.'),
  'field.option-not-in-force': kind(422, '“{given}” could not be chosen for {label} on {day}.'),
  'field.too-long': kind(422, '{label} must be {limit} characters or fewer. It is {length}.'),
  'field.too-short': kind(422, '{label} must be {least} characters or more. It is {length}.'),
  'field.future': kind(422, '{label} must be today or in the past.'),
  'field.before-birth': kind(422, '{label} is before the child was born ({born}).'),
  'field.not-a-number': kind(422, '{label} must be a whole number from {from} to {to}.'),
  'field.atleast': kind(422, '{label} must include {missing}.'),
  'field.not-understood': kind(422, '{label} could not be read. {reason}'),

  // identifiers
  'identifier.upn': kind(422, '{given} is not a valid unique pupil number: {reason}.'),
  'identifier.nhs': kind(422, '{given} is not a valid NHS number: {reason}.'),
  'identifier.uln': kind(422, '{given} is not a valid unique learner number: {reason}.'),
  'identifier.council': kind(422, '{given} is not a valid child id: letters and digits only, at most 20.'),
  'identifier.council-check': kind(422, '{given} is not a child id of ours: a letter or digit is mistyped.'),
  'identifier.upn-unknown': kind(422, '{given} is not a reason for an unknown UPN: use one of UN1 to UN10.'),
  'identifier.urn': kind(422, '{given} is not a valid school number (URN): it must be six digits.'),

  // people
  'person.not-known': kind(422, 'Nobody on the register has the id {given}. Check it, or add the person first.'),
  'person.name-missing': kind(422, 'Enter a forename or a surname.'),
  'address.postcode': kind(422, '{given} is not a full UK postcode. Write it like AB1 2CD.'),
  'responsibility.before-law': kind(422, '{basis} gives parental responsibility only since {since} ({authority}).'),
  'responsibility.holder': kind(422, '{basis} gives parental responsibility to a {holder} only.'),

  // pathways
  'step.not-open': kind(409, '{step} cannot be recorded now: {reason}.'),
  'step.unknown': kind(404, 'There is no step called {step} in {pathway}.'),
  'step.rule': kind(422, '{reason}'),
  'signoff.not-waiting': kind(
    409,
    'This is not waiting for sign-off. It may have been signed off or returned by someone else.',
  ),
  'signoff.own-work': kind(403, 'You recorded this yourself, so someone else must sign it off.'),

  // the record
  'record.changed': kind(
    409,
    'Someone else has added to this record since you opened it. Nothing of yours is lost: check what is new, then save again.',
  ),
  'record.not-found': kind(404, 'There is no such record.'),
  'record.duplicate-key': kind(
    409,
    'This form has already been recorded. What you changed since is still below and is not recorded yet: send it again to record it as well.',
  ),
  'draft.saved-again': kind(
    409,
    'One of the two was saved again since you opened this. Both are below as they are now: say again what stays.',
  ),
  'record.limit': kind(413, '{what} is over the limit of {limit}.'),
  'record.not-empty': kind(409, 'This database already holds records, so nothing was loaded. Use an empty database.'),
  'record.tampered': kind(500, 'The record of {record} does not agree with its seal at entry {position}: {reason}.'),
  'access-log.tampered': kind(500, 'The access log does not agree with its seal {number}: {reason}.'),
  'seal.tampered': kind(500, 'Seal {number} does not agree with what was sealed: {reason}.'),

  // statutory returns on files
  'return.not-readable': kind(400, '{reason}.'),
  'return.usage': kind(400, '{reason}.'),

  // files given to be loaded
  'import.usage': kind(
    400,
    '{reason}. Usage: bin/heartwood import {kinds} FILE... [--data DIR] [--mend DIR] [--format json]',
  ),
  'import.no-such-file': kind(404, 'There is no file or folder {path}.'),
  'import.empty-folder': kind(404, 'There is no CSV, XML or XLSX file in {path}.'),
  'import.not-this': kind(422, 'Nothing of {file} was loaded: {reason}.'),
  'import.none': kind(422, '{reasons}'),

  // attached files
  'file.not-taken': kind(422, '“{name}” was not attached: it {reason}.'),
  'file.virus': kind(422, '“{name}” was not attached: the virus scanner found {signature} in it. Tell your IT team.'),
  'file.not-scanned': kind(
    503,
    '“{name}” was not attached: the virus scanner does not answer. What you typed is kept; attach the file again later.',
  ),

  // measures
  'measure.unknown': kind(
    404,
    'There is no measure “{given}”. Nearest are {nearest}. bin/heartwood measure --list names them all.',
  ),

  // published figures
  'comparator.no-series': kind(
    404,
    'No published series called “{given}” is loaded. Load the file it is in with: bin/heartwood import comparators FILE',
  ),
  'comparator.several-series': kind(
    422,
    '“{given}” is published in several breakdowns. Name one, for example: {names}.',
  ),
  'comparator.no-area': kind(
    404,
    'Nothing is published of an area “{given}”. Give an authority’s number, for example 331.',
  ),
  'comparator.no-figures': kind(404, 'Nothing of {series} is published for {area}.'),
  'comparator.no-period': kind(404, 'Nothing of {series} is published for {given}. There is: {periods}.'),

  // inspections
  'inspections.not-loaded': kind(
    404,
    'Ofsted’s file of state-funded schools is not loaded. Load it with: bin/heartwood import ofsted FILE',
  ),
  'inspections.authority-not-in-file': kind(
    404,
    'Ofsted’s file as at {day} has no school of {authority}. Give the three digits of an authority that is in it.',
  ),

  // local policy
  'setting.unit': kind(422, '{title} cannot be counted in that unit. Use one like {otherwise}.'),

  // access and requests
  'access.denied': kind(403, 'You do not have access to this.'),
  'request.not-found': kind(404, 'There is no page at this address.'),
  'request.not-readable': kind(400, 'What was sent could not be read: {reason}.'),
  'request.forged': kind(
    403,
    'This form did not come from the page we sent you, or the page was left open too long. Go back, reload it and try again.',
  ),
  'request.too-many': kind(429, 'That was asked for too often in one minute. Wait a minute, then try again.'),

  // signing in and staff
  'session.ended': kind(403, 'You had been signed out. Sign in again.'),
  'sign-in.not-begun-here': kind(
    403,
    'This sign-in was not begun in this browser, has been used already, or took too long. Sign in again.',
  ),
  'sign-in.refused': kind(403, 'The council’s sign-in did not let you in: {reason}. Sign in again.'),
  'sign-in.away': kind(503, 'The council’s sign-in cannot be reached. Try again in a minute.'),
  'sign-in.not-secure': kind(
    403,
    'Signing in needs an address that begins with https. Ask those who run Heartwood to set TRUSTED_PROXY.',
  ),
  'sign-in.no-account': kind(403, 'Heartwood knows nobody as {name}. Ask an administrator to add you to the staff.'),
  'sign-in.dormant': kind(
    403,
    'Your account was not used for {days} days, so it is closed. Ask an administrator to open it again.',
  ),
  'staff.account-taken': kind(409, '{name} is an account of {who} already.'),
  'staff.last-administrator': kind(
    409,
    'Nobody else could let people in. Add another administrator first, and see them sign in.',
  ),

  // the council's settings
  'colour.not-understood': kind(
    422,
    '“{given}” is not a colour. Write six digits or letters from a to f, for example #1d3c6e.',
  ),
  'colour.too-light': kind(
    422,
    'White text on {given} could not be read by everyone: its contrast is {contrast} to 1 and must be at least {least} to 1. Choose a darker colour.',
  ),

  // the database and starting
  'database.unsupported-machine': kind(
    503,
    'Heartwood brings no database for this machine ({platform}). Set DATABASE_URL to a PostgreSQL 15 or newer.',
  ),
  'database.too-old': kind(503, 'Heartwood needs PostgreSQL 15 or newer. This one says {given}.'),
  'database.other-version': kind(
    503,
    'The data in {directory} was made by PostgreSQL {made} and cannot be opened by {found}. Use the programs of PostgreSQL {made}, or another --data directory.',
  ),
  'database.already-running': kind(409, 'Heartwood is already running{where}.'),
  'database.did-not-start': kind(503, 'The database in {directory} did not start: {reason}. Its log is {file}.'),
  'database.not-reached': kind(503, 'The database at {address} cannot be reached: {reason}.'),
  'database.not-empty': kind(
    409,
    'This database has been in use, so it cannot be switched to loading: a power cut would lose what it holds.',
  ),
  'database.migration-changed': kind(
    500,
    'The migration {name} has been changed since this database was made. Migrations are never changed: put the old text back and add a new one.',
  ),
  'database.migration-failed': kind(500, 'The migration {name} failed and nothing of it was kept: {reason}.'),
  'database.newer': kind(
    500,
    'This database was made by a newer Heartwood (it has the migration {name}). Start that version, or newer.',
  ),
  'start.port-in-use': kind(
    409,
    'Port {port} is in use by another program. Choose another, for example: PORT={other} npm start',
  ),
  'start.option': kind(400, '“{given}” is not understood. {usage}'),
  'start.not-a-demo': kind(
    409,
    'This database holds a real record, so the demo city cannot be loaded into it. Use an empty database for the demo.',
  ),

  // backups, and what to work from without the system
  'backup.usage': kind(
    400,
    '{reason}. Usage: bin/heartwood backup [--to DIR] [--data DIR] [--recipient FILE.pem] [--keep N]',
  ),
  'backup.councils': kind(
    409,
    'The database of DATABASE_URL is backed up by its own PostgreSQL. docs/backup.md says what it has to keep.',
  ),
  'backup.not-archiving': kind(
    409,
    'This database was started by an older Heartwood and keeps no log of changes. Stop Heartwood, start it again, then back up.',
  ),
  'backup.of-other': kind(409, '{directory} holds the backups of {other}. Give another folder with --to.'),
  'restore.usage': kind(
    400,
    '{reason}. Usage: bin/heartwood restore --from DIR --data NEWDIR [--to "2026-11-23 14:05:00"] [--key FILE.pem]',
  ),
  'restore.not-empty': kind(409, '{directory} is in use, and a restore never writes over anything. Give a new folder.'),
  'restore.none': kind(404, 'There is no complete backup{before} in {directory}.'),
  'restore.wrong-key': kind(403, 'This backup is encrypted, and its passphrase or private key is needed: {reason}.'),
  'restore.damaged': kind(500, 'The backup cannot be restored: {file} could not be read back ({reason}).'),
  'restore.failed': kind(503, 'The database could not be brought back: {reason}. Its log is {file}.'),

  // the Scrutiny Board's pack
  'pack.usage': kind(400, '{reason}. Use: bin/heartwood pack --date YYYY-MM-DD --out FILE.html, .pdf or .pptx'),
  'pack.not-found': kind(404, 'No pack is published for {date}.'),
  'pack.future': kind(422, 'A pack cannot be for a day to come. Today is {today}.'),
  'pack.published-already': kind(
    409,
    'The pack for {date} is published already, and a published pack is never changed. What has been corrected since is shown beside it.',
  ),
  'pack.tampered': kind(500, 'The published pack for {date} does not agree with its digest. It is not shown.'),

  // when nothing else could be said
  'server.unavailable': kind(
    503,
    'The database cannot be reached. Nothing has been lost that was saved. Try again in a minute.',
  ),
  'server.error': kind(
    500,
    'Something went wrong on our side. Nothing has been lost that was saved. The number of this problem is {reference}.',
  ),
} as const satisfies Record<string, Kind>

export type ProblemCode = keyof typeof problems

export interface Problem {
  readonly ok: false
  readonly code: ProblemCode
  /** The plain sentence, details filled in. */
  readonly says: string
  readonly status: number
  /** The field it is about, where there is one. */
  readonly field?: string
}

export interface Done<T> {
  readonly ok: true
  readonly value: T
}

export type Outcome<T> = Done<T> | Problem

export const done = <T>(value: T): Done<T> => ({ ok: true, value })

export function problem(code: ProblemCode, details: Details = {}, field?: string): Problem {
  const { says, status } = problems[code]
  const sentence = says.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
  const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  return { ok: false, code, says: capital, status, ...(field === undefined ? {} : { field }) }
}
