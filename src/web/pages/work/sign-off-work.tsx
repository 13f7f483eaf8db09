/** What a manager reads before signing: what the signature does, what changed, what is missing, and the work itself. */
import { inFull, inWordsMoment } from '../../../core/calendar/index.ts'
import { valueInWords } from '../../../core/pathway/says.ts'
import { InsetText, TimeLeft } from '../../components/index.ts'
import { EventDetails } from '../../forms/EventDetails.tsx'
import type { Request } from '../../server/page.ts'
import { ageOf } from '../child/frame.tsx'
import { episodeHref, inGroups, link, WorkTable } from './rows.tsx'
import {
  type Change,
  type Effect,
  effectOfSigning,
  leftEmpty,
  type SinceReturned,
  sinceReturned,
  type ToSign,
} from './signing.ts'

export interface Desk {
  readonly first: ToSign
  /** Everyone on the act whose work still waits; the child of the address first. */
  readonly waiting: readonly ToSign[]
}

export function WorkToSign({ request, desk }: { readonly request: Request; readonly desk: Desk }) {
  const { waiting } = desk
  return (
    <>
      <h2 class="govuk-heading-m">If you sign it off</h2>
      {inAlike(waiting, (one) => effectOfSigning(request.services.definitions.house, one, request.now)).map((same) => (
        <>
          {forWhom(desk, same.of)}
          {effectList(request, same.of[0]!, same.is)}
        </>
      ))}
      {inAlike(waiting, (one) => sinceReturned(one)).map(
        (same) => same.is && changedList(request, desk, same.of, same.is),
      )}
      <h2 class="govuk-heading-m">What is missing</h2>
      {inAlike(waiting, leftEmpty).map((same) => (
        <>
          {forWhom(desk, same.of)}
          <p class="govuk-body">
            {same.is.length === 0 ? 'Every question was answered.' : `Left empty: ${same.is.join('; ')}.`}
          </p>
        </>
      ))}
      {theWork(request, desk)}
    </>
  )
}

interface Alike<T> {
  readonly of: readonly ToSign[]
  readonly is: T
}

/** What is the same for several children is said once. */
function inAlike<T>(works: readonly ToSign[], what: (work: ToSign) => T): readonly Alike<T>[] {
  const all = works.map((work) => ({ work, is: what(work) }))
  return inGroups(all, ({ is }) => JSON.stringify(is) ?? '').map((same) => ({
    of: same.map(({ work }) => work),
    is: same[0]!.is,
  }))
}

export const namesOf = (works: readonly ToSign[]): string => works.map((one) => one.child.name).join(', ')

/** Says for whom something holds, where it does not hold for all. */
const forWhom = ({ waiting }: Desk, works: readonly ToSign[]) =>
  works.length === waiting.length ? null : <h3 class="govuk-heading-s">For {namesOf(works)}</h3>

/** The answers that all have in common, once; then each child's own. */
function theWork(request: Request, { first, waiting }: Desk) {
  const { directory } = request.services
  const isCommon = (field: string): boolean => inAlike(waiting, (one) => one.event.values[field]).length === 1
  const answers = (work: ToSign, common: boolean) =>
    Object.fromEntries(Object.entries(work.event.values).filter(([field]) => isCommon(field) === common))
  return (
    <>
      <h2 class="govuk-heading-m">The work</h2>
      <EventDetails step={first.step} values={answers(first, true)} directory={directory} />
      {waiting.map((one) => (
        <section>
          {waiting.length > 1 && (
            <h3 class="govuk-heading-s">
              {one.child.name}, {ageOf(one.child, request.today)}
            </h3>
          )}
          {waiting.length > 1 && <EventDetails step={one.step} values={answers(one, false)} directory={directory} />}
          <p class="govuk-body">
            {link(
              episodeHref({ child_id: one.child.childId }, one.event.episode),
              'Everything recorded',
              `about ${one.child.name}`,
            )}
          </p>
        </section>
      ))}
    </>
  )
}

function effectList(request: Request, work: ToSign, { stops, starts, closesEpisode, opens }: Effect) {
  const { house } = request.services.definitions
  const pathway = house.pathway(work.event.pathway)
  const lines = [
    ...stops.map((one) => (
      <>
        stops the clock “{pathway.clocks[one.clock]?.title}”
        {one.due && (
          <>
            , due by {inFull(one.due)}: <TimeLeft due={one.due} today={request.today} />
          </>
        )}
      </>
    )),
    ...starts.map((one) => (
      <>
        starts the clock “{pathway.clocks[one.clock]?.title}”{one.due && `, due by ${inFull(one.due)}`}
      </>
    )),
    ...opens.map((id) => <>opens {house.pathway(id).title.toLowerCase()}</>),
    ...(closesEpisode ? [<>closes this {pathway.episode}</>] : []),
  ]
  if (lines.length === 0) return <p class="govuk-body">No clock stops and nothing opens or closes.</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>it {line}</li>
      ))}
    </ul>
  )
}

function changedList(request: Request, desk: Desk, works: readonly ToSign[], { returned, changes }: SinceReturned) {
  const { fields } = desk.first.step
  const words = (name: string, value: Change['was']): string =>
    value === undefined ? 'Empty' : valueInWords(fields[name]!, value)
  return (
    <>
      <h2 class="govuk-heading-m">What changed since it was returned</h2>
      {forWhom(desk, works)}
      <InsetText>
        {request.services.directory.workerName(returned.by)} returned it on {inWordsMoment(returned.at)}:{' '}
        {returned.reason}
      </InsetText>
      {changes.length === 0 ? (
        <p class="govuk-body">Nothing was changed.</p>
      ) : (
        <WorkTable
          label={`What changed, ${namesOf(works)}`}
          head={['Question', 'Before', 'Now']}
          rows={changes.map(({ field, was, is }) => [
            fields[field]?.label ?? field,
            <del>{words(field, was)}</del>,
            <ins>{words(field, is)}</ins>,
          ])}
        />
      )}
    </>
  )
}
