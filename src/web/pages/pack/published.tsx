/** A published pack: exactly as it was, with what would be printed otherwise today beside it. */
import { inFull, inWordsMoment, isDay } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { publishedPack, revisionsOf } from '../../../insight/pack/index.ts'
import { BackLink, InsetText } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { changesTable, packBody } from './content.tsx'
import { files } from './list.tsx'
import { sourcesOf } from './sources.ts'

export const packPage: Page = {
  name: 'pack',
  path: '/packs/:date',
  section: 'packs',
  async GET(request) {
    const { date = '' } = request.params
    if (!isDay(date)) return failed(problem('request.not-found'))
    const pack = await publishedPack(request.services.pool, date)
    if (!pack.ok) return failed(pack)
    const revisions = await revisionsOf(sourcesOf(request), pack.value)
    if (!revisions.ok) return failed(revisions)
    const { content, published, by, digest } = pack.value
    return view({
      heading: content.title,
      caption: `${content.board}, ${inFull(date)}`,
      before: <BackLink href="/packs">All packs</BackLink>,
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            Published on {inWordsMoment(published)} by {by}. As a file: {files(date)}
          </p>
          {revisions.value.length > 0 && (
            <InsetText>{changesTable('Corrected since: what these figures would be today', revisions.value)}</InsetText>
          )}
          {packBody(content)}
          <p class="govuk-body-s">This pack as published has the digest {digest}.</p>
        </>
      ),
    })
  },
}
