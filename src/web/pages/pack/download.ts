/** A pack as a file: HTML that stands by itself, PDF, or slides. Of a day without a published pack, the draft. */
import { isDay } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { packFor, publishedPack } from '../../../insight/pack/index.ts'
import { failed, type Page } from '../../server/page.ts'
import { isForm, packAs } from './forms.ts'
import { mayPublish, sourcesOf } from './sources.ts'

export const packFile: Page = {
  name: 'pack-file',
  path: '/packs/:date/:file',
  section: 'packs',
  async GET(request) {
    const { date = '', file = '' } = request.params
    const form = file.replace(/^pack\./, '')
    if (!isDay(date) || date > request.today || !isForm(form)) return failed(problem('request.not-found'))
    const isDraft = !(await publishedPack(request.services.pool, date)).ok
    if (isDraft && !mayPublish(request)) return failed(problem('pack.not-found', { date }))
    const content = await packFor(sourcesOf(request), date)
    if (!content.ok) return failed(content)
    const { bytes, type } = await packAs(form, content.value)
    return { is: 'file', type, filename: `${isDraft ? 'draft-' : ''}scrutiny-pack-${date}.${form}`, bytes }
  },
}
