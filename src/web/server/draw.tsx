/** Drawing an answer in the layout: the one place where a page meets navigation, person and notice. */
import type { Problem } from '../../core/outcomes.ts'
import { NotificationBanner } from '../components/index.ts'
import { Layout, renderPage } from '../layout/index.ts'
import type { Page, Person, View } from './page.ts'
import type { Services } from './services.ts'

export interface Signed {
  readonly person: Person
  readonly token: string
}

/** The rooms of the navigation, in its order. */
export const sections = [
  { section: 'home', text: 'My children', href: '/' },
  { section: 'front-door', text: 'Front door', href: '/front-door' },
  { section: 'team', text: 'Team', href: '/team' },
  { section: 'children', text: 'Find a child', href: '/children' },
  { section: 'services', text: 'Services', href: '/services' },
  { section: 'measures', text: 'Measures', href: '/measures' },
  { section: 'packs', text: 'Scrutiny', href: '/packs' },
  { section: 'returns', text: 'Returns', href: '/returns/' },
  { section: 'settings', text: 'Local policy', href: '/settings' },
] as const

/** One list for each room, because the layout draws a list once. */
const navigations = new Map(
  [undefined, ...sections.map(({ section }) => section)].map((here) => [
    here,
    sections.map(({ section, text, href }) => ({ text, href, ...(section === here && { active: true }) })),
  ]),
)
const navigationTo = (section: Page['section']) => navigations.get(section) ?? []

const signedIn = ({ person, token }: Signed) => ({
  name: person.name,
  role: person.role,
  signOut: { action: '/sign-out', fields: { token } },
})

/** What the layout of a page for somebody has, where the page stands in no room of the navigation. */
export const drawnFor = (signed: Signed) => ({ person: signedIn(signed), navigation: navigationTo(undefined) })

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
  429: 'That was asked for too often',
  500: 'Something went wrong',
  503: 'Heartwood cannot reach its database',
}

export function drawProblem(services: Services, problem: Problem, nonce: string, signed: Signed | undefined): string {
  return renderPage(
    <Layout
      shell={services.shell}
      nonce={nonce}
      heading={headings[problem.status] ?? 'Something went wrong'}
      {...(signed && drawnFor(signed))}
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
