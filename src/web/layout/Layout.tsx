/** The page of a council's service: its name, mark and colour, and nothing that belongs to GOV.UK. */
import type { ComponentChildren, VNode } from 'preact'
import { type ErrorItem, ErrorSummary } from '../components/govuk/ErrorSummary.tsx'
import { type NavigationItem, ServiceNavigation } from '../components/govuk/ServiceNavigation.tsx'
import { drawHtml, trustedHtml } from '../components/html.ts'
import type { Props } from '../components/props.ts'
import { type Shell, supportsScripts } from './shell.tsx'

/** Who is signed in. `fields` are hidden fields of the sign-out form, such as the token against forgery. */
export type SignedIn = Props<{
  name: string
  role: string
  signOut: { readonly action: string; readonly fields: Readonly<Record<string, string>> }
}>

/** The page's one h1, which is also the title of the window unless that is said. */
type Headed = Props<{ heading: string; title?: string }>

/** A page whose legend or label is its heading still has a title. */
type Titled = Props<{ heading?: undefined; title: string }>

export type LayoutProps = (Headed | Titled) & CommonProps

type CommonProps = Props<{
  shell: Shell
  /** What the heading is about, in smaller type above it. */
  caption?: string
  /** Of the content security policy of this response: lets the tiny script and style run. */
  nonce: string
  person?: SignedIn
  navigation?: readonly NavigationItem[]
  /** Puts the error summary on top, and 'Error: ' before the title. */
  errors?: readonly ErrorItem[]
  notification?: ComponentChildren
  /** A back link, breadcrumbs or an identity bar: before the main part. */
  before?: ComponentChildren
  /** A wider page and smaller table text, for dense work screens. */
  isWide?: boolean
  children?: ComponentChildren
}>

export const Layout = (props: LayoutProps) => {
  const { shell, heading, errors, nonce } = props
  const hasErrors = errors !== undefined && errors.length > 0
  return (
    <html lang="en" class="govuk-template heartwood-template">
      <head>
        {trustedHtml(shell.head)}
        <title>
          {hasErrors ? 'Error: ' : ''}
          {props.title ?? heading}
          {shell.titleEnd}
        </title>
        <style nonce={nonce}>{trustedHtml(shell.style)}</style>
      </head>
      <body class={props.isWide ? 'govuk-template__body heartwood-wide' : 'govuk-template__body'}>
        <script nonce={nonce}>{trustedHtml(supportsScripts)}</script>
        {trustedHtml(shell.skipLink)}
        <header>
          <div class="heartwood-header">
            <div class="govuk-width-container heartwood-header__content">
              {trustedHtml(shell.brand)}
              {props.person && personOf(props.person)}
            </div>
          </div>
          {trustedHtml(shell.demo)}
          {props.navigation && navigationOf(props.navigation)}
        </header>
        <div class="govuk-width-container">
          {props.before}
          <main class="govuk-main-wrapper" id="main-content">
            {hasErrors && <ErrorSummary errorList={errors} />}
            {props.notification}
            {heading && headingOf(heading, props.caption)}
            {props.children}
          </main>
        </div>
        {trustedHtml(shell.footer)}
        <script type="module" src={shell.script} nonce={nonce} />
      </body>
    </html>
  )
}

const headingOf = (heading: string, caption: string | undefined) => (
  <>
    {caption && <span class="govuk-caption-l">{caption}</span>}
    <h1 class="govuk-heading-l">{heading}</h1>
  </>
)

const drawn = new WeakMap<readonly NavigationItem[], string>()

/** Hundreds of pages share a few lists of rooms, so each list is drawn once and kept for as long as it is. */
function navigationOf(items: readonly NavigationItem[]): VNode {
  const html = drawn.get(items) ?? drawHtml(<ServiceNavigation navigation={items} />)
  drawn.set(items, html)
  return trustedHtml(html)
}

const personOf = ({ name, role, signOut }: SignedIn) => (
  <div class="heartwood-header__person">
    <span>
      {name}, {role}
    </span>
    <form method="post" action={signOut.action}>
      {Object.entries(signOut.fields).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      <button type="submit" class="heartwood-header__sign-out">
        Sign out
      </button>
    </form>
  </div>
)

/** The page as it is sent. */
export const renderPage = (page: VNode): string => `<!DOCTYPE html>${drawHtml(page)}`
