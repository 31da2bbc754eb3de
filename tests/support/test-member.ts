import { type Certificate, certifyDevice } from '../../src/core/journal/certificate.ts'
import { concat, fromText, mustFromBase64Url, toBase64Url } from '../../src/core/journal/bytes.ts'
import { type Entry, type EntryHeader, writeEntry } from '../../src/core/journal/entry.ts'
import { claimMac, deriveLinkKeys } from '../../src/core/journal/link.ts'
import type { NewCase } from '../../src/core/protocol/case-protocol.ts'
import type { Claim } from '../../src/core/protocol/seat-protocol.ts'
import { cryptography } from '../../src/vault/cryptography.ts'

/** A random id, key or hash as the protocol writes it. */
export const randomText = (bytes: number): string => toBase64Url(cryptography.random(bytes))
const hashOf = (bytes: Uint8Array): string => toBase64Url(cryptography.sha256(bytes))

/** A person's keys: a master key and one device that it certified, which remembers its chains. */
export class TestMember {
  readonly masterSeed = cryptography.random(32)
  deviceSeed = cryptography.random(32)
  private readonly chains = new Map<string, { sequence: number; hash: Uint8Array }>()

  get master(): string {
    return toBase64Url(cryptography.publicKey(this.masterSeed))
  }
  get device(): Uint8Array {
    return cryptography.publicKey(this.deviceSeed)
  }

  /** Another phone of the same person: a new device, with chains of its own. */
  changeDevice(): void {
    this.deviceSeed = cryptography.random(32)
    this.chains.clear()
  }

  certificate(): Claim['certificate'] {
    const certificate = certifyDevice(cryptography, this.masterSeed, this.device)
    return {
      master: toBase64Url(certificate.master),
      device: toBase64Url(certificate.device),
      signature: toBase64Url(certificate.signature),
    }
  }

  /** A forgery: it names a master key that did not sign it. */
  certificateInTheNameOf(master: string): Certificate {
    const own = certifyDevice(cryptography, this.masterSeed, this.device)
    return { ...own, master: mustFromBase64Url(master) }
  }

  /** What the device signs to sign its seat in. */
  signChallenge(challenge: string): string {
    const message = concat(fromText('groundwork/sign-in/1\n'), mustFromBase64Url(challenge))
    return toBase64Url(cryptography.sign(this.deviceSeed, message))
  }

  /** Writes the next entry of this device's chain; `change` bends its header, and then the chain is left as it was. */
  write(caseId: string, journal: string, body: unknown = {}, change: Partial<EntryHeader> = {}): Entry {
    const chain = this.chains.get(journal)
    const sequence = change.sequence ?? (chain ? chain.sequence + 1 : 0)
    const entry = writeEntry(
      cryptography,
      {
        type: 'entry',
        case: mustFromBase64Url(caseId),
        journal: mustFromBase64Url(journal),
        epoch: 1,
        device: this.device,
        sequence,
        previous: chain?.hash ?? new Uint8Array(32),
        certificate: sequence === 0 ? certifyDevice(cryptography, this.masterSeed, this.device) : null,
        erases: [],
        ...change,
      },
      { heads: [], body },
      new Uint8Array(32).fill(7),
      this.deviceSeed,
    )
    const bent = Object.keys(change).some(name => !['epoch', 'type', 'erases'].includes(name))
    if (!bent) this.chains.set(journal, { sequence, hash: entry.hash })
    return entry
  }
}

/** A link as the therapist makes it, and what its holder sends to claim the seat. */
export const makeLink = (expiresAt: string) => {
  const secret = cryptography.random(16)
  const keys = deriveLinkKeys(cryptography, secret)
  return {
    keys,
    door: toBase64Url(keys.door),
    link: {
      claimHash: hashOf(keys.claim),
      doorHash: hashOf(keys.door),
      welcome: randomText(200),
      expiresAt,
    },
    claimBy: (member: TestMember, own: string): Claim => {
      const claim = { token: toBase64Url(keys.claim), certificate: member.certificate(), own }
      return { ...claim, mac: toBase64Url(claimMac(cryptography, keys.mac, claim)) }
    },
  }
}

export type TestLink = ReturnType<typeof makeLink>

/** A case of two with the journals of the trust design, and its links. */
export const makeCase = (expiresAt: string) => {
  const seats = [randomText(16), randomText(16)] as const
  const links = [makeLink(expiresAt), makeLink(expiresAt)] as const
  const journals = {
    record: randomText(16),
    shared: randomText(16),
    private: [randomText(16), randomText(16)] as const,
  }
  const newCase: NewCase = {
    case: randomText(16),
    journals: [
      { journal: journals.record, seats: [] },
      { journal: journals.shared, seats: [...seats] },
      { journal: journals.private[0], seats: [seats[0]] },
      { journal: journals.private[1], seats: [seats[1]] },
    ],
    seats: [
      { seat: seats[0], ...links[0].link },
      { seat: seats[1], ...links[1].link },
    ],
  }
  return { newCase, case: newCase.case, seats, links, journals }
}
