/** The pages of staff: who is one, what they sign in as, and where they are signed in. */
import type { Page } from '../../server/page.ts'
import { addStaffPage } from './add.tsx'
import { staffPage } from './list.tsx'
import { oneStaffPage } from './one.tsx'
import { sessionsPage } from './sessions.tsx'
import { signingInPage } from './signing-in.tsx'

export const staffPages: readonly Page[] = [staffPage, addStaffPage, signingInPage, oneStaffPage, sessionsPage]
