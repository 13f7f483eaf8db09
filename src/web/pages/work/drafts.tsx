/** What the viewer is in the middle of writing: theirs alone; resume it, or delete it after being asked. */
import { inWordsMoment } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import type { House } from '../../../core/pathway/house.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { draftsOf, dropDraft, type ListedDraft } from '../../../core/work/drafts.ts'
import { BackLink, Button, Empty } from '../../components/index.ts'
import { failed, type Page, type Request, redirect, view } from '../../server/page.ts'
import { mergePath } from '../record-step/from.ts'
import { childHref, count, link, WorkTable } from './rows.tsx'

export const draftsPage: Page = {
  name: 'drafts',
  path: '/drafts',
  section: 'home',
  async GET({ services, reader }) {
    const read = await draftsOf(reader)
    if (!read.ok) return failed(read)
    const drafts = read.value
    const { house } = services.definitions
    return view({
      heading: 'Your drafts',
      body:
        drafts.length === 0 ? (
          <Empty action={<Button href="/">Go to my children</Button>}>
            You have no drafts. What you are writing is kept here as you type, until it is recorded.
          </Empty>
        ) : (
          <>
            <p class="govuk-body">
              {count(drafts.length, 'draft')}, the one saved last first. Only you can see them; they are not on any
              child’s record.
            </p>
            <WorkTable
              label="Your drafts"
              head={['What', 'Service', 'Saved', 'Do']}
              rows={drafts.map((draft) => [
                draft.beside === null
                  ? link(draftHref(draft), draftTitle(house, draft), '(resume)')
                  : link(mergePath(draft.id), `${draftTitle(house, draft)}: put two versions together`),
                house.pathways.find((one) => one.id === draft.pathway)?.title ?? draft.pathway,
                inWordsMoment(draft.saved),
                link(`/drafts/${draft.id}/delete`, 'Delete', draftTitle(house, draft)),
              ])}
            />
          </>
        ),
    })
  },
}

export const deleteDraftPage: Page = {
  name: 'delete-draft',
  path: '/drafts/:draft/delete',
  section: 'home',
  async GET(request) {
    const draft = await draftIn(request)
    if (draft === undefined) return failed(problem('record.not-found'))
    const { house } = request.services.definitions
    return view({
      heading: 'Delete this draft?',
      before: <BackLink href="/drafts">Back to your drafts</BackLink>,
      body: (
        <>
          <p class="govuk-body">
            {draftTitle(house, draft)}, saved {inWordsMoment(draft.saved)}. What you typed cannot be brought back.
          </p>
          <form method="post" action={`/drafts/${draft.id}/delete`}>
            <input type="hidden" name="token" value={request.token} />
            <div class="govuk-button-group">
              <Button variant="warning" preventDoubleClick>
                Delete it
              </Button>
              {link(draft.beside === null ? draftHref(draft) : mergePath(draft.id), 'Go on writing instead')}
            </div>
          </form>
        </>
      ),
    })
  },
  async POST(request) {
    const draft = await draftIn(request)
    // Deleted already, in another window: what was wanted is so.
    if (draft === undefined) return redirect('/drafts')
    await dropDraft(request.services.pool, request.viewer.worker, draft.id, request.now)
    return redirect('/drafts', `${draftTitle(request.services.definitions.house, draft)}: draft deleted.`)
  },
}

async function draftIn({ reader, params }: Request): Promise<ListedDraft | undefined> {
  const read = await draftsOf(reader)
  return read.ok ? read.value.find((one) => one.id === params.draft) : undefined
}

export const draftTitle = (house: House, draft: ListedDraft): string => {
  const step = house.pathways.find((one) => one.id === draft.pathway)?.steps[draft.step]?.title ?? draft.step
  return draft.child_id === null
    ? step
    : `${step}, ${nameOf({ forename: draft.forename ?? '', surname: draft.surname ?? '' })}`
}

export const draftHref = (draft: ListedDraft): string =>
  `${childHref({ child_id: draft.child_id ?? '' })}/record/${draft.pathway}/${draft.step}?${
    draft.episode === null ? '' : `episode=${draft.episode}&`
  }draft=${draft.id}`
