import { memoryWorld } from '../src/cli/memory-world.ts'
import { mustFromBase64Url, toBase64Url } from '../src/core/journal/bytes.ts'
import { certifyDevice } from '../src/core/journal/certificate.ts'
import { type Entry, writeEntry } from '../src/core/journal/entry.ts'
import { claimMac, deriveLinkKeys } from '../src/core/journal/link.ts'
import type { NewCase } from '../src/core/protocol/case-protocol.ts'
import { therapistAccount } from '../src/vault/therapist-account.ts'
import { cryptography } from './node-cryptography.ts'

export const randomText = (bytes: number): string => toBase64Url(cryptography.random(bytes))
const hashOf = (bytes: Uint8Array): string => toBase64Url(cryptography.sha256(bytes))

/** A therapist who has just made an account, with the device they made it on. */
export const makeTherapist = async (address: string, setUpCode: string) => {
  const world = memoryWorld(fetch, Date.now, address)
  const { vault, recoveryCode } = await therapistAccount(world).register({
    setUpCode,
    signInName: 'bench',
    passphrase: 'ochre-lantern-willow-harbour-quiet-seven',
  })
  await vault.confirmKit(recoveryCode)
  return { world, vault }
}

/** A device that writes one journal's entries, one after the other. */
export class Chain {
  private last: { sequence: number; hash: Uint8Array } | null = null
  readonly caseId: string
  readonly journal: string
  private readonly key: Uint8Array
  private readonly masterSeed: Uint8Array
  private readonly deviceSeed = cryptography.random(32)
  private readonly device = cryptography.publicKey(this.deviceSeed)
  constructor(caseId: string, journal: string, key: Uint8Array, masterSeed: Uint8Array) {
    this.caseId = caseId
    this.journal = journal
    this.key = key
    this.masterSeed = masterSeed
  }

  write(body: unknown, heads: Uint8Array[] = []): Entry {
    const sequence = this.last ? this.last.sequence + 1 : 0
    const { device } = this
    const entry = writeEntry(
      cryptography,
      {
        type: 'entry',
        case: mustFromBase64Url(this.caseId),
        journal: mustFromBase64Url(this.journal),
        epoch: 1,
        device,
        sequence,
        previous: this.last?.hash ?? new Uint8Array(32),
        certificate: sequence === 0 ? certifyDevice(cryptography, this.masterSeed, device) : null,
        erases: [],
      },
      { heads, body },
      this.key,
      this.deviceSeed,
    )
    this.last = { sequence, hash: entry.hash }
    return entry
  }
}

/** A claimed seat of a case that the server knows: what one partner's phone needs to save. */
export interface Partner {
  caseId: string
  journal: string
  seat: string
  cookie: string
  masterSeed: Uint8Array
}

/** A case of two, both links claimed, straight over HTTP. */
export const makePartners = async (
  address: string,
  therapistCookies: ReadonlyMap<string, string>,
): Promise<Partner[]> => {
  const seats = [0, 1].map(() => {
    const keys = deriveLinkKeys(cryptography, cryptography.random(16))
    return { seat: randomText(16), keys, journal: randomText(16) }
  })
  const newCase: NewCase = {
    case: randomText(16),
    journals: [
      { journal: randomText(16), seats: [] },
      { journal: randomText(16), seats: seats.map(({ seat }) => seat) },
      ...seats.map(({ seat, journal }) => ({ journal, seats: [seat] })),
    ],
    seats: seats.map(({ seat, keys }) => ({
      seat,
      claimHash: hashOf(keys.claim),
      doorHash: hashOf(keys.door),
      welcome: randomText(200),
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    })),
  }
  const post = async (path: string, body: unknown, cookies = '', from = '') => {
    const headers: Record<string, string> = { 'content-type': 'application/json', cookie: cookies }
    if (from) headers['x-forwarded-for'] = from
    const reply = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}`)
    return reply
  }
  await post(
    '/api/cases',
    newCase,
    [...therapistCookies].map(([name, value]) => `${name}=${value}`).join('; '),
  )
  const partners: Partner[] = []
  for (const { seat, keys, journal } of seats) {
    const masterSeed = cryptography.random(32)
    const certificate = certifyDevice(
      cryptography,
      masterSeed,
      cryptography.publicKey(cryptography.random(32)),
    )
    const claim = {
      token: toBase64Url(keys.claim),
      certificate: {
        master: toBase64Url(certificate.master),
        device: toBase64Url(certificate.device),
        signature: toBase64Url(certificate.signature),
      },
      own: randomText(16),
    }
    // Each partner from an address of their own, as partners are; one address would have to wait.
    const reply = await post(
      '/api/claim',
      { ...claim, mac: toBase64Url(claimMac(cryptography, keys.mac, claim)) },
      '',
      `2001:db8::${seat.slice(0, 8)}`,
    )
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    partners.push({ caseId: newCase.case, journal, seat, cookie, masterSeed })
  }
  return partners
}
