// Everything works without this file. It starts GOV.UK's and MoJ's own scripts, which make some of it quicker.
import { initAll as startGovuk } from './govuk-frontend.js'
import { initAll as startMoj } from './moj-frontend.js'

startGovuk()
startMoj()
