import {
  KeyringSchema,
  RecoverSchema,
  RegisterFinishSchema,
  RegisterStartSchema,
  ReplacePassphraseSchema,
  ReplaceRecoverySchema,
  SignInFinishSchema,
  SignInStartSchema,
} from '../../core/protocol/account-protocol.ts'
import { type Route, json, noBody, route } from '../../platform/route.ts'
import {
  finishPassphrase,
  finishRegistration,
  finishSignIn,
  readAccount,
  replaceRecovery,
  recover,
  startPassphrase,
  startRegistration,
  startSignIn,
} from '../../records/accounts.ts'
import { invite } from '../../records/invitations.ts'
import { readKeyring, replaceKeyring } from '../../records/keyrings.ts'
import type { Records } from '../../records/records.ts'
import { accountCookie, signOutAccount } from '../../records/sign-ins.ts'

/** A keyring of 1 MiB as base64url in JSON, and what stands around it. */
const keyringLimit = 1_500_000

/** Accounts, signing in and out, and the account's keyring: the table in `core/protocol/account-protocol.ts`. */
export const accountRoutes: Route<Records>[] = [
  route({
    method: 'POST',
    path: '/api/accounts/start',
    caller: 'nobody',
    body: json(RegisterStartSchema),
    door: 'sign-in',
    answer: async (records, { body }) => ({
      status: 200,
      json: { registrationResponse: await startRegistration(records, body) },
    }),
  }),
  route({
    method: 'POST',
    path: '/api/accounts/finish',
    caller: 'nobody',
    body: json(RegisterFinishSchema, keyringLimit),
    door: 'sign-in',
    answer: async (records, { body }) => {
      const { account, cookie } = await finishRegistration(records, body)
      return { status: 201, json: account, cookie }
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/start',
    caller: 'nobody',
    body: json(SignInStartSchema),
    door: 'sign-in',
    answer: async (records, { body }) => ({ status: 200, json: await startSignIn(records, body) }),
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/finish',
    caller: 'nobody',
    body: json(SignInFinishSchema),
    door: 'sign-in',
    answer: async (records, { body }) => {
      const { account, cookie } = await finishSignIn(records, body)
      return { status: 200, json: account, cookie }
    },
  }),
  route({
    method: 'POST',
    path: '/api/recover',
    caller: 'nobody',
    body: json(RecoverSchema),
    door: 'sign-in',
    answer: async (records, { body }) => {
      const { account, cookie } = await recover(records, body)
      return { status: 200, json: account, cookie }
    },
  }),
  route({
    method: 'PUT',
    path: '/api/account/passphrase',
    caller: 'account',
    body: json(ReplacePassphraseSchema, 32_768),
    answer: async (records, { caller, body, signIn }) => {
      if ('registrationRequest' in body) {
        const registrationResponse = await startPassphrase(records, caller, body.registrationRequest)
        return { status: 200, json: { registrationResponse } }
      }
      return { status: 200, json: await finishPassphrase(records, caller, signIn ?? '', body) }
    },
  }),
  route({
    method: 'PUT',
    path: '/api/account/recovery',
    caller: 'account',
    body: json(ReplaceRecoverySchema, 32_768),
    answer: async (records, { caller, body }) => ({
      status: 200,
      json: await replaceRecovery(records, caller, body),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/account',
    caller: 'account',
    body: noBody,
    answer: async (records, { caller }) => ({ status: 200, json: await readAccount(records, caller) }),
  }),
  route({
    method: 'POST',
    path: '/api/sign-out',
    caller: 'account',
    body: noBody,
    answer: async (records, { signIn }) => {
      await signOutAccount(records, signIn ?? '')
      return { status: 204, cookie: { name: accountCookie, token: null, maxAgeS: 0 } }
    },
  }),
  route({
    method: 'GET',
    path: '/api/keyring',
    caller: 'account',
    body: noBody,
    answer: async (records, { caller }) => ({ status: 200, json: await readKeyring(records, caller) }),
  }),
  route({
    method: 'PUT',
    path: '/api/keyring',
    caller: 'account',
    body: json(KeyringSchema, keyringLimit),
    answer: async (records, { caller, body }) => {
      await replaceKeyring(records, caller, body)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/api/invitations',
    caller: 'account',
    body: noBody,
    answer: async (records, { caller }) => ({ status: 201, json: { code: await invite(records, caller) } }),
  }),
]
