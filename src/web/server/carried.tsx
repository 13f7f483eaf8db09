/**
 * What somebody was sending when they had been signed out, or when the server had been started anew meanwhile: carried
 * through signing in, and sent when they say so. Nothing typed is lost, and nothing is recorded unasked.
 */
import { z } from 'zod'
import type { Posted } from '../../core/pathway/posted.ts'
import { Button } from '../components/index.ts'
import { Layout, renderPage } from '../layout/index.ts'
import { drawnFor, type Signed } from './draw.tsx'
import type { Services } from './services.ts'

export interface Carried {
  /** The address on this site to which it was being sent. */
  readonly to: string
  readonly fields: Posted
}

const shape = z.object({
  to: z.string().regex(/^\/(?![/\\])/),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

/** As the text of a hidden field. The token belongs to the session that has ended, so it is left behind. */
export function packed({ to, fields: { token: _, ...fields } }: Carried): string {
  return JSON.stringify({ to, fields })
}

/** undefined for what is not a packed form; it comes from a browser. */
export function unpacked(text: string | undefined): Carried | undefined {
  if (text === undefined) return undefined
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** A page that sends it, at a press of its button. `token` is that of the session of now. */
export function drawSendAgain(services: Services, nonce: string, signed: Signed, { to, fields }: Carried): string {
  const values = Object.entries(fields).filter(([name]) => name !== 'token')
  return renderPage(
    <Layout shell={services.shell} nonce={nonce} heading="What you typed is still here" {...drawnFor(signed)}>
      <p class="govuk-body">
        You had been signed out, or Heartwood was started again, so it has not been recorded yet. Send it now as{' '}
        {signed.person.name}. A file has to be chosen again.
      </p>
      <form method="post" action={to}>
        <input type="hidden" name="token" value={signed.token} />
        {values.map(([name, value]) =>
          [value ?? []].flat().map((one) => <input type="hidden" name={name} value={one} />),
        )}
        <Button preventDoubleClick>Send what I typed</Button>
      </form>
    </Layout>,
  )
}
