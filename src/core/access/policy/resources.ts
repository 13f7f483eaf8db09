/**
 * What is asked for: the kinds of thing the house holds about a child, and those that are about nobody in particular.
 * A page names its resource once; a resource that no rule names is closed to everyone.
 */
import type { CompartmentId } from './compartments.ts'

interface ResourceDetail {
  readonly title: string
  /** `record`: of one child or adult, judged by how the viewer stands to them. `council`: about nobody. */
  readonly about: 'record' | 'council'
  /** Read only by who is also named on this compartment of this record. */
  readonly within?: CompartmentId
}

const ofRecord = (title: string, within?: CompartmentId): ResourceDetail => ({
  title,
  about: 'record',
  ...(within && { within }),
})
const ofCouncil = (title: string): ResourceDetail => ({ title, about: 'council' })

export const resources = {
  // who somebody is
  existence: ofRecord('That they are known, and who works with them'),
  child: ofRecord('The child’s page: who, services, what is due'),
  identifiers: ofRecord('NHS number, UPN and other numbers'),
  address: ofRecord('Addresses that are not protected'),
  'protected address': ofRecord('A protected address', 'protected address'),
  family: ofRecord('Family and relationships'),
  hazard: ofRecord('Dangers to whoever visits'),

  // work with them
  chronology: ofRecord('The whole record as a chronology'),
  'case note': ofRecord('Case notes'),
  visit: ofRecord('Visits'),
  document: ofRecord('Attached files'),
  task: ofRecord('What is due and waits for a signature'),
  allocation: ofRecord('Who holds the work'),
  supervision: ofRecord('Supervision of the work'),
  contact: ofRecord('Contacts and referrals at the front door'),
  'partner check': ofRecord('What partners are asked, and answer'),
  'early help': ofRecord('Early help'),
  assessment: ofRecord('Assessments'),
  'child in need plan': ofRecord('Children in need plans and reviews'),
  enquiry: ofRecord('Strategy discussions and section 47 enquiries'),
  conference: ofRecord('Child protection conferences and their minutes'),
  'protection plan': ofRecord('Child protection plans'),
  'family group conference': ofRecord('Family group conferences'),
  'sharing decision': ofRecord('Decisions to share, or not'),

  // in care, fostering, adoption
  'care plan': ofRecord('Care plans and reviews of children looked after'),
  placement: ofRecord('Placements'),
  'placement need': ofRecord('What a placement must offer, without a name'),
  'pathway plan': ofRecord('Pathway plans of those leaving care'),
  'carer file': ofRecord('Foster carers’ own files'),
  'adoption record': ofRecord('Adoption records'),
  letterbox: ofRecord('Letterbox contact'),

  // education
  education: ofRecord('School, attendance and exclusions'),
  'personal education plan': ofRecord('Personal education plans'),
  'needs assessment': ofRecord('Education, health and care needs assessments and advice'),
  'health and care plan': ofRecord('Education, health and care plans'),
  'education status': ofRecord('Children missing education, and educated at home'),
  admission: ofRecord('Applications for school places'),

  // kept apart
  'youth justice': ofRecord('Youth justice'),
  health: ofRecord('Health information'),
  'third party': ofRecord('What somebody else said in confidence', 'third party'),
  'legal advice': ofRecord('Legally privileged advice', 'legal'),
  exploitation: ofRecord('Intelligence on exploitation', 'exploitation'),
  prevent: ofRecord('Prevent and Channel'),
  allegation: ofRecord('Allegations against those who work with children'),
  'subject access': ofRecord('Subject access requests and redactions'),
  readers: ofRecord('Who has looked at this record'),

  // about nobody
  figure: ofCouncil('Measures and figures'),
  'pseudonymised rows': ofCouncil('Rows for analysis, without names'),
  pack: ofCouncil('Packs for the Scrutiny Board'),
  return: ofCouncil('Statutory returns'),
  setting: ofCouncil('The council’s dated settings'),
  workforce: ofCouncil('Staff, teams and schools'),
  import: ofCouncil('Files loaded'),
  'access log': ofCouncil('The log of access as a whole'),
} as const satisfies Record<string, ResourceDetail>

export type ResourceId = keyof typeof resources

export const isResource = (name: string): name is ResourceId => Object.hasOwn(resources, name)

export const resourceIds: readonly ResourceId[] = Object.keys(resources).filter(isResource)

const detailOf = (id: ResourceId): ResourceDetail => resources[id]

export const isAboutRecord = (id: ResourceId): boolean => detailOf(id).about === 'record'

/** The compartment somebody must be named on to meet this resource of a record. */
export const compartmentOf = (id: ResourceId): CompartmentId | undefined => detailOf(id).within

export const actions = ['list', 'read', 'create', 'update', 'approve', 'export'] as const
export type Action = (typeof actions)[number]
