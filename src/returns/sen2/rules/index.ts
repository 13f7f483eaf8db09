/** Every rule of SEN2, by topic. They are ours: each gives its reason. */
import type { Rule } from '../../engine/rule.ts'
import type { Sen2 } from '../layout.ts'
import { activePlans } from './active-plans.ts'
import { assessments } from './assessments.ts'
import { message } from './message.ts'
import { persons } from './person.ts'
import { plans } from './plans.ts'
import { requests } from './requests.ts'
import { settings } from './settings.ts'

export const topics: Readonly<Record<string, readonly Rule<Sen2>[]>> = {
  message,
  persons,
  requests,
  assessments,
  plans,
  settings,
  activePlans,
}

export const rules: readonly Rule<Sen2>[] = Object.values(topics).flat()
