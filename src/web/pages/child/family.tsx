/** The family: who they are to the child, who holds parental responsibility, where they live, who works with each. */
import { inShort } from '../../../core/calendar/index.ts'
import { type FamilyMember, familyOf } from '../../../core/people/family.ts'
import { inverseOf, type RelationshipKind, relationshipLabel, showKept } from '../../../core/people/index.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { Button, Empty, Table } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { ageOf, childFrame } from './frame.tsx'
import { openChild } from './open-child.ts'

export const familyPage: Page = {
  name: 'family',
  path: '/children/:child/family',
  section: 'children',
  async GET(request) {
    const opened = await openChild(request)
    if (!opened.ok) return failed(opened)
    const { child, folded, identity } = opened.value
    const read = await request.reader.read(familyOf, [child.record], { record: child.record })
    if (!read.ok) return failed(read)
    const register = folded.history.episodes.find((one) => one.pathway === 'person')
    const { house } = request.services.definitions
    return view({
      heading: 'Family',
      caption: child.name,
      before: childFrame(identity, request.today, 'Family'),
      isWide: true,
      body: (
        <>
          {read.value.length === 0 ? (
            <Empty>Nobody is recorded in the family of {child.name} yet.</Empty>
          ) : (
            <Table
              attributes={{ 'aria-label': 'Family' }}
              firstCellIsHeader
              head={['Name', 'Who they are', 'Age', 'Parental responsibility', 'Lives at', 'Known to']}
              rows={read.value.map((one) => [
                <a class="govuk-link" href={`/children/${one.child_id}`}>
                  {nameOf(one)}
                </a>,
                whoTheyAre(one),
                ageOf(one, request.today),
                one.responsibility === null ? 'No' : 'Yes',
                one.home === null ? 'Not known' : showKept(one.home),
                (one.pathways ?? []).map((id) => house.pathway(id).title).join(', ') || 'No service now',
              ])}
            />
          )}
          {register && (
            <div class="govuk-button-group">
              <Button variant="secondary" href={`/children/new?with=${child.childId}`}>
                Add someone to this family
              </Button>
              <Button
                variant="secondary"
                href={`/children/${child.childId}/record/person/moved?episode=${register.id}&with=all`}
              >
                Change of address
              </Button>
            </div>
          )}
          {addresses(register?.events ?? [])}
        </>
      ),
    })
  },
}

function whoTheyAre({ kind, inverse, sex, adult }: FamilyMember): string {
  if (kind === null) return adult ? 'In the family' : 'Child in the family'
  const told = kind as RelationshipKind
  return capital(relationshipLabel(inverse ? inverseOf(told) : told, sex))
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function addresses(events: readonly { step: string; day: string | null; values: Readonly<Record<string, unknown>> }[]) {
  const lived = events.filter((one) => one.values.address !== undefined)
  if (lived.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Addresses</h2>
      <Table
        attributes={{ 'aria-label': 'Addresses' }}
        head={['From', 'Address']}
        rows={lived.map((one) => [
          one.step === 'moved' && one.day ? inShort(one.day as Parameters<typeof inShort>[0]) : 'Not known',
          one.values.protected === 'yes'
            ? showKept({ protected: true })
            : showKept({
                protected: false,
                lines: String(one.values.address),
                postcode: one.values.postcode === undefined ? null : String(one.values.postcode),
              }),
        ])}
      />
    </section>
  )
}
