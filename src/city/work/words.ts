/**
 * The words of the invented record: plain sentences of the kind practitioners write, put together from parts. They say
 * little of harm and much of what was seen, said and agreed. Names are given as the family uses them.
 */
import type { Random } from '../random.ts'

/** Whom a sentence is about; an age below 0 is that of a baby not yet born. */
export interface About {
  readonly name: string
  readonly ageYears: number
}

const schoolWorries = [
  'came to school tired and hungry on three mornings this week',
  'has been late most days since half term and says there was nobody up',
  'told the class teacher about shouting at home at night',
  'has had the same unwashed clothes on since Monday',
  'did not want to go home on Friday and could not say why',
  'has a bruise on the arm and gave two accounts of it',
  'was not collected until five and the telephone at home was off',
  'has missed eleven days this term and home visits were not answered',
  'has become very quiet and is crying in lessons',
  'says that Mum has been in bed for a week and an aunt is cooking',
  'has been caring for the younger ones before and after school',
  'said a man they do not know is staying at the house',
]
const healthWorries = [
  'has missed the last three appointments and the health visitor was turned away at the door',
  'has not gained weight since the six-month review',
  'was brought in with a scald and the account did not fit its place',
  'has had four attendances at accident and emergency since spring',
  'was seen with Mum, who was low and said she was not coping',
  'is not meeting milestones for speech and there are few toys or books in the home',
]
const policeWorries = [
  'was at home when officers came to an argument between the adults',
  'was found in the town at eleven at night with older young people',
  'was reported missing overnight and came back by bus in the morning',
  'was present when officers found the home cold and without food',
]
const publicWorries = [
  'can be heard crying for long spells in the evening',
  'is often in the street late without an adult',
  'was left in the car outside the shops for half an hour',
  'has been staying with neighbours because of arguments at home',
  'told a friend’s mother that there is nothing to eat at home',
]
const babyWorries = [
  'is expected in the spring, and the midwife has seen Mum twice this year',
  'will be Mum’s third, and the older two live with relatives',
  'is due soon, and the home has neither heating nor a cot',
]
const youngWorries = [...healthWorries, ...publicWorries.slice(0, 3), ...policeWorries.slice(2)]
const olderWorries = [...schoolWorries, ...healthWorries.slice(0, 1), ...policeWorries, ...publicWorries]
const worriesAt = (ageYears: number): readonly string[] =>
  ageYears < 0 ? babyWorries : ageYears < 4.5 ? youngWorries : olderWorries

const since = [
  'This is new in the last few weeks.',
  'It has been going on for some months.',
  'It has become worse since the family moved.',
  'There were similar worries last year.',
  'Staff had spoken with Mum about it, without change.',
  'It is the second time this month.',
  'Dad has been away since the summer.',
  'There is a new baby in the home.',
  'Mum lost her job in the spring and money is short.',
  'The grandmother, who used to help, is in hospital.',
]
const asked = [
  'The caller asked for help for the family before things get worse.',
  'The caller would like to be told what is decided.',
  'The school will keep an eye on it meanwhile.',
  'The family does not know about this call.',
  'Mum knows about this contact and would welcome support.',
  'The caller can be reached until six.',
  'No injuries were seen.',
  'Everyone was safe when the call ended.',
]
const notices = [
  'Neighbours called after shouting. The adults were apart when officers came.',
  'Argument between the parents about money. A door was damaged; nobody was hurt.',
  'An ex-partner came to the door against an agreement and would not leave.',
  'Mum called and said that she was frightened. Her partner left before officers came.',
  'Verbal argument after drinking. One adult went to stay with relatives for the night.',
  'Mum had a cut lip and declined to make a statement. Her partner was arrested.',
]
const where = [
  'The children were upstairs and said they heard it.',
  'The children were in bed and were woken.',
  'The children were in the room and were upset.',
  'The children were at their grandmother’s.',
  'The eldest made the call.',
  'Officers saw the children, who were settled.',
]
const others = [
  'The family has moved here and their worker passes on the history.',
  'Asks whether we know the family and whether there are plans in force.',
  'Tells us that they have closed the case and that the family now lives here.',
  'Sends a summary of the assessment done last year.',
]
const requests = [
  'Asks whether the family is known, for a report to the court.',
  'Asks for information about the children for checks on a relative.',
  'Adult services ask who works with the children before a visit.',
  'Asks for confirmation that the case is closed.',
]

export type ContactKind = 'worry' | 'domesticAbuse' | 'information' | 'otherCouncil'

export function worry(random: Random, kind: ContactKind, { name, ageYears }: About): string {
  if (kind === 'domesticAbuse') return `${random.pick(notices)} ${random.pick(where)}`
  if (kind === 'otherCouncil') return random.pick(others)
  if (kind === 'information') return random.pick(requests)
  const more = random.chance(0.5) ? ` ${random.pick(asked)}` : ''
  return `${name} ${random.pick(worriesAt(ageYears))}. ${random.pick(since)}${more}`
}

export const aboutChild = [
  'Quiet at school since.',
  'Has spoken to the school nurse.',
  'Has a plan for asthma; inhaler at school.',
  'Worried about what happens to Mum.',
  'Stays with Dad at weekends.',
  'Was asleep throughout.',
]

const councilNames = [
  'Harrowmere',
  'Stonebridge',
  'Fenwick Vale',
  'Kestrelby',
  'North Wyke',
  'Thornleigh',
  'Marlow Sands',
]
export const council = (random: Random): string => random.pick(councilNames)

const referrerNames = [
  ...['Ms Hallam', 'Mr Dewhurst', 'Mrs Oyelaran', 'Ms Pickard', 'Mr Bassi', 'Mrs Lund', 'Ms Farrow', 'Mr Quayle'],
  ...['Mrs Ibbotson', 'Ms Chowdhry', 'Mr Tennant', 'Mrs Varley', 'Ms Roebuck', 'Mr Adomako', 'Mrs Gillow', 'Ms Szabo'],
]
const posts: Readonly<Record<string, readonly string[]>> = {
  '2A': ['designated safeguarding lead', 'deputy head', 'pastoral lead', 'head of year'],
  '3A': ['GP'],
  '3B': ['health visitor'],
  '3C': ['school nurse'],
  '3E': ['sister, emergency department'],
  '6': ['police public protection desk', 'neighbourhood officer'],
  '4': ['tenancy officer'],
}
export function referrer(random: Random, source: string): string {
  const post = posts[source]
  return post ? `${random.pick(referrerNames)}, ${random.pick(post)}` : random.pick(referrerNames)
}

export const ratingReasons = {
  red: ['A child may not be safe tonight.', 'An injury without a clear account, and the adult concerned is at home.'],
  amber: [
    'Worrying pattern; no sign of immediate danger.',
    'Several earlier contacts of the same kind.',
    'The younger child depends on adults who may not be coping.',
  ],
  green: [
    'No immediate risk; support is already there.',
    'A single event with protective adults at home.',
    'Worry about school and home routines that can be looked into in the usual time.',
  ],
} as const
export const whyNotSought = [
  'Asking might put Mum at more risk from her ex-partner.',
  'The caller had not been able to reach the parents.',
  'It might affect what the police do next.',
]
export const checkQuestions = [
  'Any contact in the last twelve months?',
  'Anything known about the adults in the home?',
  'How is attendance, and has anyone spoken with the parents?',
]
export const checkAnswers = [
  'Known. Two attendances this year, nothing of concern in the notes.',
  'Known. The family missed the last review and a letter was sent.',
  'Known to us for an incident last winter; no further action was taken.',
  'Attendance 84%. The class teacher has no worries about the younger one.',
  'Registered with the practice; Mum is treated for depression.',
  'Open to our family worker, who visits every fortnight.',
]
export const patterns = [
  'Mostly about arguments between the adults, closer together this year.',
  'Different callers, same worry: tired, late and hungry.',
  'One earlier contact, closed with advice. No pattern.',
  'Each followed a change of home.',
]
export const decisionReasons = {
  referral: [
    'The history and what the agencies told us mean that a social worker should assess.',
    'The worry is serious and support so far has not changed it.',
    'The children’s needs are unlikely to be met without help from several services.',
    'There may be risk of harm; a social worker will see the children.',
  ],
  earlyHelp: [
    'Mum would welcome help and the family hub can begin next week.',
    'Needs can be met by a family worker with the school.',
    'No risk of harm found; routines and money are the worry.',
  ],
  existing: [
    'The child has a social worker, who has been told today.',
    'Passed to the allocated worker and their manager.',
  ],
  advice: [
    'Advice given to the caller about support at school and the family hub.',
    'The caller will speak with the parents first and call again if worried.',
    'Parenting support and the helpline were explained to Mum.',
  ],
  none: [
    'The agencies have no worries and the parents have acted.',
    'The account was checked and there is no sign of need or harm.',
    'Information was given as asked; nothing further to do.',
  ],
} as const
export const actionsInMorning = [
  'Call the school before nine and speak with the parents.',
  'Check with the police that the adult has not been released.',
  'Nothing to do today; for the file.',
]

export const responseReasons = [
  'An assessment with all the children seen is needed to understand daily life at home.',
  'The pattern of contacts over the year needs to be understood as a whole.',
  'The parents agree to an assessment.',
  'The worry is about harm, and daily life at home is not known to us.',
]
export const closedReasons = ['The worry was answered by the first calls. The family has the hub’s number.']
export const purposes = [
  'What life is like for each child from morning to night.',
  'Whether the arguments have stopped and what the children heard.',
  'What support the family has and what more would help.',
]

const voices = [
  'likes school, most of all art and football, and wants things to be calmer at home',
  'said that mornings are rushed and that breakfast club helps',
  'would like to see Dad more often, at the park and not at the flat',
  'worries about Mum and checks on her in the night',
  'was shy at first and then showed their room and drawings',
  'does not want to change schools again',
  'said that shouting is the worst thing, and that it has been better since the summer',
  'wants to know who will come, when, and for how long',
  'feels safest at Nan’s house',
  'would change nothing but the damp in the bedroom',
]
const youngVoices = [
  'is too young to say. Content in Mum’s arms, and looks to her when unsure',
  'babbled and played on the mat; went to Dad for comfort',
  'is too young to say. Alert and clean, and slept in a cot by the parents’ bed',
]
export function voice(random: Random, name: string, ageYears: number): string {
  if (ageYears < 0) return 'Not yet born. The plan is made with the baby’s first days in mind.'
  return `${name} ${random.pick(ageYears < 3 ? youngVoices : voices)}.`
}

const needs = [
  'Health is good and immunisations are up to date.',
  'Speech is behind what is expected, and a referral has been made.',
  'Attendance has risen from 81% to 92% since September.',
  'Sleeps badly; the bedroom is shared and cold.',
  'Friendships at school are strong.',
  'Behind in reading; the school offers extra help twice a week.',
  'Eats well at school; there was little food at home on the first visit and enough on the second.',
]
const parenting = [
  'Mum is warm with the children and tired. She knows what she wants to change.',
  'Dad keeps routines when he is there and loses patience in the evenings.',
  'The parents do not agree about boundaries, and the children have learnt to ask twice.',
  'Basic care is good enough. Supervision after school is not.',
  'Mum has begun treatment and talks openly about drinking.',
  'The parents took part in every appointment.',
]
const families = [
  'The family rents two bedrooms for five people and is on the list for a bigger home.',
  'Grandparents live near by and have the children at weekends.',
  'Debts were behind most arguments; advice has been arranged.',
  'The neighbours are friendly and the school is close.',
  'The family is new to the city and knows few people.',
  'There is no contact with the father’s relatives.',
]
const analysis = [
  'The children are loved, and the adults’ troubles reach them. With help now the risk is likely to fall.',
  'What was reported was right, and it has already begun to change. The parents asked for the help they were offered.',
  'Support has come and gone for three years. Without a steady plan it is likely to come back.',
  'The worry was real on the day. Daily life, as all the children describe it, is safe.',
  'The strengths are the wider family and the school; the risk is what happens when the adults fall out.',
]
export const factorsByNeed: Readonly<Record<string, readonly string[]>> = {
  N1: ['3B', '16A', '17A', '1B', '2B', '4B', '3A'],
  N2: ['5A', '6A', '4A'],
  N3: ['4B', '6B', '7A'],
  N4: ['4B', '17A', '20'],
  N5: ['3B', '17A', '4A'],
  N6: ['14A', '2A', '10A', '13A'],
  N8: ['4A', '20'],
}
export const assessed = (random: Random) => ({
  needs: `${random.pick(needs)} ${random.pick(needs)}`,
  parenting: random.pick(parenting),
  family: random.pick(families),
  analysis: random.pick(analysis),
})
export const returnReasons = [
  'Please add what the younger one said, and see them alone.',
  'The analysis repeats the history. What does it mean for each child?',
  'Dad’s views are missing. Please speak with him and add them.',
  'The plan does not say what we will do if nothing changes.',
]
export const closings = [
  'The worries have been met, and the parents know where to turn. The school will stay in touch.',
  'The plan has done its work: attendance is up and the home is calm. The family agrees to close.',
  'The family hub has taken over with a worker the children know.',
  'Assessment finished. No need for a plan; advice given about contact between the parents.',
]
export const aims = [
  'The children get to school on time and rested. Mum has treatment and someone to call. By the end of term.',
  'No shouting or threats in the home. Contact with Dad at the centre until it can be at home. Within six months.',
  'A safe, warm bedroom for each child, and a doctor’s appointment kept each month.',
]
export const planActions = [
  'Social worker: visit at least every four weeks and see each child alone. School: breakfast club. Parents: go to the course.',
  'Mum: keep appointments with the clinic. Grandmother: two nights a week. Social worker: housing letter this week.',
  'Family worker: routines at home on Tuesdays. Dad: contact on Saturdays, no drinking before. School nurse: review in spring.',
]
export const danger = [
  'Mum calls her sister or 999, and the children go next door to Mrs P.',
  'If appointments are missed twice, we meet within a week.',
  'The children can ring the worker, or tell Miss at school, at any time.',
]
export const progress = [
  'Routines hold on school days; weekends are harder. The children are brighter.',
  'Mum kept seven of eight appointments. Arguments have stopped since the move.',
  'Little has changed. Dad has not come to the course and the home was cold again.',
  'All three aims are met, and the family wants to go on by itself.',
  'Attendance is 95%. The younger one has begun speech therapy.',
]
export const attended = ['Parents, school, health visitor, social worker', 'Mum, grandmother, school and social worker']

const visitStarts = [
  'Visited as agreed.',
  'Visited without notice.',
  'Visited after school.',
  'Visited with the health visitor.',
]
const visitSeen = [
  'The home was warm and tidy and there was food in the kitchen.',
  'Everyone was in; the television was turned off to talk.',
  'Talked in their room about school and friends.',
  'Played a game together while we talked about the week.',
  'Looked at the safety plan and what still works in it.',
  'Saw the new beds, which the children are proud of.',
  'Mum was tired and open about a bad week.',
  'Dad was there and talked about the course.',
  'Homework was on the table and bedtime is agreed.',
  'Spoke about what they would like to say at the meeting.',
]
const visitEnds = [
  'Next visit agreed.',
  'Mum will ring after the appointment.',
  'I will call the school tomorrow.',
  'No new worries.',
]
export const visited = (random: Random): string =>
  `${random.pick(visitStarts)} ${random.pick(visitSeen)} ${random.pick(visitSeen)} ${random.pick(visitEnds)}`
export const whyNotSeen = [
  'Nobody answered the door',
  'At a friend’s, seen later in the week',
  'At school; Mum was seen',
  'Unwell and asleep',
]

const noteAbout = [
  'Call from school',
  'Message from Mum',
  'Update from health visitor',
  'Supervision',
  'Housing',
  'Attendance',
  'Family time',
  'Missed appointment',
  'Benefit advice',
  'New arrangements',
] as const
const noteTexts = [
  'Attendance this month is 93%. The class teacher says mornings are better.',
  'Mum asked to move the visit to Thursday because of an interview. Agreed.',
  'Weight is on the line it should be. Next review in six weeks.',
  'Discussed with my manager. We agreed to see all the children again before deciding, and to speak with Dad.',
  'The housing officer confirms an inspection for damp next week.',
  'The grandmother offers to have the children on Fridays. Parents agree.',
  'The appointment was missed. Mum had mixed up the day, and a new one is made.',
  'Dad rang and is unhappy about contact times. Listened, and explained how to ask for a change.',
  'The school asked for a meeting about support in reading. I will go.',
  'The advice centre has stopped the bailiffs and made a plan for the debt.',
  'The children enjoyed family time and did not want it to end.',
]
export const note = (random: Random) => ({
  about: random.pick(noteAbout),
  note: `${random.pick(noteTexts)}${random.chance(0.4) ? ` ${random.pick(noteTexts)}` : ''}`,
})
export const callers = ['Mum', 'Dad', 'the school', 'the health visitor', 'the grandmother', 'the housing officer']
export const calls = [
  'Told me how the week went. Nothing new.',
  'Asked about the meeting and who will be there.',
  'Said the children are well and back at school.',
  'Wanted to talk about money. Gave the number of the advice centre.',
  'Agreed a time for the next visit.',
]

export const known = [
  'Social care: two referrals in three years. Police: three notices. Health: appointments kept until spring. School: attendance falling.',
  'Police: one incident under inquiry. Health: no injuries on record. School: the child spoke to a teacher on Monday.',
  'Social care: open to assessment. Police: nothing recent. Health visitor: worried about feeding. School: warm and polite.',
]
export const strategyReasons = [
  'There is reason to suspect significant harm, and the children need to be seen today.',
  'The account does not explain what was seen. Police and social care will visit together.',
  'The risk has grown since the last visit and the plan has not held.',
]
export const noStrategyReasons = ['The account fits and the home is protective. The assessment goes on.']
export const findings = [
  'The children gave a clear account that agrees with the adults’. What happened is likely to happen again without a plan.',
  'The worry was real, and the adult concerned has left the home. Mum protects the children.',
  'No harm was found. The account was confirmed by the doctor and the school.',
  'The children are frightened by the arguments. Both parents play them down.',
]
export const conferenceDecisions = [
  'The children will be safe from arguments at home; Dad will live elsewhere for now. Core group in ten days.',
  'The children’s health and school needs come first. Visits every ten working days; a written agreement this week.',
  'Mum and the children stay with the grandmother until the home is fit. Alcohol service to assess Mum.',
]
export const reviewDecisions = [
  'The plan goes on. What has changed is named, and what has not.',
  'The children are no longer at risk of significant harm. Support goes on as children in need.',
  'The plan goes on with new dates, and the legal adviser is asked for a view.',
]
export const chairVoice = [
  'A drawing and three wishes were read out.',
  'Met the chair before the meeting.',
  'The social worker spoke for them.',
]
export const coreProgress = [
  'Four of six actions done. Appointments kept; the safety plan is in use.',
  'Slow. The parents are working with us, and the home is not yet fit.',
  'Good. The school sees the difference every morning.',
]
export const coreActions = [
  'School sends attendance weekly. Mum meets the clinic on Monday. Visit before the weekend.',
  'Social worker updates the agreement. Health visitor weighs the baby each week.',
  'Dad begins the course. Grandmother keeps Fridays. Next meeting in six weeks.',
]
export const handovers = [
  'The family knows about the change and has met the new worker. The plan stands.',
  'Visits are up to date. The next review is booked, and the children’s wishes are on file.',
]
export const outstanding = [
  'Dad’s appointment on the 14th; letter to housing.',
  'Reports for the review.',
  'Nothing outstanding.',
]
export const beforeYouKnock = [
  'There is a dog. Ring first.',
  'Mum works nights: not before eleven.',
  'Use the side door; the bell does not work.',
]
export const familyPlans = [
  'Nan has us on Fridays. Uncle Joe drives us to football. Mum rings Auntie before things get bad.',
  'We take turns with the shopping. Grandad keeps the spare key. We all meet on the first Sunday.',
]
export const declined = [
  'They would rather talk with their relatives by themselves.',
  'Not now; perhaps after the baby is born.',
]
export const familySays = ['It helps that everyone knows the plan.', 'Fridays did not work, so we changed to Sundays.']
export const overdue = [
  'Dad could not be reached until last week and his view matters.',
  'The worker was off sick and the children were seen by a colleague.',
  'We waited for the police to finish their interviews.',
  'The family was away for three weeks in the holidays.',
]
export const corrections = [
  'Typed in the wrong box.',
  'The family told us that this was wrong.',
  'Checked against the letter.',
]
export const withdrawals = ['Written on the wrong child’s record.', 'This was about another family of the same name.']
