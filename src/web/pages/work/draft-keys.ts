/**
 * What a page's script asks when it has text to keep: the token of the session of now, for a form that was open before
 * the server was started again or its author signed in again; whose session it is, so that nobody's text becomes
 * somebody else's draft; and the keys with which text is sealed while there is no connection.
 */
import { draftKeysOf } from '../../../core/work/draft-keys.ts'
import type { Page } from '../../server/page.ts'

export const draftKeysPage: Page = {
  name: 'draft-keys',
  path: '/drafts/keys',
  async GET({ services, viewer, token, now }) {
    const keys = await draftKeysOf(services.pool, viewer.worker, now)
    const value = {
      token,
      worker: viewer.worker,
      keys: keys.map(({ id, key }) => ({ id, key: key.toString('base64') })),
    }
    return { is: 'data', value }
  },
}
