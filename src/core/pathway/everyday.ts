/**
 * What every pathway has without being asked. Practitioners write far more notes, calls and visits than forms, so
 * these are the same everywhere and can be recorded at any time, also after the episode has closed.
 */
import { day, file, line, moment, oneOf, reference, several, text, yesNo } from './field.ts'
import { step } from './step.ts'

export const everyday = {
  caseNote: step(
    'Case note',
    {
      happened: day('Date'),
      about: line('What is this about?', { optional: true }),
      note: text('Note', { lines: 12 }),
      significant: yesNo('Is this a significant event?', {
        hint: 'Significant events stand out on the chronology.',
        optional: true,
      }),
    },
    { repeats: true, severalChildren: true, afterClosing: true, says: (v) => v.about ?? firstWords(v.note) },
  ),
  visit: step(
    'Visit',
    {
      visited: day('Date of visit'),
      where: oneOf(
        'Where',
        {
          home: 'At home',
          school: 'At school',
          placement: 'At the placement',
          office: 'At an office',
          other: 'Elsewhere',
        },
        { optional: true },
      ),
      seen: yesNo('Was the child seen?', { each: true }),
      alone: yesNo('Was the child seen alone?', { each: true, when: { seen: 'yes' } }),
      bedroom: yesNo('Was the child’s bedroom seen?', { each: true, when: { seen: 'yes' } }),
      whyNot: line('Why was the child not seen?', { each: true, when: { seen: 'no' } }),
      note: text('What happened', { lines: 8, optional: true }),
    },
    {
      repeats: true,
      severalChildren: true,
      afterClosing: true,
      guidance: 'A visit at which the child was not seen does not meet a visit that is due.',
      says: (v) => (v.seen === 'yes' ? (v.alone === 'yes' ? 'Seen alone' : 'Seen') : `Not seen: ${v.whyNot ?? ''}`),
    },
  ),
  telephone: step(
    'Telephone call',
    {
      called: moment('Date and time'),
      withWhom: line('Who you spoke to'),
      direction: oneOf('Direction', { in: 'They called us', out: 'We called them', tried: 'We tried, no answer' }),
      note: text('Note'),
    },
    { repeats: true, severalChildren: true, afterClosing: true, says: (v) => `With ${v.withWhom ?? 'no one'}` },
  ),
  email: step(
    'E-mail',
    {
      sent: moment('Date and time'),
      withWhom: line('From or to'),
      direction: oneOf('Direction', { in: 'They wrote to us', out: 'We wrote to them' }),
      subject: line('Subject'),
      note: text('Text'),
    },
    { repeats: true, severalChildren: true, afterClosing: true, says: (v) => v.subject ?? 'E-mail' },
  ),
  attachment: step(
    'Attachment',
    {
      dated: day('Date of the document'),
      title: line('Title'),
      document: file('File'),
      filename: line('Name of the file', { optional: true }),
    },
    { repeats: true, severalChildren: true, afterClosing: true, says: (v) => v.title ?? 'Document' },
  ),
  transferSummary: step(
    'Transfer summary',
    {
      written: day('Date'),
      to: reference('Team taking over', 'team'),
      summary: text('Where things stand', { lines: 12 }),
      outstanding: text('What is outstanding', { optional: true }),
      beforeYouKnock: text('What to know before you knock', { optional: true, lines: 3 }),
    },
    { repeats: true, severalChildren: true, afterClosing: true },
  ),
  allocation: step(
    'Allocation',
    {
      from: day('From'),
      team: reference('Team', 'team'),
      worker: reference('Worker', 'worker', { optional: true }),
      role: oneOf('As', {
        lead: 'Lead practitioner',
        second: 'Second worker',
        chair: 'Conference chair',
        coordinator: 'Coordinator',
      }),
      why: line('Why', { optional: true }),
    },
    { repeats: true, severalChildren: true },
  ),
  reasonOverdue: step(
    'Reason overdue',
    {
      given: day('Date'),
      clock: line('Clock'),
      due: day('Was due', { ahead: true, beforeBirth: true }),
      reason: several('Why it is late', {
        family: 'The family could not be reached or did not agree',
        agency: 'Waiting for another agency',
        capacity: 'No worker or room free',
        police: 'At the request of the police or a court',
        complex: 'More work was needed to do it well',
        error: 'It was missed',
      }),
      explanation: text('In your own words', { lines: 3 }),
    },
    { repeats: true, afterClosing: true, listed: { reference: 'clock', words: 'explanation' } },
  ),
} as const

export type Everyday = typeof everyday

function firstWords(note: string | undefined): string {
  const words = (note ?? '').split(/\s+/)
  return words.length > 14 ? `${words.slice(0, 14).join(' ')} …` : words.join(' ')
}
