// Everything works without this file. It starts GOV.UK's and MoJ's own scripts, which make some of it quicker.
import './drafts.js'
import { initAll as startGovuk } from './govuk-frontend.js'
import { initAll as startMoj } from './moj-frontend.js'

startGovuk()
startMoj()

// A radio button may not say that it is expanded (ARIA 1.2), but GOV.UK's script lets it. After that script, each time.
function dropExpanded() {
  for (const one of document.querySelectorAll('input[type="radio"][aria-expanded]'))
    one.removeAttribute('aria-expanded')
}
dropExpanded()
document.addEventListener('click', dropExpanded)
addEventListener('pageshow', dropExpanded)
