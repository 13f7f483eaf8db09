/** A pack for a day as it would be published now, and publishing it: from then on it stands as it is. */
import { inFull } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { draftPack, publishedPack, publishPack } from '../../../insight/pack/index.ts'
import { BackLink, Button, Textarea, WarningText } from '../../components/index.ts'
import { type Answer, failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { packBody } from './content.tsx'
import { draftForm, files } from './list.tsx'
import { mayPublish, packDate, sourcesOf } from './sources.ts'

export const packDraftPage: Page = {
  name: 'pack-draft',
  path: '/packs/draft',
  section: 'packs',
  async GET(request) {
    if (!mayPublish(request)) return failed(problem('access.denied'))
    const date = packDate(String(request.query.date ?? ''), request.today)
    if (!date.ok) return wrongDay(request, date.says)
    const published = await publishedPack(request.services.pool, date.value)
    if (published.ok) return redirect(`/packs/${date.value}`)
    const asked = String(request.query.asked ?? '')
    const content = await draftPack(sourcesOf(request), date.value, asked)
    if (!content.ok) return failed(content)
    return view({
      heading: content.value.title,
      caption: `Draft for ${inFull(date.value)}`,
      before: <BackLink href="/packs">All packs</BackLink>,
      isWide: true,
      body: (
        <>
          <p class="govuk-body heartwood-no-print">As a file: {files(date.value)}</p>
          {packBody(content.value)}
          {publishForm(request, date.value)}
        </>
      ),
    })
  },
  async POST(request) {
    if (!mayPublish(request)) return failed(problem('access.denied'))
    const { posted, viewer, now, today } = request
    const date = packDate(String(posted.date ?? ''), today)
    if (!date.ok) return failed(date)
    const asked = String(posted.asked ?? '')
    const publisher = { worker: viewer.worker, name: `${viewer.name}, ${viewer.role}` }
    const published = await publishPack(sourcesOf(request), date.value, asked, publisher, now)
    if (!published.ok) return failed(published)
    return redirect(`/packs/${date.value}`, `The pack for ${inFull(date.value)} is published.`)
  },
}

function wrongDay(request: Request, says: string): Answer {
  return view({
    heading: 'A new pack',
    status: 422,
    errors: [{ text: says, href: '#date' }],
    before: <BackLink href="/packs">All packs</BackLink>,
    body: draftForm(request, says),
  })
}

const publishForm = ({ token }: Request, date: string) => (
  <form method="post" action="/packs/draft" class="heartwood-no-print">
    <h2 class="govuk-heading-m">Publish</h2>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="date" value={date} />
    <Textarea
      name="asked"
      label="What the Board asked last time, and what happened"
      hint="Stands first in the pack. Leave a line free between paragraphs. Name no child."
      rows={6}
    />
    <WarningText>A published pack is never changed. What is corrected later is shown beside it.</WarningText>
    <Button>Publish the pack</Button>
  </form>
)
