/**
 * The council's sign-in, asked by OpenID Connect: authorisation code with proof of key, state and nonce. Whom it names
 * is all that is taken from it; what they may do is Heartwood's own affair.
 */
import * as oidc from 'openid-client'
import { done, type Outcome, problem } from '../../core/outcomes.ts'

/** What a council is given by those who run its sign-in. The secret is never shown and never logged. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Which claim names a person: `email`, `sub`, `preferred_username`, `oid`. */
  readonly claim: string
  /** Where the sign-in sends people on to, besides where it begins: browsers follow a form only to what is named. */
  readonly furtherOrigins: readonly string[]
}

/** Kept here while somebody is away at the council's sign-in. */
export interface Leaving {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Provider {
  /** Where the browser goes. `hint` says who is expected, where that is known. */
  leave(redirectUri: string, hint: string | undefined): Promise<Outcome<{ leaving: Leaving; to: URL }>>
  /**
   * What the sign-in calls the person who came back to `address`, in small letters.
   * Problems: `sign-in.refused`, `sign-in.away`.
   */
  arrive(address: URL, leaving: Leaving): Promise<Outcome<string>>
}

export type Fetch = oidc.CustomFetch

/** Learns of the provider when it is first needed, and again where it could not be reached then. */
export function openProvider(settings: ProviderSettings, fetch?: Fetch): Provider {
  let known: Promise<oidc.Configuration> | undefined
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= discover(settings, fetch).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
  return {
    async leave(redirectUri, hint) {
      try {
        const config = await configuration()
        const verifier = oidc.randomPKCECodeVerifier()
        const leaving = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
        const to = oidc.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid email profile',
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state: leaving.state,
          nonce: leaving.nonce,
          // On a machine that several share, whoever sits at it now says who they are.
          ...(hint === undefined ? {} : { login_hint: hint, prompt: 'login' }),
        })
        return done({ leaving, to })
      } catch (error) {
        return whyNot(error)
      }
    },
    async arrive(address, { state, nonce, verifier }) {
      try {
        const config = await configuration()
        const tokens = await oidc.authorizationCodeGrant(config, address, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) return problem('sign-in.refused', { reason: 'it did not say who you are' })
        // A provider may keep all but the subject for those who ask.
        const said =
          claims[settings.claim] === undefined
            ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
            : claims
        return nameIn(said, settings.claim)
      } catch (error) {
        return whyNot(error)
      }
    },
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings, fetch?: Fetch): Promise<oidc.Configuration> {
  const at = new URL(issuer)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(at.hostname)
  return oidc.discovery(at, clientId, clientSecret, undefined, {
    ...(fetch && { [oidc.customFetch]: fetch }),
    // In the open only to this machine itself.
    ...(isHere && at.protocol === 'http:' && { execute: [oidc.allowInsecureRequests] }),
  })
}

function nameIn(claims: Readonly<Record<string, unknown>>, claim: string): Outcome<string> {
  const name = claims[claim]
  if (typeof name !== 'string' || name.trim() === '')
    return problem('sign-in.refused', { reason: `it did not say your “${claim}”` })
  // Anybody may write an address in a profile that nobody has checked.
  if (claim === 'email' && claims.email_verified === false)
    return problem('sign-in.refused', { reason: 'your e-mail address has not been confirmed there' })
  return done(name.trim().toLowerCase())
}

/** What the library throws: a refusal of the provider, an answer that is not to be believed, or no answer. */
function whyNot(error: unknown): Outcome<never> {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError)
    return problem('sign-in.refused', { reason: `it said “${inPrint(error.error_description ?? error.error)}”` })
  if (error instanceof oidc.ClientError && untrusted.has(error.code ?? ''))
    return problem('sign-in.refused', { reason: 'its answer could not be trusted' })
  return problem('sign-in.away')
}

/** Codes of openid-client for an answer that came, and is not what was asked for. */
const untrusted = new Set([
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_INVALID_SIGNATURE',
  'OAUTH_KEY_SELECTION_FAILED',
])

/** A provider's words come through the browser: short, and letters alone. */
const inPrint = (words: string): string => words.replace(/[^\p{L}\p{N} .,'_-]/gu, '').slice(0, 120)
