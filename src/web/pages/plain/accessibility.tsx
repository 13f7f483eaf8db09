/** The accessibility statement: what is true of this product; the council adds whom to write to. */
import { type Page, view } from '../../server/page.ts'

export const accessibilityPage: Page = {
  name: 'accessibility',
  path: '/accessibility',
  async GET() {
    return view({
      heading: 'Accessibility statement',
      body: (
        <>
          <p class="govuk-body">
            Heartwood is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page works with a
            keyboard alone, with JavaScript turned off, at 320 pixels wide and at 400% zoom, and prints.
          </p>
          <h2 class="govuk-heading-m">How we know</h2>
          <p class="govuk-body">
            Each change is checked by automated tests of the pages, with and without JavaScript, and the components are
            compared with the published examples of the GOV.UK Design System. No one has yet audited it by hand with
            assistive technology.
          </p>
          <h2 class="govuk-heading-m">If something is hard to use</h2>
          <p class="govuk-body">Tell your council’s support desk what you were doing, and what got in the way.</p>
        </>
      ),
    })
  },
}
