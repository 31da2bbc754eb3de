import { fromText, mustFromBase64Url, toBase64Url, toText } from '../core/journal/bytes.ts'
import type { FirstPin, JournalKeys } from './held-journal.ts'
import type { TherapistPublic } from './new-case.ts'
import type { World } from './ports.ts'

/** All that opens a partner's seat. Everything but the device's seed is also the seat's keyring. Bytes as base64url. */
export interface SeatSecrets {
  case: string
  seat: string
  therapist: TherapistPublic
  masterSeed: string
  journals: JournalKeys[]
  /** Hash of the setting's entry. */
  setting: string
  /** HKDF(link, "pin"); the link itself is not kept. */
  pinSalt: string
  deviceSeed: string
  /** Where the first PIN stands among what was given; null before there is one. */
  firstPin: FirstPin | null
}

/** Wrong PINs on this device before it forgets the seat's keys. */
export const localTries = 5

interface KeptSeat {
  seat: string
  /** SHA-256 of the link's `door` key: tells which link this is without holding it. */
  tag: string
  hasPin: boolean
  salt: string
  tries: number
  box: string
}

const purpose = 'groundwork/kept-seat/1'
/** Only what lies under a PIN needs the library. */
const sealedBox = () => import('./sealed-box.ts')
const keyOf = (seat: string): string => `s/${seat}`

/** What a device keeps of its seats: sealed under a key that cannot leave it, and under the PIN once there is one. */
export class KeptSeats {
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  async all(): Promise<KeptSeat[]> {
    return (await this.world.store.list('s/')).map(([, bytes]) => JSON.parse(toText(bytes)) as KeptSeat)
  }

  async byTag(tag: string): Promise<KeptSeat | undefined> {
    return (await this.all()).find(kept => kept.tag === tag)
  }

  /**
   * Keeps the secrets; `pinKey` is Argon2id of the PIN under `salt`, or null while there is none. `instead` is what they
   * stand in for, and goes in the same write.
   */
  async keep(
    secrets: SeatSecrets,
    tag: string,
    pin: { key: Uint8Array; salt: Uint8Array } | null,
    instead: string | null = null,
  ): Promise<void> {
    const plain = fromText(JSON.stringify(secrets))
    const inner = pin ? (await sealedBox()).sealBox(pin.key, purpose, plain) : plain
    const box = await this.world.deviceLock.seal(inner)
    const kept: KeptSeat = {
      seat: secrets.seat,
      tag,
      hasPin: pin !== null,
      salt: pin ? toBase64Url(pin.salt) : '',
      tries: 0,
      box: toBase64Url(box),
    }
    await this.write(kept, instead === null ? [] : [[instead, undefined]])
  }

  /** Opens what was kept; `pinKey` where there is a PIN. null: a wrong PIN, or another device's key. */
  async open(kept: KeptSeat, pinKey: Uint8Array | null): Promise<SeatSecrets | null> {
    const outer = await this.world.deviceLock.open(mustFromBase64Url(kept.box))
    const plain = outer && pinKey ? (await sealedBox()).openBox(pinKey, purpose, outer) : outer
    return plain ? (JSON.parse(toText(plain)) as SeatSecrets) : null
  }

  /** Counts a wrong PIN; at the last try the keys are forgotten. Gives how many tries are left. */
  async countWrong(kept: KeptSeat): Promise<number> {
    const tries = kept.tries + 1
    if (tries >= localTries) await this.world.store.write([[keyOf(kept.seat), undefined]])
    else await this.write({ ...kept, tries })
    return localTries - tries
  }

  async clearTries(kept: KeptSeat): Promise<void> {
    if (kept.tries > 0) await this.write({ ...kept, tries: 0 })
  }

  /** Forgets a seat and every byte of its case on this device. */
  async forget(seat: string, caseId: string): Promise<void> {
    const { store } = this.world
    const found = await Promise.all(['e', 'o', 'p'].map(part => store.list(`${part}/${caseId}/`)))
    await store.write([
      [keyOf(seat), undefined],
      ...found.flat().map(([key]): [string, undefined] => [key, undefined]),
    ])
  }

  private write(kept: KeptSeat, beside: [string, undefined][] = []): Promise<void> {
    return this.world.store.write([[keyOf(kept.seat), fromText(JSON.stringify(kept))], ...beside])
  }
}
