/** What a council is given by those who run its sign-in, from the environment: its secret belongs in no table. */
import { done, type Outcome, problem } from '../core/outcomes.ts'
import type { ProviderSettings } from '../web/sign-in/provider.ts'

type Environment = Readonly<Record<string, string | undefined>>

const usage = 'OIDC_ISSUER is an address that begins with https; OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go with it.'

/** undefined where none is set. Problem: `start.option`. */
export function readSignIn(environment: Environment): Outcome<ProviderSettings | undefined> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment
  if (!issuer && !clientId && !clientSecret) return done(undefined)
  if (!issuer || !isIssuer(issuer)) return problem('start.option', { given: `OIDC_ISSUER=${issuer ?? ''}`, usage })
  if (!clientId) return problem('start.option', { given: 'OIDC_CLIENT_ID=', usage })
  if (!clientSecret) return problem('start.option', { given: 'OIDC_CLIENT_SECRET=', usage })
  const furtherOrigins = (environment.OIDC_ORIGINS ?? '').split(/\s+/).filter((origin) => origin !== '')
  const wrong = furtherOrigins.find((origin) => !/^https:\/\/[\w.-]+(:\d+)?$/.test(origin))
  if (wrong !== undefined)
    return problem('start.option', {
      given: `OIDC_ORIGINS=${wrong}`,
      usage: 'It is a list such as https://login.example.',
    })
  return done({ issuer, clientId, clientSecret, claim: environment.OIDC_CLAIM || 'email', furtherOrigins })
}

/** In the open only on this machine, for those who try it out. */
const isIssuer = (text: string): boolean =>
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/.test(text) && URL.canParse(text)
