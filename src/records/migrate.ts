import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Changes to the schema in their order. One that has been released is never edited; a change is a new one. */
const migrations: { name: string; statements: string[] }[] = [
  {
    name: '1-initial',
    statements: [
      `create table invitations (
        code_hash text primary key, account_id text, expires_at text not null)`,
      `create table accounts (
        account_id text primary key, name text not null unique, sign_in_name text not null,
        opaque_record text not null, recipient text not null, master_key text not null, lockbox text not null,
        recovery_lockbox text not null, recovery_hash text not null,
        keyring_version integer not null, keyring text not null)`,
      `create table account_sign_ins (
        token_hash text primary key,
        account_id text not null references accounts (account_id) on delete cascade, expires_at text not null)`,
      'create index account_sign_ins_by_account on account_sign_ins (account_id)',
      `create table cases (
        case_id text primary key, account_id text not null references accounts (account_id),
        request_hash text not null)`,
      'create index cases_by_account on cases (account_id)',
      `create table seats (
        case_id text not null references cases (case_id), seat_id text not null,
        generation integer not null, claim_hash text not null, door_hash text not null, welcome text not null,
        expires_at text not null, revoked integer not null, has_left integer not null,
        claimed_at text, claim text, master_key text, resume_hash text,
        keyring_version integer not null, keyring text,
        tries integer not null, next_try_at text not null,
        primary key (case_id, seat_id))`,
      'create unique index seats_by_id on seats (seat_id)',
      'create unique index seats_by_claim on seats (claim_hash)',
      'create unique index seats_by_door on seats (door_hash)',
      `create table seat_masters (
        case_id text not null, seat_id text not null, master_key text not null,
        primary key (case_id, seat_id, master_key),
        foreign key (case_id, seat_id) references seats (case_id, seat_id))`,
      `create table seat_sign_ins (
        case_id text not null, seat_id text not null, token_hash text not null, expires_at text not null,
        primary key (case_id, seat_id, token_hash),
        foreign key (case_id, seat_id) references seats (case_id, seat_id))`,
      'create unique index seat_sign_ins_by_token on seat_sign_ins (token_hash)',
      `create table journals (
        case_id text not null references cases (case_id), journal_id text not null,
        therapist integer not null, epoch integer not null, position integer not null,
        primary key (case_id, journal_id))`,
      `create table journal_seats (
        case_id text not null, journal_id text not null, seat_id text not null,
        primary key (case_id, journal_id, seat_id),
        foreign key (case_id, journal_id) references journals (case_id, journal_id),
        foreign key (case_id, seat_id) references seats (case_id, seat_id))`,
      'create index journal_seats_by_seat on journal_seats (case_id, seat_id)',
      `create table chains (
        case_id text not null, journal_id text not null, device text not null, master_key text not null,
        seat_id text, sequence integer not null, hash text not null,
        primary key (case_id, journal_id, device),
        foreign key (case_id, journal_id) references journals (case_id, journal_id))`,
      `create table entries (
        case_id text not null, journal_id text not null, position integer not null, hash text not null,
        device text not null, sequence integer not null, bytes blob not null,
        primary key (case_id, journal_id, position),
        unique (case_id, journal_id, hash),
        unique (case_id, journal_id, device, sequence),
        foreign key (case_id, journal_id) references journals (case_id, journal_id))`,
    ],
  },
  {
    name: '2-erasures',
    statements: [
      'alter table journals add column erasures integer not null default 0',
      `create table erasures (
        case_id text not null, journal_id text not null, hash text not null, master_key text not null,
        led integer not null,
        primary key (case_id, journal_id, hash, master_key),
        foreign key (case_id, journal_id) references journals (case_id, journal_id))`,
    ],
  },
  {
    name: '2-claim-positions',
    statements: ['alter table seats add column claim_positions text'],
  },
]

/** Brings a database up to date, each change whole or not at all. Safe to run at every start. */
export const migrate = async (database: Kysely<Tables>): Promise<void> => {
  await sql`create table if not exists migrations (name text primary key)`.execute(database)
  for (const { name, statements } of migrations) {
    await database.transaction().execute(async transaction => {
      const done = await transaction
        .selectFrom('migrations')
        .select('name')
        .where('name', '=', name)
        .executeTakeFirst()
      if (done) return
      for (const statement of statements) await sql.raw(statement).execute(transaction)
      await transaction.insertInto('migrations').values({ name }).execute()
    })
  }
}
