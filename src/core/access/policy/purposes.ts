/**
 * For what a record outside one's caseload is opened, or information about a child shared: the gateways of the law. The
 * one who opens it chooses; nobody is asked inside their own caseload, where the purpose is the allocation.
 */

interface Purpose {
  readonly title: string
  readonly authority: string
}

export const purposes = {
  need: { title: 'To help a child in need', authority: 'Children Act 1989 s17' },
  assist: { title: 'Another authority asks for help with a child', authority: 'Children Act 1989 s27' },
  enquiry: { title: 'To find out whether a child is suffering significant harm', authority: 'Children Act 1989 s47' },
  'looked after': { title: 'To care for a child looked after', authority: 'Children Act 1989 s22' },
  'leaving care': { title: 'To help someone leaving care', authority: 'Children Act 1989 ss23A to 23D' },
  'co-operation': { title: 'To work together for a child’s well-being', authority: 'Children Act 2004 s10' },
  safeguarding: { title: 'To safeguard and promote a child’s welfare', authority: 'Children Act 2004 s11' },
  'special needs': { title: 'To assess special educational needs', authority: 'Children and Families Act 2014 s36' },
  education: { title: 'To find a child who is missing education', authority: 'Education Act 1996 s436A' },
  crime: { title: 'To prevent crime', authority: 'Crime and Disorder Act 1998 s115' },
  court: { title: 'A court has ordered or directed it', authority: 'Order of the court' },
  consent: { title: 'The family has agreed', authority: 'Agreement of the family' },
  'public interest': { title: 'It is in the public interest', authority: 'Common law' },
} as const satisfies Record<string, Purpose>

export type PurposeId = keyof typeof purposes

export const isPurpose = (name: string): name is PurposeId => Object.hasOwn(purposes, name)

export const purposeIds: readonly PurposeId[] = Object.keys(purposes).filter(isPurpose)
