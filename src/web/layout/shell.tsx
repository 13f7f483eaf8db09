/** The parts of every page that do not change while the server runs, rendered once. */
import { SkipLink } from '../components/govuk/SkipLink.tsx'
import { drawHtml } from '../components/html.ts'
import type { Props } from '../components/props.ts'
import type { Colour } from './colour.ts'

/** How the council looks: settings that a manager edits. */
export type CouncilLook = Props<{
  name: string
  /** From `checkColour`, so white text is readable on it. */
  colour: Colour
  /** The council's mark: the address of an image, drawn 40 pixels high. It stands beside the name, so it has no text. */
  mark?: string
}>

export type ShellSettings = Props<{
  council: CouncilLook
  version: string
  /** Says on every page that nobody in it is real. */
  isDemo: boolean
  /** Addresses of the style sheet and of the script, from `assets.ts`. */
  styles: string
  script: string
  accessibilityStatement: string
}>

/** HTML, in the order in which it stands in the page. */
export interface Shell {
  readonly titleEnd: string
  readonly head: string
  readonly style: string
  readonly skipLink: string
  readonly brand: string
  readonly demo: string
  readonly footer: string
  readonly script: string
}

/** Adds the classes that GOV.UK Frontend waits for, before anything is drawn. */
export const supportsScripts =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'')"

export const makeShell = (settings: ShellSettings): Shell => {
  const { council, version, isDemo, accessibilityStatement } = settings
  return {
    titleEnd: ` - Heartwood - ${council.name}`,
    head: drawHtml(
      <>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={council.colour} />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={settings.styles} />
      </>,
    ),
    style: `:root{--heartwood-council-colour:${council.colour}}`,
    skipLink: drawHtml(<SkipLink href="#main-content">Skip to main content</SkipLink>),
    brand: drawHtml(
      <div class="heartwood-header__brand">
        {council.mark && <img class="heartwood-header__mark" src={council.mark} alt="" height="40" />}
        <span class="heartwood-header__council">{council.name}</span>
        <a class="heartwood-header__service" href="/">
          Heartwood
        </a>
      </div>,
    ),
    demo: isDemo
      ? drawHtml(
          <p class="heartwood-demo">
            <span class="govuk-width-container heartwood-demo__text">Demo: every person is invented</span>
          </p>,
        )
      : '',
    footer: drawHtml(
      <footer class="heartwood-footer">
        <div class="govuk-width-container heartwood-footer__content">
          <a class="govuk-link" href={accessibilityStatement}>
            Accessibility statement
          </a>
          <span>{council.name}</span>
          <span>Heartwood {version}</span>
        </div>
      </footer>,
    ),
    script: settings.script,
  }
}
