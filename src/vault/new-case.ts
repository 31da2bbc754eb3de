import type { Setting } from '../core/case/entry-kind.ts'
import { mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { deriveLinkKeys, linkLength } from '../core/journal/link.ts'
import type { NewCase, NewLink } from '../core/protocol/case-protocol.ts'
import { cryptography } from './cryptography.ts'
import type { JournalKeys } from './held-journal.ts'
import { JournalSet, type SetWorld, type Writer } from './journal-set.ts'
import type { KeyringCase, KeyringSeat } from './therapist-keyring.ts'
import type { NewCaseInput } from './therapist-vault.types.ts'
import { sealWelcome } from './welcome.ts'

/** How long a link can be claimed, in days. */
export const linkDays = 14

/** 32 bytes for an id (its first 16) or a key of a new case; `what` says which. */
export type Draw = (what: string) => Uint8Array

const drawFresh: Draw = () => cryptography.random(32)

const journalKeys = (draw: Draw, kind: JournalKeys['kind'], of: string | null = null): JournalKeys => ({
  journal: toBase64Url(draw(`journal ${kind} ${of ?? ''}`).subarray(0, 16)),
  kind,
  of,
  epoch: 1,
  keys: { 1: toBase64Url(draw(`key ${kind} ${of ?? ''}`)) },
})

/** A journal with a fresh key for its next epoch. What was sealed before opens as it did. */
export const nextEpoch = (journal: JournalKeys): JournalKeys => ({
  ...journal,
  epoch: journal.epoch + 1,
  keys: { ...journal.keys, [journal.epoch + 1]: toBase64Url(cryptography.random(32)) },
})

/** Ids and keys of a case for people with these labels. Nothing is kept or sent yet. */
export const planCase = (
  labels: readonly string[],
  draw: Draw,
  now: number,
): { kase: KeyringCase; people: Setting['people'] } => {
  const people = labels.map((label, i) => ({ seat: toBase64Url(draw(`seat ${i}`).subarray(0, 16)), label }))
  const kase: KeyringCase = {
    case: toBase64Url(draw('case').subarray(0, 16)),
    createdAt: new Date(now).toISOString(),
    journals: [
      journalKeys(draw, 'record'),
      journalKeys(draw, 'notes'),
      journalKeys(draw, 'safety'),
      journalKeys(draw, 'shared'),
      ...people.map(one => journalKeys(draw, 'private', one.seat)),
    ],
    seats: [],
    checkpoints: {},
  }
  return { kase, people }
}

/** Whom a partner's phone trusts: the therapist's public keys. */
export interface TherapistPublic {
  master: string
  recipient: string
}

/** A new link for a seat: the secret for the keyring, and what the server needs to let it be claimed. */
export const makeLink = (
  kase: KeyringCase,
  seat: string,
  setting: string,
  therapist: TherapistPublic,
  now: number,
): { secret: string; request: NewLink } => {
  const secret = cryptography.random(linkLength)
  const keys = deriveLinkKeys(cryptography, secret)
  const journals = kase.journals.filter(
    one => one.kind === 'shared' || (one.kind === 'private' && one.of === seat),
  )
  return {
    secret: toBase64Url(secret),
    request: {
      claimHash: toBase64Url(cryptography.sha256(keys.claim)),
      doorHash: toBase64Url(cryptography.sha256(keys.door)),
      welcome: toBase64Url(sealWelcome(keys.welcome, kase.case, seat, { therapist, journals, setting })),
      expiresAt: new Date(now + linkDays * 86_400_000).toISOString(),
    },
  }
}

/** Who may read each journal beside the therapist, for the server: it follows from the journal's kind alone. */
const seatsOf = (journal: JournalKeys, seats: string[]): string[] =>
  journal.kind === 'shared' ? seats : journal.kind === 'private' && journal.of ? [journal.of] : []

/**
 * Makes a case on this device: journals with fresh keys, first entries (rosters, the setting, the name), a link for each
 * person. Nothing is sent yet; `request` makes the server know the case.
 */
export const makeCase = async (
  input: NewCaseInput,
  writer: Writer,
  therapist: TherapistPublic,
  world: SetWorld,
  now: number,
  draw = drawFresh,
): Promise<{ kase: KeyringCase; set: JournalSet; request: NewCase }> => {
  const at = new Date(now).toISOString()
  const { kase, people } = planCase(input.people, draw, now)
  const set = new JournalSet(kase.case, writer, mustFromBase64Url(therapist.master), world)
  set.known = false
  for (const journal of kase.journals) await set.hold(journal)
  const setting: Setting = {
    people,
    policy: input.policy,
    jurisdiction: input.jurisdiction,
    therapist: input.therapist,
    instrument: 'intake@1',
  }
  const settings = new Map<string, string>()
  for (const { kind, of } of kase.journals) {
    await set.append(
      kind,
      of,
      rosterOf(
        kase,
        kind,
        of,
        people.map(one => one.seat),
        therapist.master,
        at,
      ),
    )
    if (kind === 'record') await set.append(kind, of, { kind: 'case-named', at, name: input.name })
    if (kind === 'record' || kind === 'private') {
      const hash = await set.append(kind, of, { kind: 'setting', at, setting })
      if (of) settings.set(of, hash)
    }
  }
  const links = people.map(({ seat }) => ({
    seat,
    ...makeLink(kase, seat, settings.get(seat) as string, therapist, now),
  }))
  kase.seats = links.map(
    ({ seat, secret, request }): KeyringSeat => ({
      seat,
      links: [secret],
      expiresAt: request.expiresAt,
      masters: [],
    }),
  )
  const request: NewCase = {
    case: kase.case,
    journals: kase.journals.map(one => ({
      journal: one.journal,
      seats: seatsOf(
        one,
        people.map(person => person.seat),
      ),
    })),
    seats: links.map(({ seat, request }) => ({ seat, ...request })),
  }
  return { kase, set, request }
}

/** The roster of one journal: the therapist, and in a partner's journals the seats with every master key that was checked. */
export const rosterOf = (
  kase: KeyringCase,
  kind: JournalKeys['kind'],
  of: string | null,
  seats: string[],
  therapist: string,
  at: string,
) => {
  const members = kind === 'shared' ? seats : kind === 'private' && of ? [of] : []
  return {
    kind: 'roster' as const,
    at,
    members: [
      { member: 'therapist', master: therapist },
      ...members.flatMap((seat): { member: string; master: string | null }[] => {
        const masters = kase.seats.find(one => one.seat === seat)?.masters ?? []
        return masters.length > 0
          ? masters.map(master => ({ member: seat, master }))
          : [{ member: seat, master: null }]
      }),
    ],
    revoked: [],
  }
}
