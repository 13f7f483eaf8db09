/** What is seen before signing in: the demo's people, one button to the council's sign-in, or how to begin. */
import { Button, InsetText } from '../components/index.ts'
import { Layout, renderPage } from '../layout/index.ts'
import { type Carried, packed } from '../server/carried.tsx'
import type { Services } from '../server/services.ts'

export interface Arriving {
  /** Where they were going. */
  readonly goingTo: string
  /** They have just signed out. */
  readonly hasLeft?: boolean
  /** What somebody was sending when their session had ended. */
  readonly carried?: Carried
}

export function drawSignIn(services: Services, nonce: string, arriving: Arriving): string {
  if (services.isDemo) return drawPeople(services, nonce, arriving)
  return services.signIn ? drawButton(services, nonce, arriving) : drawFirstSteps(services, nonce)
}

const said = ({ hasLeft, carried }: Arriving) => (
  <>
    {hasLeft && <InsetText>You have signed out.</InsetText>}
    {carried && (
      <InsetText>You have been signed out. What you typed is not lost: sign in again, then send it.</InsetText>
    )}
  </>
)

const carriedOn = ({ goingTo, carried }: Arriving) => (
  <>
    <input type="hidden" name="then" value={goingTo} />
    {carried && <input type="hidden" name="carried" value={packed(carried)} />}
  </>
)

function drawPeople(services: Services, nonce: string, arriving: Arriving): string {
  const people = services.directory.workers.filter((one) => one.demo)
  return renderPage(
    <Layout shell={services.shell} nonce={nonce} heading="Who would you like to be?">
      {said(arriving)}
      <p class="govuk-body">
        This is a demonstration with an invented city. Choose someone to see Heartwood as they see it. Nothing you do
        here touches a real child.
      </p>
      <ul class="govuk-list heartwood-people">
        {people.map((one) => (
          <li>
            <form method="post" action="/sign-in">
              <input type="hidden" name="worker" value={one.id} />
              {carriedOn(arriving)}
              <Button classes="govuk-!-margin-bottom-1" variant="secondary">
                {one.forename} {one.surname}, {one.role}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Layout>,
  )
}

const drawButton = (services: Services, nonce: string, arriving: Arriving): string =>
  renderPage(
    <Layout shell={services.shell} nonce={nonce} heading="Sign in">
      {said(arriving)}
      <p class="govuk-body">You sign in with the account that {services.council} gave you, on its own page.</p>
      <form method="post" action="/sign-in">
        {carriedOn(arriving)}
        <Button>Sign in</Button>
      </form>
    </Layout>,
  )

const drawFirstSteps = (services: Services, nonce: string): string =>
  renderPage(
    <Layout shell={services.shell} nonce={nonce} heading="Sign in">
      <p class="govuk-body">
        This council’s own sign-in is not set up yet. The first administrator begins with the one-time link that was
        printed when Heartwood was started on this database.
      </p>
    </Layout>,
  )
