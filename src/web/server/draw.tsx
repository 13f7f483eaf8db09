/** Drawing an answer in the layout: the one place where a page meets navigation, person and notice. */
import type { Problem } from '../../core/outcomes.ts'
import { NotificationBanner } from '../components/index.ts'
import { Layout, renderPage } from '../layout/index.ts'
import type { Page, Person, View } from './page.ts'
import type { Services } from './services.ts'

interface Signed {
  readonly person: Person
  readonly token: string
}

const sections = [
  { section: 'home', text: 'My children', href: '/' },
  { section: 'front-door', text: 'Front door', href: '/front-door' },
  { section: 'team', text: 'Team', href: '/team' },
  { section: 'children', text: 'Find a child', href: '/children' },
  { section: 'services', text: 'Services', href: '/services' },
  { section: 'measures', text: 'Measures', href: '/measures' },
] as const

const navigationTo = (section: Page['section']) =>
  sections.map(({ section: own, text, href }) => ({ text, href, ...(own === section && { active: true }) }))

const signedIn = ({ person, token }: Signed) => ({
  name: person.name,
  role: person.role,
  signOut: { action: '/sign-out', fields: { token } },
})

export function drawPage(
  services: Services,
  page: Page,
  view: View,
  nonce: string,
  signed: Signed,
  notice?: string,
): string {
  const { body, status: _, ...layout } = view
  return renderPage(
    <Layout
      {...layout}
      shell={services.shell}
      nonce={nonce}
      person={signedIn(signed)}
      navigation={navigationTo(page.section)}
      notification={notice && <NotificationBanner type="success">{notice}</NotificationBanner>}
    >
      {body}
    </Layout>,
  )
}

const headings: Readonly<Record<number, string>> = {
  400: 'We could not read that',
  401: 'You need to sign in',
  403: 'You cannot do that',
  404: 'There is nothing here',
  409: 'Something has changed',
  413: 'That is too big',
  422: 'That could not be recorded',
  500: 'Something went wrong',
  503: 'Heartwood cannot reach its database',
}

export function drawProblem(services: Services, problem: Problem, nonce: string, signed: Signed | undefined): string {
  return renderPage(
    <Layout
      shell={services.shell}
      nonce={nonce}
      heading={headings[problem.status] ?? 'Something went wrong'}
      {...(signed && { person: signedIn(signed), navigation: navigationTo(undefined) })}
    >
      <p class="govuk-body">{problem.says}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {signed ? 'Go to my children' : 'Go to the first page'}
        </a>
      </p>
      <p class="govuk-body-s">Code: {problem.code}</p>
    </Layout>,
  )
}
