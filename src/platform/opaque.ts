import { client, ready, server } from '@serenity-kit/opaque'
import { BadInput } from './refusal.ts'

/** The server's long-lived half of OPAQUE, as text. Whoever has it and the database can guess weak passphrases. */
export const makeOpaqueSetup = async (): Promise<string> => {
  await ready
  return server.createSetup()
}

/** Answers the first step of a registration. @throws BadInput `not-opaque`. */
export const answerRegistration = async (
  setup: string,
  name: string,
  registrationRequest: string,
): Promise<string> => {
  await ready
  try {
    return server.createRegistrationResponse({
      serverSetup: setup,
      userIdentifier: name,
      registrationRequest,
    }).registrationResponse
  } catch {
    throw new BadInput('not-opaque', 'This is not the first step of a registration.')
  }
}

/**
 * Answers the first step of a sign-in. Without a record (no such name) the answer has the same form and length.
 * @returns `state`, which the second step needs, and the response. @throws BadInput `not-opaque`.
 */
export const answerSignIn = async (
  setup: string,
  name: string,
  registrationRecord: string | null,
  startLoginRequest: string,
): Promise<{ state: string; loginResponse: string }> => {
  await ready
  try {
    const { serverLoginState, loginResponse } = server.startLogin({
      serverSetup: setup,
      userIdentifier: name,
      registrationRecord,
      startLoginRequest,
    })
    return { state: serverLoginState, loginResponse }
  } catch {
    throw new BadInput('not-opaque', 'This is not the first step of a sign-in.')
  }
}

/** Whether the second step proves the passphrase. */
export const provesPassphrase = async (state: string, finishLoginRequest: string): Promise<boolean> => {
  await ready
  try {
    server.finishLogin({ serverLoginState: state, finishLoginRequest })
    return true
  } catch {
    return false
  }
}

/** Whether a text can serve as a registration record: a damaged one would lock its owner out for good. */
export const isRegistrationRecord = async (setup: string, record: string): Promise<boolean> => {
  await ready
  const { startLoginRequest } = client.startLogin({ password: 'any' })
  try {
    server.startLogin({
      serverSetup: setup,
      userIdentifier: 'any',
      registrationRecord: record,
      startLoginRequest,
    })
    return true
  } catch {
    return false
  }
}
