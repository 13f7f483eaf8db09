/** Starting a new piece of work with a child: every service, and what opens it. */
import { problem } from '../../../core/outcomes.ts'
import { mayRecord } from '../../../core/pathway/decide.ts'
import { everyday } from '../../../core/pathway/everyday.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { childFrame } from './frame.tsx'
import { openChild } from './open-child.ts'

export const startPage: Page = {
  name: 'start',
  path: '/children/:child/start',
  section: 'children',
  async GET(request) {
    const opened = await openChild(request)
    if (!opened.ok) return failed(opened)
    const { child, folded, identity } = opened.value
    if (folded.history.subject.died)
      return failed(problem('step.not-open', { step: 'New work', reason: 'the child has died' }))
    const services = request.services.definitions.house.pathways.filter((one) => one.id !== 'person')
    return view({
      heading: 'What would you like to start?',
      caption: child.name,
      before: childFrame(identity, request.today, 'Summary'),
      body: services.map((pathway) => (
        <section>
          <h2 class="govuk-heading-m">{pathway.title}</h2>
          <ul class="govuk-list">
            {pathway.starts
              .filter((name) => !(name in everyday) && mayRecord(pathway, name, pathway.steps[name]!, undefined).ok)
              .map((name) => (
                <li>
                  <a class="govuk-link" href={`/children/${child.childId}/record/${pathway.id}/${name}`}>
                    {pathway.steps[name]?.title}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      )),
    })
  },
}
