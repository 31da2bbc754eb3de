import type { CaseState } from '../core/case/case-state.ts'
import type { EntryBody } from '../core/case/entry-kind.ts'
import type { ElementId } from '../core/model/schema.ts'
import type { Fault, SyncState } from './therapist-vault.types.ts'

/** How a link stands on this device, before anything is asked. */
export type LinkStanding =
  /** Never claimed: opening it claims it. */
  | 'unclaimed'
  /** Claimed on this device, and its keys can be used at once (no PIN was set yet). */
  | 'open-here'
  /** Claimed on this device; the PIN unlocks it. */
  | 'locked-here'
  /** Claimed on another device; the PIN opens it here. */
  | 'elsewhere'
  /** Expired, revoked, or not a link at all: all look the same. */
  | 'no-use'

/** A partner's seat, open on this device. */
export interface PartnerVault {
  readonly seat: string
  /** What this seat can open, folded. */
  readonly state: CaseState
  readonly faults: Fault[]
  readonly sync: SyncState
  readonly hasPin: boolean
  /** Claimed just now: all that there is came with the welcome, and need not be asked for before something is given. */
  readonly isNew: boolean
  /**
   * The same, from what this seat gave since its first PIN: all that may be shown again of it. Before there is a PIN,
   * and of what came by an earlier link, nothing.
   */
  readonly readable: CaseState
  /** The two words, to say aloud; their lists are fetched when they are asked for. */
  words(): Promise<{ en: string; fr: string }>
  /** Keeps an entry on this device and sends it when it can. Resolves when kept. */
  append(journal: 'private' | 'own' | 'shared', body: EntryBody): Promise<void>
  /** Seals the safety answers to the therapist alone, always at the same size; nothing readable stays here. */
  dropSafety(answers: Record<string, string | null>): Promise<void>
  /** Sets the six-digit PIN: needs the network once. */
  setPin(pin: string): Promise<void>
  /** Whether it is the PIN; five wrong tries offline close this device's copy. */
  checkPin(pin: string): Promise<{ right: boolean; left: number }>
  /** Forgets the keys in memory; the PIN opens them again. Without a PIN it does nothing. */
  lock(): void
  /** Leaves the case: a signed entry after which nothing more can be added from this seat. */
  leave(): Promise<void>
  refresh(): Promise<void>
  subscribe(listener: () => void): () => void
}

/** Opening a seat on this device (`partner-seat.ts`). `secret` is the link's 16 bytes. */
export interface PartnerSeat {
  /** The secret in an address's fragment, or null when it is cut short or not a link. */
  readLink(fragment: string): Uint8Array | null
  standing(secret: Uint8Array): Promise<LinkStanding>
  /**
   * Claims the link, or opens it where this device claimed it and no PIN is set. Without a link it opens the seat that
   * this device keeps without a PIN. Throws `Refused` with `link-spent` when another device claimed it meanwhile.
   */
  open(secret: Uint8Array | null): Promise<PartnerVault>
  /** Opens with the PIN what this device keeps; works offline. null: wrong PIN. */
  unlock(secret: Uint8Array | null, pin: string): Promise<{ vault: PartnerVault } | { left: number }>
  /** Opens on another device with link and PIN; needs the network. */
  resume(secret: Uint8Array, pin: string): Promise<{ vault: PartnerVault } | { left: number }>
  /** Seats kept on this device, when the page is opened without a link. */
  keptSeats(): Promise<{ seat: string; hasPin: boolean }[]>
}

/** What a partner chose to show of their results. */
export type ReleaseChoice = ElementId[]
