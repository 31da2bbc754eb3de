import type { CaseState, OpenedEntry } from '../core/case/case-state.ts'
import type { EntryBody } from '../core/case/entry-kind.ts'
import { foldCase } from '../core/case/fold-case.ts'
import { mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { certifyDevice } from '../core/journal/certificate.ts'
import type { ChallengeReply, PinEvaluated, SeatKeyring } from '../core/protocol/seat-protocol.ts'
import { ask } from './ask.ts'
import { cryptography } from './cryptography.ts'
import { JournalSet } from './journal-set.ts'
import type { KeptSeats, SeatSecrets } from './kept-seat.ts'
import type { PartnerVault } from './partner-vault.types.ts'
import { Refused, type Transport, type World } from './ports.ts'
import { sealDrop } from './safety-drop.ts'
import { sealSeatKeyring } from './seat-keyring.ts'
import type { Fault, SyncState } from './therapist-vault.types.ts'
import { signInStatement } from './welcome.ts'

/** How often a PIN can be set again. */
const mostPins = 64

/** A partner's seat, open on this device. */
export class OpenedSeat implements PartnerVault {
  readonly seat: string
  hasPin: boolean
  isNew = false
  private secrets: SeatSecrets | null
  private readonly tag: string
  private readonly world: World
  private readonly kept: KeptSeats
  private readonly set: JournalSet
  private readonly transport: Transport
  private folded: { entries: OpenedEntry[]; state: CaseState } | null = null
  private foldedSince: CaseState | null = null

  private constructor(secrets: SeatSecrets, tag: string, hasPin: boolean, world: World, kept: KeptSeats) {
    this.seat = secrets.seat
    this.secrets = secrets
    this.tag = tag
    this.hasPin = hasPin
    this.world = world
    this.kept = kept
    this.transport = request => this.signedIn(request)
    const masterSeed = mustFromBase64Url(secrets.masterSeed)
    const writer = { masterSeed, deviceSeed: mustFromBase64Url(secrets.deviceSeed), seat: secrets.seat }
    const therapist = mustFromBase64Url(secrets.therapist.master)
    this.set = new JournalSet(secrets.case, writer, therapist, {
      transport: this.transport,
      store: world.store,
    })
    this.set.subscribe(() => {
      this.folded = null
      this.foldedSince = null
    })
  }

  /** Opens a seat: its journals as this device keeps them. Fetching what is new is `refresh`. */
  static async open(
    secrets: SeatSecrets,
    tag: string,
    hasPin: boolean,
    world: World,
    kept: KeptSeats,
  ): Promise<OpenedSeat> {
    const opened = new OpenedSeat(secrets, tag, hasPin, world, kept)
    await opened.set.holdAll(secrets.journals)
    await opened.set.takeToldKeys()
    return opened
  }

  /**
   * Begins a seat that was claimed just now: takes in what came with the welcome, so that nothing has to be asked for
   * before the first question, and writes who signs in the journal that is the seat's alone.
   */
  async begin(
    shown: { journal: string; position: number; entries: Uint8Array }[],
    master: string,
  ): Promise<void> {
    await this.set.take(shown)
    this.isNew = this.state.setting !== null
    this.append('own', { kind: 'own-roster', at: this.at(), master }).catch(() => {
      // No room: the page says so by `sync`.
    })
  }

  get state(): CaseState {
    this.folded ??= { entries: this.set.entries, state: foldCase(this.set.entries) }
    const { state } = this.folded
    const sheet = state.sheets[this.seat]
    // Left from another phone: the server no longer shows this one the entry that says so.
    return this.set.hasLeft && sheet && !sheet.left
      ? { ...state, sheets: { ...state.sheets, [this.seat]: { ...sheet, left: true } } }
      : state
  }

  get readable(): CaseState {
    const firstPin = this.secrets?.firstPin ?? null
    this.foldedSince ??= foldCase(this.set.entriesSince(firstPin))
    return this.foldedSince
  }

  get sync(): SyncState {
    return this.set.sync
  }

  /** Beside what the journals name: a setting that is not the one the link's welcome spoke of. */
  get faults(): Fault[] {
    const { settingHash } = this.state
    const other = settingHash !== null && settingHash !== this.secrets?.setting
    return other
      ? [...this.set.faults, { code: 'altered', journal: 'setting', entry: settingHash }]
      : this.set.faults
  }

  async words(): Promise<{ en: string; fr: string }> {
    const { therapist, masterSeed } = this.unlocked()
    const { twoWords } = await import('../core/journal/two-words.ts')
    const own = cryptography.publicKey(mustFromBase64Url(masterSeed))
    return twoWords(cryptography, mustFromBase64Url(therapist.master), own)
  }

  async append(journal: 'private' | 'own' | 'shared', body: EntryBody): Promise<void> {
    await this.set.append(journal, journal === 'shared' ? null : this.seat, body)
    if (journal !== 'own') this.isNew = false
  }

  async dropSafety(answers: Record<string, string | null>): Promise<void> {
    const box = await sealDrop(this.unlocked().therapist.recipient, answers)
    await this.append('private', { kind: 'drop', at: this.at(), box })
  }

  async setPin(pin: string): Promise<void> {
    const held = this.unlocked()
    const secrets = { ...held, firstPin: held.firstPin ?? this.set.placeNow() }
    const { derivePinKeys } = await import('./pin.ts')
    const keys = await derivePinKeys(pin, mustFromBase64Url(secrets.pinSalt), async blinded => {
      const json = { blinded: toBase64Url(blinded) }
      const reply = await ask(this.transport, {
        method: 'POST',
        path: '/api/seat/pin',
        json,
        seat: this.seat,
      })
      return mustFromBase64Url((reply.json as PinEvaluated).evaluated)
    })
    const sealed = sealSeatKeyring(keys.wrap, secrets)
    const resumeHash = toBase64Url(cryptography.sha256(keys.resume))
    await this.putKeyring({ sealed, resumeHash })
    const { slowKey } = await import('./slow-key.ts')
    const salt = cryptography.random(16)
    await this.kept.keep(secrets, this.tag, { key: await slowKey(pin, salt), salt })
    this.secrets = secrets
    this.foldedSince = null
    this.hasPin = true
  }

  /** Puts the keyring in the place of whichever version is held: a PIN that is set again replaces the one before it. */
  private async putKeyring(keyring: Omit<SeatKeyring, 'version'>): Promise<void> {
    for (let version = 1; ; version++) {
      try {
        await ask(this.transport, {
          method: 'PUT',
          path: '/api/seat/keyring',
          json: { version, ...keyring },
          seat: this.seat,
        })
        return
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'keyring-moved') || version >= mostPins) throw error
      }
    }
  }

  async checkPin(pin: string): Promise<{ right: boolean; left: number }> {
    const kept = await this.kept.byTag(this.tag)
    if (!kept) return { right: false, left: 0 }
    const { slowKey } = await import('./slow-key.ts')
    const secrets = await this.kept.open(kept, await slowKey(pin, mustFromBase64Url(kept.salt)))
    if (!secrets) {
      const left = await this.kept.countWrong(kept)
      if (left === 0) this.lock()
      return { right: false, left }
    }
    await this.kept.clearTries(kept)
    return { right: true, left: 0 }
  }

  lock(): void {
    if (!this.hasPin) return
    this.secrets = null
    this.set.close()
  }

  async leave(): Promise<void> {
    const { case: caseId } = this.unlocked()
    await this.set.append('private', this.seat, { kind: 'left', at: this.at() }, 'leave')
    await this.set.send()
    // A seat that has left already is told so: the reply to the first time was lost.
    if (this.set.allSent || this.set.hasLeft) await this.kept.forget(this.seat, caseId)
  }

  refresh(): Promise<void> {
    this.isNew = false
    return this.set.refresh()
  }

  subscribe(listener: () => void): () => void {
    return this.set.subscribe(listener)
  }

  private at(): string {
    return new Date(this.world.now()).toISOString()
  }

  private unlocked(): SeatSecrets {
    if (!this.secrets) throw new Refused(401, 'locked')
    return this.secrets
  }

  /** Sends a request; where the cookie is gone, the device signs in again with its key and sends it once more. */
  private async signedIn(request: Parameters<Transport>[0]): ReturnType<Transport> {
    const reply = await this.world.transport(request)
    if (reply.status !== 401 || !this.secrets) return reply
    const { masterSeed, deviceSeed } = this.secrets
    const seed = mustFromBase64Url(deviceSeed)
    const device = cryptography.publicKey(seed)
    const json = { seat: this.seat, device: toBase64Url(device) }
    const { challenge } = (
      await ask(this.world.transport, { method: 'POST', path: '/api/seat/challenge', json })
    ).json as ChallengeReply
    const { master, signature } = certifyDevice(cryptography, mustFromBase64Url(masterSeed), device)
    const proof = {
      seat: this.seat,
      certificate: { master: toBase64Url(master), device: json.device, signature: toBase64Url(signature) },
      challenge,
      signature: toBase64Url(cryptography.sign(seed, signInStatement(mustFromBase64Url(challenge)))),
    }
    await ask(this.world.transport, { method: 'POST', path: '/api/seat/sign-in', json: proof })
    return this.world.transport(request)
  }
}
