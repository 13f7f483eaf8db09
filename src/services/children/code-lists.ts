/**
 * The national code lists that several of these services share. Codes are the Department for Education's and stand in
 * the census as they are; names from the children in need census guide. Where a code came or went, the first or last
 * day on which it can be chosen stands beside it.
 */
import { day } from '../../core/calendar/index.ts'

/** Who referred. Children in need census, ReferralSource. */
export const referralSources = {
  '1A': 'Family member, relative or carer',
  '1B': 'Neighbour, childminder or other acquaintance',
  '1C': 'The child or young person',
  '1D': 'Another member of the public',
  '2A': 'School',
  '2B': 'Education service',
  '3A': 'GP',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health service',
  '3E': 'Accident and emergency department',
  '3F': 'Other health service',
  '4': 'Housing',
  '5A': 'Social care in this council, for example for adults',
  '5B': 'Another service of this council',
  '5C': 'Another local authority',
  '5D': 'Early help in this council',
  '6': 'Police',
  '7': 'Court, probation, Cafcass, immigration or prison',
  '8': 'Children’s centre, independent provider or voluntary organisation',
  '9': 'Anonymous',
  '10': 'Not known',
} as const

/** Children in need census, PrimaryNeedCode. N9 is kept for cases other than children in need, N0 for not stated. */
export const primaryNeeds = {
  N1: 'Abuse or neglect',
  N2: 'Child’s disability',
  N3: 'Parental illness or disability',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Cases other than children in need',
  N0: 'Not stated',
} as const

/** Children in need census, InitialCategoryOfAbuse and LatestCategoryOfAbuse. */
export const categoriesOfAbuse = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'Multiple',
} as const

/** The agencies that take part in discussions, checks and conferences. */
export const agencies = {
  socialCare: 'Children’s social care',
  police: 'Police',
  health: 'Health',
  education: 'Education',
  housing: 'Housing',
  probation: 'Probation',
  earlyHelp: 'Early help',
  adults: 'Adult services',
  voluntary: 'Voluntary organisation',
} as const

/** From the census year 2021 to 2022 three factors were split and one was added (census guide 2021 to 2022). */
const splitFrom = day('2021-04-01')
const splitUntil = day('2021-03-31')

/** Children in need census, factors identified at the end of an assessment. */
export const assessmentFactors = {
  '1A': 'Alcohol misuse by the child',
  '1B': 'Alcohol misuse by a parent or carer',
  '1C': 'Alcohol misuse by another person in the household',
  '2A': 'Drug misuse by the child',
  '2B': 'Drug misuse by a parent or carer',
  '2C': 'Drug misuse by another person in the household',
  '3A': 'Domestic abuse of the child',
  '3B': 'Domestic abuse of a parent or carer',
  '3C': 'Domestic abuse of another person in the household',
  '4A': 'Mental health of the child',
  '4B': 'Mental health of a parent or carer',
  '4C': 'Mental health of another person in the household',
  '5A': 'Learning disability of the child',
  '5B': 'Learning disability of a parent or carer',
  '5C': 'Learning disability of another person in the household',
  '6A': 'Physical disability or illness of the child',
  '6B': 'Physical disability or illness of a parent or carer',
  '6C': 'Physical disability or illness of another person in the household',
  '7A': 'Young carer',
  '8A': { label: 'Privately fostered', until: splitUntil },
  '8B': { label: 'Privately fostered: from overseas, intends to return', from: splitFrom },
  '8C': { label: 'Privately fostered: from overseas, intends to stay', from: splitFrom },
  '8D': { label: 'Privately fostered: UK child at an educational placement', from: splitFrom },
  '8E': { label: 'Privately fostered: UK child making other arrangements', from: splitFrom },
  '8F': { label: 'Privately fostered: other', from: splitFrom },
  '9A': 'Unaccompanied asylum-seeking child',
  '10A': 'Going or being missing',
  '11A': 'Child sexual exploitation',
  '12A': 'Trafficking',
  '13A': 'Gangs',
  '14A': 'Socially unacceptable behaviour',
  '15A': 'Self-harm',
  '16A': 'Neglect',
  '17A': 'Emotional abuse',
  '18A': { label: 'Physical abuse', until: splitUntil },
  '18B': { label: 'Physical abuse by a child', from: splitFrom },
  '18C': { label: 'Physical abuse by an adult', from: splitFrom },
  '19A': { label: 'Sexual abuse', until: splitUntil },
  '19B': { label: 'Sexual abuse by a child', from: splitFrom },
  '19C': { label: 'Sexual abuse by an adult', from: splitFrom },
  '20': 'Other',
  '21': 'No factors identified',
  '22A': 'Female genital mutilation',
  '23A': 'Abuse linked to faith or belief',
  '24A': { label: 'Child criminal exploitation', from: splitFrom },
} as const
