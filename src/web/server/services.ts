/** What the web is handed at start: everything a page may use, and nothing else. */
import type pg from 'pg'
import type { Recorder } from '../../core/acts/recorder.ts'
import type { Moment } from '../../core/calendar/index.ts'
import type { Definitions } from '../../core/projection/rows.ts'
import type { Directory } from '../../core/work/directory.ts'
import type { Settings } from '../../core/work/settings.ts'
import type { Explore } from '../../insight/explore/index.ts'
import type { Assets } from '../assets/index.ts'
import type { Shell } from '../layout/index.ts'
import type { ProviderSettings } from '../sign-in/provider.ts'

export interface Services {
  readonly pool: pg.Pool
  readonly definitions: Definitions
  readonly recorder: Recorder
  readonly directory: Directory
  /** Every measure as columns in memory: read once the server listens, sooner where a page asks. */
  readonly explore: Explore
  readonly settings: Settings
  readonly now: () => Moment
  readonly shell: Shell
  /** The council's name, as it stands on every page. */
  readonly council: string
  /** After a setting has changed: reads local policy again and, where it moves what is due, builds the projections anew. */
  reload(changesClocks: boolean): Promise<void>
  readonly assets: Assets
  /** A demo database: anyone on this machine may sign in as one of its people. */
  readonly isDemo: boolean
  /** The council's sign-in, where it is set up. The demo has its own. */
  readonly signIn: ProviderSettings | undefined
  /** Addresses of the proxies that may say how a browser reached them. */
  readonly trustedProxy: string | undefined
}
