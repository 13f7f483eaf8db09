/** The pages of work: what is mine, what is my team's, what is at the door, what waits for a signature. */
import type { Page } from '../../server/page.ts'
import { allocatePage } from './allocate.tsx'
import { draftKeysPage } from './draft-keys.ts'
import { deleteDraftPage, draftsPage } from './drafts.tsx'
import { frontDoorPage } from './front-door.tsx'
import { homePage } from './home.tsx'
import { overduePage, reasonPage } from './overdue.tsx'
import { servicePage, servicesPage } from './services.tsx'
import { signOffPage } from './sign-off.tsx'
import { signOffList } from './sign-off-list.tsx'
import { teamPage } from './team.tsx'

export const work: readonly Page[] = [
  homePage,
  frontDoorPage,
  teamPage,
  allocatePage,
  signOffList,
  signOffPage,
  servicesPage,
  servicePage,
  draftsPage,
  deleteDraftPage,
  draftKeysPage,
  overduePage,
  reasonPage,
]
