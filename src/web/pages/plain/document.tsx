/** An attached file, always sent as a download and never shown as a page of its own. */
import { findDocument } from '../../../core/documents/store.ts'
import { problem } from '../../../core/outcomes.ts'
import { failed, type Page } from '../../server/page.ts'

export const documentPage: Page = {
  name: 'document',
  path: '/documents/:digest',
  async GET(request) {
    const found = await findDocument(request.reader, request.params.digest ?? '')
    if (!found.ok) return failed(found)
    if (found.value === undefined) return failed(problem('record.not-found'))
    const filename = String(request.query.name ?? 'document')
    return { is: 'file', type: 'application/octet-stream', filename, bytes: found.value.bytes }
  },
}
