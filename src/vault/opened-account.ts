import { mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import type { Account, Keyring, ReplaceRecovery } from '../core/protocol/account-protocol.ts'
import { ask } from './ask.ts'
import { cryptography } from './cryptography.ts'
import { snapshotsOf } from './journal-snapshot.ts'
import { JournalSet, type SetWorld, type Writer } from './journal-set.ts'
import { canonicalRecoveryCode, makeRecoveryCode, openLockbox, recoveryKeys, sealLockbox } from './lockbox.ts'
import { keepPendingCase, checkpointOf, pendingCaseKey, TherapistCase } from './therapist-case.ts'
import { makeCase, type TherapistPublic } from './new-case.ts'
import { OwnJournal } from './own-journal.ts'
import { Offline, Refused, type World } from './ports.ts'
import { keepKeyring } from './therapist-device.ts'
import {
  type AccountSecrets,
  type KeyringCase,
  openKeyring,
  sealKeyring,
  type TherapistKeyring,
  uniteKeyrings,
} from './therapist-keyring.ts'
import type { CaseLine, NewCaseInput, OpenCase, OpenOwn, TherapistVault } from './therapist-vault.types.ts'

/** How old the keyring's checkpoints may grow while somebody works, in milliseconds. */
const checkpointEveryMs = 5 * 60_000

/** A therapist's account, unlocked on this device: its keyring, and the cases that the keyring opens. */
export class OpenedAccount implements TherapistVault {
  readonly signInName: string
  private account: Account
  private readonly world: World
  private readonly writer: Writer
  private readonly setWorld: SetWorld
  private secrets: AccountSecrets | null
  private keyring: TherapistKeyring
  private readonly open = new Map<string, TherapistCase>()
  private readonly sets = new Map<string, JournalSet>()
  private own: Promise<OwnJournal> | null = null
  private saving: Promise<unknown> = Promise.resolve()
  private checkpointsAt = 0
  private readonly rolledBack: boolean

  /** `rolledBack`: the server showed an older keyring than this device has held. */
  constructor(
    account: Account,
    secrets: AccountSecrets,
    keyring: TherapistKeyring,
    device: Uint8Array,
    world: World,
    rolledBack = false,
  ) {
    this.rolledBack = rolledBack
    this.account = account
    this.signInName = account.signInName
    this.secrets = secrets
    this.keyring = keyring
    this.world = world
    this.writer = { masterSeed: mustFromBase64Url(secrets.masterSeed), deviceSeed: device, seat: null }
    this.setWorld = { transport: world.transport, store: world.store, snapshots: snapshotsOf(device) }
  }

  get kitUnconfirmed(): boolean {
    return !this.keyring.kitConfirmed
  }

  /** Whether what was typed opens the recovery lockbox; if so, that is remembered. */
  async confirmKit(typed: string): Promise<boolean> {
    if (canonicalRecoveryCode(typed).length !== 32) return false
    const opened = openLockbox(recoveryKeys(typed).key, this.account.recoveryLockbox)
    if (opened?.masterSeed !== this.unlocked().masterSeed) return false
    await this.save(keyring => ({ ...keyring, kitConfirmed: true }))
    return true
  }

  async renewKit(): Promise<string> {
    const recoveryCode = makeRecoveryCode()
    const { key, token } = recoveryKeys(recoveryCode)
    const json: ReplaceRecovery = {
      recoveryLockbox: sealLockbox(key, this.unlocked()),
      recoveryHash: toBase64Url(cryptography.sha256(token)),
    }
    const reply = await ask(this.world.transport, { method: 'PUT', path: '/api/account/recovery', json })
    this.account = reply.json as Account
    await this.save(keyring => ({ ...keyring, kitConfirmed: false }))
    return recoveryCode
  }

  async cases(): Promise<CaseLine[]> {
    await this.pullKeyring()
    const cases = await Promise.all(this.keyring.cases.map(kase => this.openCase(kase.case)))
    return cases.map(({ id, state, seats }) => ({ id, state, seats }))
  }

  async createCase(input: NewCaseInput): Promise<OpenCase> {
    if (this.kitUnconfirmed) throw new Refused(409, 'kit-unconfirmed')
    const { kase, set, request } = await makeCase(
      input,
      this.writer,
      this.therapist,
      this.setWorld,
      this.world.now(),
    )
    // Keys before anything that they seal leaves the device: a case whose keys were lost would be nobody's.
    await keepPendingCase(this.world, request)
    await this.save(keyring => ({ ...keyring, cases: [...keyring.cases, kase] }))
    const made = this.show(kase, set)
    await made.refresh()
    return made
  }

  async openCase(id: string): Promise<OpenCase> {
    const known = this.open.get(id)
    if (known) {
      await known.refresh()
      await this.keepCheckpointsNowAndThen()
      return known
    }
    const kase = this.keyring.cases.find(one => one.case === id)
    if (!kase) throw new Refused(404, 'not-found')
    const set = new JournalSet(id, this.writer, mustFromBase64Url(this.therapist.master), this.worldOf(id))
    set.known = (await this.world.store.get(pendingCaseKey(id))) === undefined
    for (const journal of kase.journals)
      await set.hold({ ...journal, seen: kase.checkpoints[journal.journal] ?? [] })
    const opened = this.show(kase, set)
    await opened.refresh()
    return opened
  }

  /** Another device of this account may have changed a journal's key. */
  private worldOf(id: string): SetWorld {
    const renewKeys = async () => {
      await this.pullKeyring()
      return this.keyring.cases.find(one => one.case === id)?.journals ?? []
    }
    return { ...this.setWorld, renewKeys }
  }

  async openOwn(): Promise<OpenOwn> {
    this.unlocked()
    const known = this.own
    this.own ??= OwnJournal.open(
      this.writer,
      this.therapist,
      this.world,
      this.setWorld,
      this.keyring.own ?? {},
    )
    try {
      const own = await this.own
      if (known) await own.refresh()
      await this.keepCheckpointsNowAndThen()
      return own
    } catch (error) {
      this.own = null
      throw error
    }
  }

  private show(kase: KeyringCase, set: JournalSet): TherapistCase {
    const shown = new TherapistCase(kase, set, {
      identity: this.unlocked().identity,
      therapist: this.therapist,
      world: this.world,
      keyringRolledBack: this.rolledBack,
      renew: async () => {
        await this.pullKeyring()
        return this.keyring.cases.find(one => one.case === kase.case) ?? kase
      },
      keep: async change => {
        await this.save(keyring => ({
          ...keyring,
          cases: keyring.cases.map(one => (one.case === kase.case ? change(one) : one)),
        }))
        return this.keyring.cases.find(one => one.case === kase.case) ?? kase
      },
    })
    this.open.set(kase.case, shown)
    this.sets.set(kase.case, set)
    return shown
  }

  lock(): void {
    this.secrets = null
    for (const set of this.sets.values()) set.close()
    void this.own?.then(({ set }) => set.close())
    this.own = null
    this.open.clear()
    this.sets.clear()
  }

  async signOut(): Promise<void> {
    await this.keepCheckpoints()
    await this.world.transport({ method: 'POST', path: '/api/sign-out' }).catch(() => {})
    this.lock()
  }

  /** Somebody who never signs out leaves checkpoints too. */
  private async keepCheckpointsNowAndThen(): Promise<void> {
    const now = this.world.now()
    if (now - this.checkpointsAt < checkpointEveryMs) return
    this.checkpointsAt = now
    await this.keepCheckpoints()
  }

  /** Signs the newest hashes of each open case into the keyring, so that a later device can tell a rollback. */
  private async keepCheckpoints(): Promise<void> {
    const own = await this.own
    if (!this.secrets || (this.sets.size === 0 && !own)) return
    try {
      await this.save(keyring => ({
        ...keyring,
        own: { ...keyring.own, ...(own ? checkpointOf(own.set) : {}) },
        cases: keyring.cases.map(kase => {
          const set = this.sets.get(kase.case)
          return set ? { ...kase, checkpoints: { ...kase.checkpoints, ...checkpointOf(set) } } : kase
        }),
      }))
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Refused)) throw error
    }
  }

  private get therapist(): TherapistPublic {
    return { master: this.account.masterKey, recipient: this.account.recipient }
  }

  private unlocked(): AccountSecrets {
    if (!this.secrets) throw new Refused(401, 'locked')
    return this.secrets
  }

  /** Takes in what another device of this account added. Offline, what this device holds stands. */
  private async pullKeyring(): Promise<void> {
    try {
      this.keyring = uniteKeyrings(this.keyring, await this.fetchKeyring())
    } catch (error) {
      if (!(error instanceof Offline)) throw error
    }
  }

  private async fetchKeyring(): Promise<TherapistKeyring> {
    const shown = (await ask(this.world.transport, { method: 'GET', path: '/api/keyring' })).json as Keyring
    if (shown.version < this.keyring.version) throw new Refused(409, 'keyring-rolled-back')
    const opened = await openKeyring(shown.sealed, shown.version, this.unlocked())
    if (!opened) throw new Refused(409, 'keyring-swapped')
    return opened
  }

  /** Changes the keyring and saves it: compared and swapped, united with what another device saved meanwhile. */
  private save(change: (keyring: TherapistKeyring) => TherapistKeyring): Promise<void> {
    const saved = this.saving.then(async () => {
      for (let tries = 0; ; tries++) {
        const next = { ...change(this.keyring), version: this.keyring.version + 1 }
        const sealed = await sealKeyring(next, this.unlocked(), this.account.recipient)
        const request: Keyring = { version: next.version, sealed }
        try {
          await ask(this.world.transport, { method: 'PUT', path: '/api/keyring', json: request })
          this.keyring = next
          await keepKeyring(this.world.store, this.signInName, request)
          return
        } catch (error) {
          if (!(error instanceof Refused && error.code === 'keyring-moved') || tries >= 5) throw error
          this.keyring = uniteKeyrings(this.keyring, await this.fetchKeyring())
        }
      }
    })
    this.saving = saved.catch(() => {})
    return saved
  }
}
