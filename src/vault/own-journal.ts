import { readEntryBody } from '../core/case/entry-kind.ts'
import { type OwnEntry, type OwnEntryBody, readOwnEntryBody } from '../core/case/own-entry-kind.ts'
import { mustFromBase64Url, toText } from '../core/journal/bytes.ts'
import type { NewCase } from '../core/protocol/case-protocol.ts'
import { ask } from './ask.ts'
import { cryptography } from './cryptography.ts'
import type { ReadBody } from './held-journal.ts'
import { JournalSet, type SetWorld, type Writer } from './journal-set.ts'
import { makeCase, planCase, type TherapistPublic } from './new-case.ts'
import { Offline, Refused, type World } from './ports.ts'
import { keepPendingCase, pendingCaseKey } from './therapist-case.ts'
import type { KeyringCase } from './therapist-keyring.ts'
import type { Fault, NewCaseInput, OpenOwn, SyncState } from './therapist-vault.types.ts'

/** What the server sees is a case of one whose link nobody has opened yet; nobody is invited, and nothing of this is shown. */
const input: NewCaseInput = {
  name: 'own',
  people: ['own'],
  policy: 'none-kept',
  jurisdiction: '',
  therapist: 'own',
}

/** Its ids and keys follow from the account's master seed, so every device comes to the same one, and none can lose it. */
const drawFrom =
  (masterSeed: Uint8Array) =>
  (what: string): Uint8Array =>
    cryptography.hkdf(masterSeed, `groundwork/own/1\n${what}`)

/** In the journal where a case has its notes, what is the account's own; in the others, what any case has. */
const readBody: ReadBody = (body, journal, by) =>
  journal === 'notes' && by === 'therapist'
    ? (readOwnEntryBody(body) as unknown as ReturnType<ReadBody>)
    : readEntryBody(body, journal, by)

/** The journal of an account's own, open on this device: as if it were a case of one. */
export class OwnJournal implements OpenOwn {
  readonly set: JournalSet
  private readonly kase: KeyringCase
  private readonly world: World

  private constructor(kase: KeyringCase, set: JournalSet, world: World) {
    this.kase = kase
    this.set = set
    this.world = world
  }

  /** Opens it, and makes it where this device has never had it, without the network too. `seen`: signed checkpoints. */
  static async open(
    writer: Writer,
    therapist: TherapistPublic,
    world: World,
    reading: SetWorld,
    seen: Record<string, string[]>,
  ): Promise<OwnJournal> {
    const draw = drawFrom(writer.masterSeed)
    const own = { ...reading, readBody }
    const { kase } = planCase(input.people, draw, world.now())
    const madeHere = `w/${kase.case}`
    if (!(await world.store.get(madeHere))) {
      const { set, request } = await makeCase(input, writer, therapist, own, world.now(), draw)
      await keepPendingCase(world, request)
      await world.store.write([[madeHere, new Uint8Array([1])]])
      set.close()
    }
    const set = new JournalSet(kase.case, writer, mustFromBase64Url(therapist.master), own)
    set.known = (await world.store.get(pendingCaseKey(kase.case))) === undefined
    for (const journal of kase.journals) await set.hold({ ...journal, seen: seen[journal.journal] ?? [] })
    const opened = new OwnJournal(kase, set, world)
    await opened.refresh()
    return opened
  }

  get entries(): OwnEntry[] {
    return this.set.entries
      .filter(({ journal }) => journal === 'notes')
      .map(({ hash, body }) => ({ hash, body: body as unknown as OwnEntryBody }))
  }

  get sync(): SyncState {
    return this.set.sync
  }

  get faults(): Fault[] {
    return this.set.faults
  }

  async append(body: OwnEntryBody): Promise<string> {
    const [hash] = await this.appendAll([body])
    return hash as string
  }

  appendAll(bodies: readonly OwnEntryBody[]): Promise<string[]> {
    return this.set.appendAll('notes', null, bodies)
  }

  erase(hashes: readonly string[]): Promise<void> {
    return this.set.erase('notes', null, hashes, new Date(this.world.now()).toISOString())
  }

  async refresh(): Promise<void> {
    try {
      await this.makeKnown()
      await this.set.refresh()
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Refused)) throw error
      this.set.sync = error instanceof Offline ? 'offline' : 'waiting'
    }
  }

  subscribe(listener: () => void): () => void {
    return this.set.subscribe(listener)
  }

  /** Tells the server of it, once; another device of the account may have done so before. */
  private async makeKnown(): Promise<void> {
    if (this.set.known) return
    const pending = pendingCaseKey(this.kase.case)
    const kept = await this.world.store.get(pending)
    if (kept) {
      const json = JSON.parse(toText(kept)) as NewCase
      try {
        await ask(this.world.transport, { method: 'POST', path: '/api/cases', json })
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'id-taken')) throw error
      }
      await this.world.store.write([[pending, undefined]])
    }
    this.set.known = true
  }
}
