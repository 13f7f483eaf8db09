/** The pack as one HTML file: styles inside, no script, nothing fetched; it opens anywhere and prints on A4. */
import { inFull } from '../../../core/calendar/index.ts'
import type { PackContent } from '../../../insight/pack/index.ts'
import { drawHtml, trustedHtml } from '../../components/html.ts'
import { packBody } from './content.tsx'

const styles = `
:root { --heartwood-council-colour: #1f4e5f; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.4 arial, sans-serif; color: #0b0c0c; background: #ffffff; }
header { border-bottom: 6px solid var(--heartwood-council-colour); margin-bottom: 1.5rem; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.5rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1.15rem; margin: 1.5rem 0 .25rem; }
p { margin: 0 0 .75rem; }
.govuk-body-s { font-size: .875rem; }
.govuk-inset-text { border-left: 8px solid #b1b4b6; padding: .5rem 1rem; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #b1b4b6; }
.govuk-table__header--numeric, .govuk-table__cell--numeric { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 0 0 1rem; }
svg { width: 100%; max-width: 45rem; height: auto; font-family: arial, sans-serif; }
code { font-family: monospace; overflow-wrap: anywhere; }
@page { size: a4; margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  .heartwood-pack__measure, figure, table { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`

export const packHtml = (content: PackContent): string =>
  `<!DOCTYPE html>${drawHtml(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {content.title}, {inFull(content.date)}, {content.council}
        </title>
        <style>{trustedHtml(styles)}</style>
      </head>
      <body>
        <header>
          <p>
            {content.council}, {content.board}
          </p>
          <h1>{content.title}</h1>
          <p>{inFull(content.date)}</p>
        </header>
        <main>{packBody(content)}</main>
      </body>
    </html>,
  )}`
