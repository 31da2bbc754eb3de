import type {
  Account,
  Recover,
  RegisterFinish,
  RegisterStart,
  ReplaceRecovery,
  SignInFinish,
  SignInStart,
  SignInStartReply,
} from '../core/protocol/account-protocol.ts'
import type { Caller } from '../platform/caller.ts'
import {
  answerRegistration,
  answerSignIn,
  isRegistrationRecord,
  provesPassphrase,
} from '../platform/opaque.ts'
import { BadInput, Conflict, Refusal, SignedOut, TooMany } from '../platform/refusal.ts'
import type { CookieChange } from '../platform/route.ts'
import { checkCode, spendCode } from './invitations.ts'
import type { Records } from './records.ts'
import { hashToken, makeId, makeToken } from './secret-token.ts'
import { signInAccount } from './sign-ins.ts'

/** A sign-in name as it is compared: however it was typed. */
const fold = (name: string): string => name.trim().normalize('NFKC').toLowerCase()

const columns = [
  'account_id',
  'sign_in_name',
  'recipient',
  'master_key',
  'lockbox',
  'recovery_lockbox',
] as const

const refuseSignIn = () =>
  new Refusal(403, 'sign-in-refused', 'This name and passphrase do not open an account together.')

/** Whether no account exists yet. */
export const isFresh = async (records: Pick<Records, 'database'>): Promise<boolean> =>
  !(await records.database.selectFrom('accounts').select('account_id').limit(1).executeTakeFirst())

/** The caller's account: public keys, and secrets sealed in the browser. @throws SignedOut */
export const readAccount = async (records: Records, caller: Caller): Promise<Account> => {
  if (caller.kind !== 'account') throw new SignedOut()
  const row = await records.database
    .selectFrom('accounts')
    .select(columns)
    .where('account_id', '=', caller.account)
    .executeTakeFirst()
  if (!row) throw new SignedOut()
  return {
    account: row.account_id,
    signInName: row.sign_in_name,
    recipient: row.recipient,
    masterKey: row.master_key,
    lockbox: row.lockbox,
    recoveryLockbox: row.recovery_lockbox,
  }
}

/** First step of a registration. @throws Refusal `set-up-code-wrong`, `name-taken`, `not-opaque` */
export const startRegistration = async (records: Records, request: RegisterStart): Promise<string> => {
  await checkCode(records, request.setUpCode)
  const name = fold(request.signInName)
  await refuseTaken(records, name)
  return answerRegistration(records.secrets.opaqueSetup, name, request.registrationRequest)
}

const refuseTaken = async (records: Pick<Records, 'database'>, name: string): Promise<void> => {
  const taken = await records.database
    .selectFrom('accounts')
    .select('account_id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (taken) throw new Conflict('name-taken', 'This sign-in name is taken. Please choose another.')
}

const checkRecord = async (records: Records, record: string): Promise<void> => {
  if (!(await isRegistrationRecord(records.secrets.opaqueSetup, record)))
    throw new BadInput('not-opaque', 'This is not the last step of a registration.')
}

/** Makes the account, uses the code up and signs in. @throws Refusal as `startRegistration` */
export const finishRegistration = async (
  records: Records,
  request: RegisterFinish,
): Promise<{ account: Account; cookie: CookieChange }> => {
  await checkRecord(records, request.registrationRecord)
  const account = makeId()
  const cookie = await records.database.transaction().execute(async transaction => {
    await spendCode(records, transaction, request.setUpCode)
    await refuseTaken({ database: transaction }, fold(request.signInName))
    await transaction
      .insertInto('accounts')
      .values({
        account_id: account,
        name: fold(request.signInName),
        sign_in_name: request.signInName,
        opaque_record: request.registrationRecord,
        recipient: request.recipient,
        master_key: request.masterKey,
        lockbox: request.lockbox,
        recovery_lockbox: request.recoveryLockbox,
        recovery_hash: request.recoveryHash,
        keyring_version: 1,
        keyring: request.keyring,
      })
      .execute()
    return signInAccount(records, transaction, account)
  })
  return { account: await readAccount(records, { kind: 'account', account }), cookie }
}

/** First step of a sign-in; an unknown name gets an answer of the same form. @throws TooMany, BadInput `not-opaque` */
export const startSignIn = async (records: Records, request: SignInStart): Promise<SignInStartReply> => {
  const name = fold(request.signInName)
  const waitS = records.signInTries.take(name)
  if (waitS > 0)
    throw new TooMany('too-many', 'There were many sign-ins under this name. Please wait.', waitS)
  const row = await records.database
    .selectFrom('accounts')
    .select(['account_id', 'opaque_record'])
    .where('name', '=', name)
    .executeTakeFirst()
  const { state, loginResponse } = await answerSignIn(
    records.secrets.opaqueSetup,
    name,
    row?.opaque_record ?? null,
    request.startLoginRequest,
  )
  const attempt = makeToken()
  records.attempts.put(attempt, { account: row?.account_id ?? null, state })
  return { attempt, loginResponse }
}

/** Second step. @throws Refusal `sign-in-refused`, the same for a wrong passphrase, an unknown name and an old attempt. */
export const finishSignIn = async (
  records: Records,
  request: SignInFinish,
): Promise<{ account: Account; cookie: CookieChange }> => {
  const attempt = records.attempts.take(request.attempt)
  if (!attempt || !(await provesPassphrase(attempt.state, request.finishLoginRequest)) || !attempt.account)
    throw refuseSignIn()
  const cookie = await signInAccount(records, records.database, attempt.account)
  return { account: await readAccount(records, { kind: 'account', account: attempt.account }), cookie }
}

/** Signs in with the recovery kit's token. @throws Refusal `sign-in-refused`, TooMany */
export const recover = async (
  records: Records,
  request: Recover,
): Promise<{ account: Account; cookie: CookieChange }> => {
  const name = fold(request.signInName)
  const waitS = records.signInTries.take(name)
  if (waitS > 0)
    throw new TooMany('too-many', 'There were many sign-ins under this name. Please wait.', waitS)
  const row = await records.database
    .selectFrom('accounts')
    .select('account_id')
    .where('name', '=', name)
    .where('recovery_hash', '=', hashToken(request.token))
    .executeTakeFirst()
  if (!row) throw refuseSignIn()
  const cookie = await signInAccount(records, records.database, row.account_id)
  return { account: await readAccount(records, { kind: 'account', account: row.account_id }), cookie }
}

/** Puts another recovery kit in the old one's place. @throws SignedOut */
export const replaceRecovery = async (
  records: Records,
  caller: Caller,
  request: ReplaceRecovery,
): Promise<Account> => {
  if (caller.kind !== 'account') throw new SignedOut()
  await records.database
    .updateTable('accounts')
    .set({ recovery_lockbox: request.recoveryLockbox, recovery_hash: request.recoveryHash })
    .where('account_id', '=', caller.account)
    .execute()
  return readAccount(records, caller)
}

/** First step of a new passphrase. @throws SignedOut, BadInput `not-opaque` */
export const startPassphrase = async (
  records: Records,
  caller: Caller,
  registrationRequest: string,
): Promise<string> => {
  const { signInName } = await readAccount(records, caller)
  return answerRegistration(records.secrets.opaqueSetup, fold(signInName), registrationRequest)
}

/** Puts the new passphrase in the old one's place; every other sign-in of the account ends. @throws as above */
export const finishPassphrase = async (
  records: Records,
  caller: Caller,
  signIn: string,
  request: { registrationRecord: string; lockbox: string },
): Promise<Account> => {
  if (caller.kind !== 'account') throw new SignedOut()
  await checkRecord(records, request.registrationRecord)
  await records.database.transaction().execute(async transaction => {
    await transaction
      .updateTable('accounts')
      .set({ opaque_record: request.registrationRecord, lockbox: request.lockbox })
      .where('account_id', '=', caller.account)
      .execute()
    await transaction
      .deleteFrom('account_sign_ins')
      .where('account_id', '=', caller.account)
      .where('token_hash', '!=', hashToken(signIn))
      .execute()
  })
  return readAccount(records, caller)
}
