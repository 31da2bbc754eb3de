import type { Transaction } from 'kysely'
import { cryptography } from '../platform/cryptography.ts'
import { type Caller } from '../platform/caller.ts'
import { toIso } from '../platform/clock.ts'
import { Refusal, SignedOut } from '../platform/refusal.ts'
import type { Records } from './records.ts'
import { hashText } from './secret-token.ts'
import type { Tables } from './tables.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dayMs = 86_400_000

/** A code of 80 random bits to be typed: four groups of four, without letters that look like digits. */
const makeCode = (): string =>
  [...cryptography.random(16)]
    .map((byte, i) => (i > 0 && i % 4 === 0 ? '-' : '') + (alphabet[byte % 32] as string))
    .join('')

/** A code as it was meant, however it was typed. */
const codeHash = (typed: string): string =>
  hashText(
    typed
      .toUpperCase()
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
      .replaceAll(/[^0-9A-Z]/g, ''),
  )

/**
 * The one-time code for the first account: the first visitor does not own the server. Each call makes a new one and
 * ends the one before. null once an account exists.
 */
export const makeSetUpCode = async (records: Records): Promise<string | null> =>
  records.database.transaction().execute(async transaction => {
    if (await transaction.selectFrom('accounts').select('account_id').limit(1).executeTakeFirst()) return null
    await transaction.deleteFrom('invitations').where('account_id', 'is', null).execute()
    const code = makeCode()
    await transaction
      .insertInto('invitations')
      .values({ code_hash: codeHash(code), account_id: null, expires_at: '9999-12-31T00:00:00.000Z' })
      .execute()
    return code
  })

/** A code with which one colleague can make an account within seven days. @throws SignedOut */
export const invite = async (records: Records, caller: Caller): Promise<string> => {
  if (caller.kind !== 'account') throw new SignedOut()
  return makeInvitation(records, caller.account)
}

/** The same for whoever keeps the server's computer: `by` is then their word for it. */
export const makeInvitation = async (
  records: Pick<Records, 'database' | 'now'>,
  by: string,
): Promise<string> => {
  const code = makeCode()
  await records.database.transaction().execute(async transaction => {
    await transaction.deleteFrom('invitations').where('expires_at', '<', toIso(records.now())).execute()
    await transaction
      .insertInto('invitations')
      .values({ code_hash: codeHash(code), account_id: by, expires_at: toIso(records.now() + 7 * dayMs) })
      .execute()
  })
  return code
}

/** Sees that a code can make an account. @throws Refusal `set-up-code-wrong`, for a spent one as for a wrong one. */
export const checkCode = async (records: Pick<Records, 'database' | 'now'>, code: string): Promise<void> => {
  const found = await records.database
    .selectFrom('invitations')
    .select('code_hash')
    .where('code_hash', '=', codeHash(code))
    .where('expires_at', '>', toIso(records.now()))
    .executeTakeFirst()
  if (!found)
    throw new Refusal(403, 'set-up-code-wrong', 'This code does not make an account, or not any more.')
}

/** Uses a code up, inside the transaction that makes the account. @throws Refusal as `checkCode`. */
export const spendCode = async (
  records: Pick<Records, 'now'>,
  transaction: Transaction<Tables>,
  code: string,
): Promise<void> => {
  await checkCode({ database: transaction, now: records.now }, code)
  await transaction.deleteFrom('invitations').where('code_hash', '=', codeHash(code)).execute()
}
