import type { CaseState, OpenedEntry } from '../core/case/case-state.ts'
import type { EntryBody, JournalKind, Setting } from '../core/case/entry-kind.ts'
import type { OwnEntry, OwnEntryBody } from '../core/case/own-entry-kind.ts'
import type { SeatState } from '../core/protocol/case-protocol.ts'

/** Something that does not hold in what the server showed: named, never passed over in silence. */
export interface Fault {
  code:
    | 'forged'
    | 'altered'
    | 'emptied'
    | 'wrong-place'
    | 'gap'
    | 'fork'
    | 'unknown-device'
    | 'rolled-back'
    | 'swapped-key'
    | 'unreadable'
  journal: string
  /** base64url hash of the entry, where there is one. */
  entry: string | null
}

/** What the page shows of saving: all sent, waiting for the network, or with no room left. */
export type SyncState = 'sent' | 'waiting' | 'offline' | 'full'

/** What a therapist settles before any link. */
export interface NewCaseInput {
  name: string
  /** One label for each person, pseudonyms. */
  people: string[]
  policy: Setting['policy']
  jurisdiction: string
  therapist: string
}

/** A seat as the therapist sees it: what the server knows, whether its claim was checked, and the two words. */
export interface SeatView extends SeatState {
  label: string
  /** `unchecked` until the claim's code was verified; `false` names a swapped key. */
  claimHolds: boolean | null
  /** The two words in each language once claimed, else null. */
  words: { en: string; fr: string } | null
  /** The link's path with its secret (`/p#…`), while it can still be claimed; else null. */
  linkPath: string | null
}

/** A case that is open on this device. All reading is of what was verified and opened here. */
export interface OpenCase {
  readonly id: string
  readonly state: CaseState
  readonly seats: SeatView[]
  readonly faults: Fault[]
  readonly sync: SyncState
  /** Every opened entry, for exports and timelines. */
  readonly entries: OpenedEntry[]
  /** Keeps an entry on this device and sends it when it can. Resolves when kept. `of` names the seat for `private`. */
  append(journal: JournalKind, body: EntryBody, of?: string): Promise<void>
  /**
   * The same for several entries, all or none, as for something too long for one entry (64 KiB). Gives their hashes in the
   * same order: what `erase` asks for.
   */
  appendAll(journal: JournalKind, bodies: readonly EntryBody[], of?: string): Promise<string[]>
  /**
   * Erases what entries of one journal say, by their hashes: from this device before it resolves, from the server and other
   * devices when they hear of it. Nothing brings it back. Rosters and what erases cannot be erased.
   */
  erase(journal: JournalKind, hashes: readonly string[], of?: string): Promise<void>
  /** Fetches what is new, checks claims, moves safety drops. Never throws for the network: see `sync`. */
  refresh(): Promise<void>
  /** Makes a new link for a seat (lost phone, expired link); the old one ends. */
  newLink(seat: string): Promise<void>
  revokeLink(seat: string): Promise<void>
  /** Gives a partner their PIN tries back. */
  resetPin(seat: string): Promise<void>
  subscribe(listener: () => void): () => void
}

/**
 * The journal of the account's own, where practice is sealed: rehearsals, drills, answers to lessons. It stands in no
 * caseload. Works like a case's: what is appended is kept on this device first and sent when it can be.
 */
export interface OpenOwn {
  /** In their order of cause. */
  readonly entries: OwnEntry[]
  readonly faults: Fault[]
  readonly sync: SyncState
  /** Resolves with the entry's hash once kept. */
  append(body: OwnEntryBody): Promise<string>
  /** Several, all or none. */
  appendAll(bodies: readonly OwnEntryBody[]): Promise<string[]>
  /** Erases what entries say, by their hashes; nothing brings it back. */
  erase(hashes: readonly string[]): Promise<void>
  /** Never throws for the network: see `sync`. */
  refresh(): Promise<void>
  subscribe(listener: () => void): () => void
}

/** A line of the caseload. */
export interface CaseLine {
  id: string
  state: CaseState
  seats: SeatView[]
}

/** A therapist's unlocked account on this device. */
export interface TherapistVault {
  readonly signInName: string
  /** True until the recovery kit was typed back. No case can be made before. */
  readonly kitUnconfirmed: boolean
  confirmKit(typed: string): Promise<boolean>
  /** Makes another recovery kit in the place of the one before, which opens nothing any more; gives its code. */
  renewKit(): Promise<string>
  /** Reads every case on the account; from this device alone when offline. */
  cases(): Promise<CaseLine[]>
  createCase(input: NewCaseInput): Promise<OpenCase>
  openCase(id: string): Promise<OpenCase>
  /** Opens the account's own journal, and makes it at its first use; without the network too. */
  openOwn(): Promise<OpenOwn>
  /** Forgets the keys in memory. What is kept on the device stays sealed under the passphrase. */
  lock(): void
  signOut(): Promise<void>
}

/** Opening an account on this device (`therapist-account.ts`). */
export interface TherapistAccount {
  /** Makes an account; the kit is shown once and must be typed back (`confirmKit`). */
  register(input: {
    setUpCode: string
    signInName: string
    passphrase: string
  }): Promise<{ vault: TherapistVault; recoveryCode: string }>
  /** Signs in; offline, opens what this device keeps (`local` true). Throws `Refused` with code `sign-in-refused`. */
  signIn(input: { signInName: string; passphrase: string }): Promise<TherapistVault>
  /** Opens the account by the recovery kit and sets a new passphrase. */
  recover(input: { signInName: string; recoveryCode: string; passphrase: string }): Promise<TherapistVault>
  /** The name last signed in with on this device, to prefill; null if none. */
  lastSignInName(): Promise<string | null>
}
