/** Finding a child or an adult, by name, date of birth or number; and the way to add one who is not known. */

import { nameOf } from '../../../core/people/person-columns.ts'
import { type FoundPerson, searchPeople } from '../../../core/people/search.ts'
import { Button, Empty, Input, PersonLine } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { birthOf } from '../child/frame.tsx'

const shownMax = 50

export const findPage: Page = {
  name: 'find',
  path: '/children',
  section: 'children',
  counted: ({ query }) => String(query.q ?? '').trim() !== '',
  async GET(request) {
    const typed = String(request.query.q ?? '')
    const read = await searchPeople(request.reader, typed)
    if (!read.ok) return failed(read)
    return view({
      heading: 'Is this child known?',
      body: (
        <>
          <form method="get" action="/children">
            <Input
              name="q"
              label="Name, date of birth or number"
              hint="For example: Wren Ashdown, 3/5/2018, or a child id, UPN or NHS number"
              value={typed}
            />
            <Button>Search</Button>
          </form>
          {typed.trim().length > 0 && results(request, typed, read.value)}
        </>
      ),
    })
  },
}

function results({ services, today }: Request, typed: string, list: readonly FoundPerson[]) {
  const { house } = services.definitions
  return (
    <section>
      <h2 class="govuk-heading-m">
        {list.length === 0
          ? 'Nobody was found'
          : list.length > shownMax
            ? `The first ${shownMax}`
            : `${list.length} found`}
      </h2>
      {list.length === 0 && <Empty>Nobody matches “{typed}”. Try the beginning of a name, or a date of birth.</Empty>}
      {list.slice(0, shownMax).map((one) => (
        <PersonLine
          name={nameOf(one)}
          href={`/children/${one.child_id}`}
          birth={birthOf(one)}
          on={today}
          facts={[
            one.adult ? 'Adult' : (one.school ?? 'No school known'),
            ...(one.pathways ?? []).map((id) => house.pathway(id).title),
          ]}
        />
      ))}
      {list.length > shownMax && <p class="govuk-body">There are more. Type more of the name, or a date of birth.</p>}
      <Button variant="secondary" href="/children/new">
        Add someone who is not known
      </Button>
    </section>
  )
}
