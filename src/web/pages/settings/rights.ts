import type { Viewer } from '../../../core/access/access.ts'
import type { LocalSetting } from '../../../core/work/local-policy.ts'

/** Until the access policy is written, those who answer for the service set its policy. */
const roles = ['administrator', 'service manager', 'director of children’s services', 'MASH manager']

export const maySet = (viewer: Viewer): boolean => roles.includes(viewer.role)

export const valueInWords = (setting: LocalSetting, value: string): string =>
  setting.kind === 'target' ? `${value}%` : value
