import type { CaseState, OpenedEntry } from '../../src/core/case/case-state.ts'
import type { EntryBody, JournalKind } from '../../src/core/case/entry-kind.ts'
import { mustFromBase64Url, toBase64Url } from '../../src/core/journal/bytes.ts'
import { deriveLinkKeys } from '../../src/core/journal/link.ts'
import type { Account, Keyring } from '../../src/core/protocol/account-protocol.ts'
import { type MemoryWorld, memoryWorld } from '../../src/cli/memory-world.ts'
import { makeSetUpCode } from '../../src/records/invitations.ts'
import { ask } from '../../src/vault/ask.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import { KeptSeats } from '../../src/vault/kept-seat.ts'
import { linkTag } from '../../src/vault/link-keys.ts'
import { OpenedAccount } from '../../src/vault/opened-account.ts'
import { partnerSeat } from '../../src/vault/partner-seat.ts'
import { Offline, type World } from '../../src/vault/ports.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import { deviceSeed } from '../../src/vault/therapist-device.ts'
import { type AccountSecrets, openKeyring } from '../../src/vault/therapist-keyring.ts'
import type { Fault, SyncState } from '../../src/vault/therapist-vault.types.ts'
import type { TestServer } from '../support/test-server.ts'

/** What is read on a device, whoever's it is. */
export interface View {
  state: CaseState
  entries: OpenedEntry[]
  faults: Fault[]
  sync: SyncState
  append(journal: JournalKind, body: EntryBody): Promise<void>
  refresh(): Promise<void>
}

/** One browser or phone, which can lose its network, lose replies, and be reloaded. */
export interface Device {
  name: string
  /** Which journals it writes in. */
  writes: readonly JournalKind[]
  world: MemoryWorld
  view: View
  /** Replies still to be lost on their way back, after the server has acted. */
  repliesToLose: number
  /** Throws the page away, whatever it is doing, and opens it again over what the device keeps. */
  reload(): Promise<void>
}

/** A world for one life of a page: when it ends, nothing that it began has any effect, as in a closed tab. */
const oneLife = (device: Pick<Device, 'world' | 'repliesToLose'>): { world: World; end(): void } => {
  const { world } = device
  let alive = true
  const never = <T>() => new Promise<T>(() => {})
  return {
    end: () => {
      alive = false
    },
    world: {
      ...world,
      transport: async request => {
        if (!alive) return never()
        const reply = await world.transport(request)
        if (!alive) return never()
        if (device.repliesToLose > 0) {
          device.repliesToLose -= 1
          throw new Offline()
        }
        return reply
      },
      store: {
        ...world.store,
        write: changes => (alive ? world.store.write(changes) : never()),
      },
    },
  }
}

/** One therapist's account, made once, since that is slow; each play makes a case of its own. */
export interface Practice {
  server: TestServer
  account: Account
  secrets: AccountSecrets
  cookies: ReadonlyMap<string, string>
}

export const openPractice = async (server: TestServer): Promise<Practice> => {
  const world = memoryWorld(server.fetch, () => server.clock.now)
  const { vault, recoveryCode } = await therapistAccount(world).register({
    setUpCode: String(await makeSetUpCode(server.records)),
    signInName: 'Two of everything',
    passphrase: 'ochre-lantern-willow-harbour-quiet-seven',
  })
  await vault.confirmKit(recoveryCode)
  const { account, secrets } = vault as unknown as { account: Account; secrets: AccountSecrets }
  return { server, account, secrets, cookies: new Map(world.cookies) }
}

const makeDevice = async (
  practice: Practice,
  name: string,
  writes: readonly JournalKind[],
  open: (world: World) => Promise<View>,
): Promise<Device> => {
  const world = memoryWorld(practice.server.fetch, () => practice.server.clock.now)
  for (const [cookie, value] of practice.cookies) world.cookies.set(cookie, value)
  const device = { name, writes, world, repliesToLose: 0 } as Device
  let life = oneLife(device)
  device.reload = async () => {
    life.end()
    life = oneLife(device)
    device.view = await open(life.world)
  }
  await device.reload()
  return device
}

/** Two browsers of the therapist, two phones of one partner, one of the other, all in one new case. */
export const makeDevices = async (practice: Practice): Promise<Device[]> => {
  const { account, secrets } = practice
  let caseId = ''
  const at = `k/${account.account}`
  /** Keeps the keyring on the device where the network lets it, as a sign-in does. */
  const keepKeyring = async (world: World): Promise<void> => {
    const shown = await ask(world.transport, { method: 'GET', path: '/api/keyring' }).catch(() => null)
    if (shown) await world.store.write([[at, new TextEncoder().encode(JSON.stringify(shown.json))]])
  }
  const openBrowser = async (world: World): Promise<View> => {
    await keepKeyring(world)
    const kept = JSON.parse(new TextDecoder().decode(await world.store.get(at))) as Keyring
    const keyring = await openKeyring(kept.sealed, kept.version, secrets)
    if (!keyring) throw new Error('the keyring does not open')
    const seed = await deviceSeed(world.store, account.account, secrets)
    const vault = new OpenedAccount(account, secrets, keyring, seed, world)
    const made =
      caseId === ''
        ? await vault.createCase({
            name: 'Harbour',
            people: ['Kim', 'Noor'],
            policy: 'discretion',
            jurisdiction: 'ca-bc',
            therapist: 'T. Lind',
          })
        : await vault.openCase(caseId)
    if (caseId === '') await keepKeyring(world)
    caseId = made.id
    return made as unknown as View
  }
  const therapistWrites = ['record', 'notes', 'shared'] as const
  const first = await makeDevice(practice, 'first browser', therapistWrites, openBrowser)
  const links = (first.view as unknown as { seats: { linkPath: string | null }[] }).seats.map(seat =>
    mustFromBase64Url((seat.linkPath ?? '').split('#')[1] ?? ''),
  )
  const second = await makeDevice(practice, 'second browser', therapistWrites, openBrowser)

  const openPhone = (secret: Uint8Array) => async (world: World) => {
    const vault = await partnerSeat(world).open(secret)
    // A partner's page has no use for the single entries; they stand in the journals behind it.
    const { set } = vault as unknown as { set: { entries: OpenedEntry[] } }
    return Object.defineProperty(vault, 'entries', { get: () => set.entries }) as unknown as View
  }
  const partnerWrites = ['private', 'own', 'shared'] as const
  const [kim, noor] = links as [Uint8Array, Uint8Array]
  const kimsPhone = await makeDevice(practice, 'Kim, first phone', partnerWrites, openPhone(kim))
  const noorsPhone = await makeDevice(practice, 'Noor', partnerWrites, openPhone(noor))
  // What link and PIN bring to a second phone, without the slow part: the same keys, a device seed of its own.
  const tag = await linkTag(deriveLinkKeys(cryptography, kim).door)
  const kept = new KeptSeats(kimsPhone.world)
  const held = await kept.byTag(tag)
  const seat = held && (await kept.open(held, null))
  if (!seat) throw new Error('the phone keeps its seat')
  const other = await makeDevice(practice, 'Kim, second phone', partnerWrites, async world => {
    const keptHere = new KeptSeats(world)
    if (!(await keptHere.byTag(tag)))
      await keptHere.keep({ ...seat, deviceSeed: toBase64Url(cryptography.random(32)) }, tag, null)
    return openPhone(kim)(world)
  })
  return [first, second, kimsPhone, other, noorsPhone]
}
