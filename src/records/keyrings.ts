import type { Keyring } from '../core/protocol/account-protocol.ts'
import type { SeatKeyring } from '../core/protocol/seat-protocol.ts'
import type { Caller } from '../platform/caller.ts'
import { Conflict, SignedOut } from '../platform/refusal.ts'
import type { Records } from './records.ts'

const moved = () =>
  new Conflict(
    'keyring-moved',
    'The keyring was changed from another device. Fetch it, merge, and try again.',
  )

/** The account's keyring, sealed in the browser. @throws SignedOut */
export const readKeyring = async (records: Records, caller: Caller): Promise<Keyring> => {
  if (caller.kind !== 'account') throw new SignedOut()
  const row = await records.database
    .selectFrom('accounts')
    .select(['keyring_version', 'keyring'])
    .where('account_id', '=', caller.account)
    .executeTakeFirst()
  if (!row) throw new SignedOut()
  return { version: row.keyring_version, sealed: row.keyring }
}

/**
 * Puts a keyring in the place of the version before it. The same keyring sent twice is taken once.
 * @throws Conflict `keyring-moved` where the held version is another one.
 */
export const replaceKeyring = async (records: Records, caller: Caller, keyring: Keyring): Promise<void> => {
  if (caller.kind !== 'account') throw new SignedOut()
  const { numUpdatedRows } = await records.database
    .updateTable('accounts')
    .set({ keyring_version: keyring.version, keyring: keyring.sealed })
    .where('account_id', '=', caller.account)
    .where('keyring_version', '=', keyring.version - 1)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 1) return
  const held = await readKeyring(records, caller)
  if (held.version !== keyring.version || held.sealed !== keyring.sealed) throw moved()
}

/** The same for a seat's keyring, with the hash that proves its PIN; the first version is 1. @throws as above */
export const replaceSeatKeyring = async (
  records: Records,
  caller: Caller,
  keyring: SeatKeyring,
): Promise<void> => {
  if (caller.kind !== 'seat') throw new SignedOut()
  const { numUpdatedRows } = await records.database
    .updateTable('seats')
    .set({ keyring_version: keyring.version, keyring: keyring.sealed, resume_hash: keyring.resumeHash })
    .where('case_id', '=', caller.case)
    .where('seat_id', '=', caller.seat)
    .where('keyring_version', '=', keyring.version - 1)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 1) return
  const held = await records.database
    .selectFrom('seats')
    .select(['keyring_version', 'keyring', 'resume_hash'])
    .where('case_id', '=', caller.case)
    .where('seat_id', '=', caller.seat)
    .executeTakeFirst()
  if (
    held?.keyring_version !== keyring.version ||
    held.keyring !== keyring.sealed ||
    held.resume_hash !== keyring.resumeHash
  )
    throw moved()
}
