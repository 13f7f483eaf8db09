import { expect, test } from 'vitest'
import { readSignIn } from './sign-in-settings.ts'

const given = { OIDC_ISSUER: 'https://login.example/tenant', OIDC_CLIENT_ID: 'heartwood', OIDC_CLIENT_SECRET: 's' }

test('all that a council was given, and the e-mail address where no claim is named', () => {
  expect(readSignIn(given)).toEqual({
    ok: true,
    value: {
      issuer: 'https://login.example/tenant',
      clientId: 'heartwood',
      clientSecret: 's',
      claim: 'email',
      furtherOrigins: [],
    },
  })
  expect(
    readSignIn({ ...given, OIDC_CLAIM: 'oid', OIDC_ORIGINS: 'https://a.example https://b.example:8443' }),
  ).toMatchObject({
    value: { claim: 'oid', furtherOrigins: ['https://a.example', 'https://b.example:8443'] },
  })
  expect(readSignIn({})).toEqual({ ok: true, value: undefined })
})

test.each([
  ['half of it', { OIDC_ISSUER: given.OIDC_ISSUER }, 'OIDC_CLIENT_ID='],
  ['no secret', { ...given, OIDC_CLIENT_SECRET: '' }, 'OIDC_CLIENT_SECRET='],
  ['in the open', { ...given, OIDC_ISSUER: 'http://login.example' }, 'OIDC_ISSUER=http://login.example'],
  ['no address', { ...given, OIDC_ISSUER: 'https://' }, 'OIDC_ISSUER=https://'],
  ['more than an origin', { ...given, OIDC_ORIGINS: "https://a.example;script-src'*'" }, 'OIDC_ORIGINS='],
])('%s is said at the start', (_what, environment, says) => {
  expect(readSignIn(environment)).toMatchObject({
    ok: false,
    code: 'start.option',
    says: expect.stringContaining(says),
  })
})
