import type { Kysely } from 'kysely'
import type { Caller } from '../platform/caller.ts'
import { NotFound, Refusal, SignedOut } from '../platform/refusal.ts'
import { isId } from './check-entries.ts'
import { readyQuery } from './ready-query.ts'
import type { Tables } from './tables.ts'

/** A journal and the caller's part in it. */
export interface JournalPlace {
  epoch: number
  position: number
  /** Whether anything was ever erased here. */
  erasures: boolean
  /** The caller's Ed25519 master key, which must certify the devices it writes with. */
  master: string
  /** null for the case's account. */
  seat: string | null
  /** Whether the caller may open the journal's next epoch: its therapist, or the seat where the journal is its own. */
  leads: boolean
}

const findAsAccount = readyQuery((database, at: { case: string; journal: string; account: string }) =>
  database
    .selectFrom('journals')
    .innerJoin('cases', 'cases.case_id', 'journals.case_id')
    .innerJoin('accounts', 'accounts.account_id', 'cases.account_id')
    .select(['journals.epoch', 'journals.position', 'journals.erasures', 'accounts.master_key'])
    .where('journals.case_id', '=', at.case)
    .where('journals.journal_id', '=', at.journal)
    .where('journals.therapist', '=', 1)
    .where('cases.account_id', '=', at.account),
)

const findAsSeat = readyQuery((database, at: { case: string; journal: string; seat: string }) =>
  database
    .selectFrom('journals')
    .innerJoin('journal_seats', join =>
      join
        .onRef('journal_seats.case_id', '=', 'journals.case_id')
        .onRef('journal_seats.journal_id', '=', 'journals.journal_id'),
    )
    .innerJoin('seats', join =>
      join
        .onRef('seats.case_id', '=', 'journal_seats.case_id')
        .onRef('seats.seat_id', '=', 'journal_seats.seat_id'),
    )
    .select([
      'journals.epoch',
      'journals.position',
      'journals.erasures',
      'journals.therapist',
      'seats.master_key',
      'seats.has_left',
      'seats.revoked',
    ])
    .where('journals.case_id', '=', at.case)
    .where('journals.journal_id', '=', at.journal)
    .where('journal_seats.seat_id', '=', at.seat),
)

/** The journal as this caller may have it. @throws SignedOut; NotFound for no such journal and not the caller's alike */
export const readPlace = async (
  database: Kysely<Tables>,
  caller: Caller,
  caseId: string,
  journal: string,
): Promise<JournalPlace> => {
  if (caller.kind === 'nobody') throw new SignedOut()
  if (!isId(caseId) || !isId(journal)) throw new NotFound()
  if (caller.kind === 'account') {
    const [row] = await findAsAccount(database, { case: caseId, journal, account: caller.account })
    if (!row) throw new NotFound()
    return {
      epoch: row.epoch,
      position: row.position,
      erasures: row.erasures === 1,
      master: row.master_key,
      seat: null,
      leads: true,
    }
  }
  if (caller.case !== caseId) throw new NotFound()
  const [row] = await findAsSeat(database, { case: caseId, journal, seat: caller.seat })
  if (!row?.master_key || row.revoked) throw new NotFound()
  if (row.has_left) throw seatLeft()
  return {
    epoch: row.epoch,
    position: row.position,
    erasures: row.erasures === 1,
    master: row.master_key,
    seat: caller.seat,
    leads: row.therapist === 0,
  }
}

const seatLeft = () =>
  new Refusal(410, 'seat-left', 'This seat was left. Nothing more can be read or added here.')
