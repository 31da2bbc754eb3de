import type { CaseState, OpenedEntry } from '../core/case/case-state.ts'
import type { EntryBody, JournalKind } from '../core/case/entry-kind.ts'
import { foldCase } from '../core/case/fold-case.ts'
import { equalBytes, fromBase64Url, fromText, mustFromBase64Url } from '../core/journal/bytes.ts'
import { verifyCertificate } from '../core/journal/certificate.ts'
import { claimMac, deriveLinkKeys } from '../core/journal/link.ts'
import type { NewCase, SeatState } from '../core/protocol/case-protocol.ts'
import type { Claim } from '../core/protocol/seat-protocol.ts'
import { twoWords } from '../core/journal/two-words.ts'
import { ask } from './ask.ts'
import { cryptography } from './cryptography.ts'
import type { JournalKeys } from './held-journal.ts'
import type { JournalSet } from './journal-set.ts'
import { makeLink, nextEpoch, rosterOf, type TherapistPublic } from './new-case.ts'
import { Offline, Refused, type World } from './ports.ts'
import { openDrop } from './safety-drop.ts'
import type { KeyringCase } from './therapist-keyring.ts'
import type { Fault, OpenCase, SeatView, SyncState } from './therapist-vault.types.ts'

/** What an open case needs of the account it belongs to. */
export interface CaseOwner {
  identity: string
  therapist: TherapistPublic
  world: World
  /** The server showed an older keyring at this sign-in than this device has held. */
  keyringRolledBack: boolean
  /** The case as the keyring has it now, with what another device of this account has added. */
  renew(): Promise<KeyringCase>
  /** Changes this case in the keyring and saves it. */
  keep(change: (kase: KeyringCase) => KeyringCase): Promise<KeyringCase>
}

/** A request that makes the server know a case, kept on the device until it does. */
export const pendingCaseKey = (caseId: string): string => `n/${caseId}`

/** A case open on the therapist's device: journals, seats and their claims, safety drops. */
export class TherapistCase implements OpenCase {
  readonly id: string
  seats: SeatView[] = []
  private kase: KeyringCase
  private readonly set: JournalSet
  private readonly owner: CaseOwner
  private folded: { revision: number; state: CaseState } | null = null
  private seatStates: SeatState[] = []
  private readonly swapped = new Set<string>()
  private readonly listeners = new Set<() => void>()
  private refreshing: Promise<void> | null = null

  constructor(kase: KeyringCase, set: JournalSet, owner: CaseOwner) {
    this.id = kase.case
    this.kase = kase
    this.set = set
    this.owner = owner
    set.subscribe(() => this.changed())
    this.viewSeats()
  }

  get entries(): OpenedEntry[] {
    return this.set.entries
  }

  get state(): CaseState {
    const { revision } = this.set
    if (this.folded?.revision !== revision) this.folded = { revision, state: foldCase(this.set.entries) }
    return this.folded.state
  }

  get sync(): SyncState {
    return this.set.sync
  }

  get faults(): Fault[] {
    const swapped = [...this.swapped].map(
      (seat): Fault => ({ code: 'swapped-key', journal: seat, entry: null }),
    )
    const older: Fault[] = this.owner.keyringRolledBack
      ? [{ code: 'rolled-back', journal: 'keyring', entry: null }]
      : []
    return [...this.set.faults, ...swapped, ...older]
  }

  async append(journal: JournalKind, body: EntryBody, of?: string): Promise<void> {
    await this.set.append(journal, of ?? null, body)
  }

  appendAll(journal: JournalKind, bodies: readonly EntryBody[], of?: string): Promise<string[]> {
    return this.set.appendAll(journal, of ?? null, bodies)
  }

  async erase(journal: JournalKind, hashes: readonly string[], of?: string): Promise<void> {
    await this.set.erase(journal, of ?? null, hashes, this.at())
  }

  refresh(): Promise<void> {
    this.refreshing ??= this.refreshAll().finally(() => {
      this.refreshing = null
    })
    return this.refreshing
  }

  private async refreshAll(): Promise<void> {
    try {
      await this.makeKnown()
      await this.set.refresh()
      if (this.set.sync === 'sent') await this.tellKeys()
      const reply = await ask(this.owner.world.transport, {
        method: 'GET',
        path: `/api/cases/${this.id}/seats`,
      })
      this.seatStates = reply.json as SeatState[]
      for (const state of this.seatStates) if (state.claim) await this.checkClaim(state.seat, state.claim)
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Refused)) throw error
    }
    await this.moveDrops()
    this.changed()
  }

  /** Tells the server of a case that was made while no answer came. */
  private async makeKnown(): Promise<void> {
    if (this.set.known) return
    const kept = await this.owner.world.store.get(pendingCaseKey(this.id))
    if (kept) {
      const request = JSON.parse(new TextDecoder().decode(kept)) as NewCase
      await ask(this.owner.world.transport, { method: 'POST', path: '/api/cases', json: request })
      await this.owner.world.store.write([[pendingCaseKey(this.id), undefined]])
    }
    this.set.known = true
  }

  /** A claim whose code holds brings its master key into the rosters; one that does not is named and trusted by nobody. */
  private async checkClaim(seat: string, claim: Claim): Promise<void> {
    const linksOf = () => this.kase.seats.find(one => one.seat === seat)?.links
    if (!linksOf()) return
    const { master, device, signature } = claim.certificate
    const said = [claim.token, master, device, signature, claim.own, claim.mac]
    if (said.some(text => fromBase64Url(text) === null)) {
      this.swapped.add(seat)
      return
    }
    const certificate = {
      master: mustFromBase64Url(master),
      device: mustFromBase64Url(device),
      signature: mustFromBase64Url(signature),
    }
    const madeWith = (link: string) => {
      const { mac } = deriveLinkKeys(cryptography, mustFromBase64Url(link))
      return equalBytes(claimMac(cryptography, mac, claim), mustFromBase64Url(claim.mac))
    }
    // The link may have been made on another device since.
    if (!linksOf()?.some(madeWith)) this.kase = await this.owner.renew()
    const holds = linksOf()?.some(madeWith) && (await verifyCertificate(cryptography, certificate))
    if (!holds) {
      this.swapped.add(seat)
      return
    }
    this.swapped.delete(seat)
    if (this.kase.seats.find(one => one.seat === seat)?.masters.includes(master)) return
    this.kase = await this.owner.keep(kase => ({
      ...kase,
      seats: kase.seats.map(one =>
        one.seat === seat ? { ...one, masters: [...new Set([...one.masters, master])] } : one,
      ),
    }))
    const at = this.at()
    const seats = this.kase.seats.map(one => one.seat)
    for (const { kind, of } of this.kase.journals)
      if (kind === 'shared' || (kind === 'private' && of === seat))
        await this.set.append(kind, of, rosterOf(this.kase, kind, of, seats, this.owner.therapist.master, at))
  }

  /** Moves each safety drop that this device can open into `safety`. */
  private async moveDrops(): Promise<void> {
    for (const { drop, seat, box, answers } of this.state.safety) {
      if (answers) continue
      const opened = await openDrop(this.owner.identity, box)
      if (opened)
        await this.set.append('safety', null, {
          kind: 'safety-answers',
          at: this.at(),
          seat,
          drop,
          answers: opened,
        })
    }
  }

  async newLink(seat: string): Promise<void> {
    const setting = this.set.entries.find(
      entry => entry.journal === 'private' && entry.of === seat && entry.body.kind === 'setting',
    )
    if (!setting) return
    await this.changeKeys(seat)
    const link = makeLink(this.kase, seat, setting.hash, this.owner.therapist, this.owner.world.now())
    // The keyring first: a link whose secret were lost could never have its claim checked.
    this.kase = await this.owner.keep(kase => ({
      ...kase,
      seats: kase.seats.map(one =>
        one.seat === seat
          ? { ...one, links: [...one.links, link.secret], expiresAt: link.request.expiresAt }
          : one,
      ),
    }))
    await ask(this.owner.world.transport, { method: 'PUT', path: this.linkPath(seat), json: link.request })
    await this.refresh()
  }

  /**
   * Begins the next epoch of every journal that a seat reads: whoever held its link before opens nothing that is written
   * from now on.
   */
  private async changeKeys(seat: string): Promise<void> {
    const isRead = ({ kind, of }: JournalKeys) => kind === 'shared' || (kind === 'private' && of === seat)
    // The keyring first: what is sealed under a key that were lost could be read by nobody.
    this.kase = await this.owner.keep(kase => ({
      ...kase,
      journals: kase.journals.map(one => (isRead(one) ? nextEpoch(one) : one)),
    }))
    await this.set.rekey(this.kase.journals)
    const seats = this.kase.seats.map(one => one.seat)
    const { master } = this.owner.therapist
    const at = this.at()
    await this.tellKeys()
    for (const { kind, of } of this.kase.journals.filter(isRead))
      await this.set.append(kind, of, rosterOf(this.kase, kind, of, seats, master, at))
    await this.set.send()
  }

  /** Tells every seat the newest key of what they share, also where this was cut short before. */
  private async tellKeys(): Promise<void> {
    const shared = this.kase.journals.find(({ kind }) => kind === 'shared')
    if (!shared || shared.epoch === 1) return
    const { journal, epoch, keys } = shared
    const told = this.set.entries.flatMap(({ of, body }) =>
      body.kind === 'journal-key' && body.journal === journal && body.epoch === epoch ? [of] : [],
    )
    const key = keys[epoch] as string
    for (const { seat } of this.kase.seats)
      if (!told.includes(seat))
        await this.set.append('private', seat, { kind: 'journal-key', at: this.at(), journal, epoch, key })
  }

  async revokeLink(seat: string): Promise<void> {
    await ask(this.owner.world.transport, { method: 'DELETE', path: this.linkPath(seat) })
    await this.changeKeys(seat)
    await this.refresh()
  }

  async resetPin(seat: string): Promise<void> {
    await ask(this.owner.world.transport, {
      method: 'POST',
      path: `/api/cases/${this.id}/seats/${seat}/reset`,
    })
    await this.refresh()
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private linkPath(seat: string): string {
    return `/api/cases/${this.id}/seats/${seat}/link`
  }

  private at(): string {
    return new Date(this.owner.world.now()).toISOString()
  }

  private viewSeats(): void {
    this.seats = this.kase.seats.map(({ seat, links, expiresAt, masters }): SeatView => {
      const state = this.seatStates.find(one => one.seat === seat)
      const master = masters.at(-1)
      const known = state ?? {
        seat,
        link: master ? 'claimed' : 'open',
        expiresAt,
        claimedAt: null,
        claim: null,
        locked: false,
        waits: false,
        left: false,
      }
      return {
        ...known,
        label: this.state.people.find(one => one.seat === seat)?.label ?? '',
        claimHolds: this.swapped.has(seat) ? false : master ? true : null,
        words: master
          ? twoWords(cryptography, mustFromBase64Url(this.owner.therapist.master), mustFromBase64Url(master))
          : null,
        linkPath: known.link === 'open' ? `/p/#${links.at(-1)}` : null,
      }
    })
  }

  private changed(): void {
    this.viewSeats()
    for (const listener of this.listeners) listener()
  }
}

/** Keeps a new case's request on the device, so that making it survives a dead network and a closed tab. */
export const keepPendingCase = (world: World, request: NewCase): Promise<void> =>
  world.store.write([[pendingCaseKey(request.case), fromText(JSON.stringify(request))]])

/** The newest hashes of a case's journals as base64url, for the keyring. */
export const checkpointOf = (set: JournalSet): Record<string, string[]> =>
  set.allSent ? set.checkpoints : {}
