import type { Viewer } from '../../../core/access/access.ts'
import { type Problem, problem } from '../../../core/outcomes.ts'
import { isAdministrator } from '../../sign-in/accounts.ts'

/** Administrators keep the staff, and nobody else: undefined for them. */
export const whyNotKept = ({ role }: Viewer): Problem | undefined =>
  isAdministrator(role) ? undefined : problem('access.denied')
