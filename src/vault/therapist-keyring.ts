import { fromBase64Url, fromText, mustFromBase64Url, toBase64Url, toText } from '../core/journal/bytes.ts'
import { openWithIdentity, sealToRecipient } from './age-box.ts'
import { cryptography } from './cryptography.ts'
import type { JournalKeys } from './held-journal.ts'

/** What opens everything of an account: an `age` hybrid identity and the Ed25519 master seed (base64url). */
export interface AccountSecrets {
  identity: string
  masterSeed: string
}

/** A seat as its therapist's keyring holds it. */
export interface KeyringSeat {
  seat: string
  /** Secrets of the links made for this seat (base64url), newest last; each also authenticates its claim. */
  links: string[]
  /** ISO time after which the newest link can no longer be claimed. */
  expiresAt: string
  /** Master keys whose claims were checked, oldest first. */
  masters: string[]
}

export interface KeyringCase {
  case: string
  createdAt: string
  journals: JournalKeys[]
  seats: KeyringSeat[]
  /** Newest hashes of each journal at the last save: a server that cannot show them has rolled back. */
  checkpoints: Record<string, string[]>
}

/** All keys that an account holds. Versions are compared and swapped; what two devices added is united. */
export interface TherapistKeyring {
  format: 'groundwork/keyring/1'
  version: number
  kitConfirmed: boolean
  cases: KeyringCase[]
  /** Newest hashes of the journals that are the account's own, as `checkpoints` of a case. */
  own?: Record<string, string[]>
}

const domain = fromText('groundwork/keyring/1\n')
const signedBytes = (text: string): Uint8Array => new Uint8Array([...domain, ...fromText(text)])

/** Signs a keyring with the account's master key and seals it to the account's own recipient; base64url. */
export const sealKeyring = async (
  keyring: TherapistKeyring,
  secrets: AccountSecrets,
  recipient: string,
): Promise<string> => {
  const text = JSON.stringify(keyring)
  const signature = toBase64Url(cryptography.sign(mustFromBase64Url(secrets.masterSeed), signedBytes(text)))
  return toBase64Url(await sealToRecipient(recipient, fromText(JSON.stringify({ text, signature }))))
}

/**
 * Opens a keyring and checks its signature and version; null where the server shows another, a changed one, or an older
 * one under a newer number. Anybody can seal something to a public recipient, so what is inside may be anything.
 */
export const openKeyring = async (
  sealed: string,
  version: number,
  secrets: AccountSecrets,
): Promise<TherapistKeyring | null> => {
  const box = fromBase64Url(sealed)
  const bytes = box && (await openWithIdentity(secrets.identity, box))
  const { text, signature } = readSigned(bytes)
  const master = cryptography.publicKey(mustFromBase64Url(secrets.masterSeed))
  if (!signature || !(await cryptography.verify(master, signedBytes(text), signature))) return null
  const keyring = JSON.parse(text) as TherapistKeyring
  return keyring.format === 'groundwork/keyring/1' && keyring.version === version ? keyring : null
}

const readSigned = (bytes: Uint8Array | null): { text: string; signature: Uint8Array | null } => {
  const nothing = { text: '', signature: null }
  if (!bytes) return nothing
  try {
    const { text, signature } = JSON.parse(toText(bytes)) as Record<string, unknown>
    return { text: String(text), signature: fromBase64Url(String(signature)) }
  } catch {
    return nothing
  }
}

/** Both lists without repeats; what only the newer has, or both have, stands last. */
const union = (older: string[], newer: string[]): string[] => [
  ...older.filter(one => !newer.includes(one)),
  ...newer,
]

const uniteCase = (a: KeyringCase, b: KeyringCase): KeyringCase => ({
  ...a,
  journals: [
    ...a.journals.map(one => {
      const other = b.journals.find(journal => journal.journal === one.journal)
      return other
        ? { ...one, epoch: Math.max(one.epoch, other.epoch), keys: { ...one.keys, ...other.keys } }
        : one
    }),
    ...b.journals.filter(other => !a.journals.some(one => one.journal === other.journal)),
  ],
  seats: a.seats.map(one => {
    const other = b.seats.find(seat => seat.seat === one.seat)
    if (!other) return one
    const [older, newer] = other.expiresAt > one.expiresAt ? [one, other] : [other, one]
    return { ...newer, links: union(older.links, newer.links), masters: union(older.masters, newer.masters) }
  }),
  checkpoints: { ...b.checkpoints, ...a.checkpoints },
})

/** What two devices hold, united: nothing that either has is lost. The version is the newer one. */
export const uniteKeyrings = (a: TherapistKeyring, b: TherapistKeyring): TherapistKeyring => ({
  ...a,
  version: Math.max(a.version, b.version),
  kitConfirmed: a.kitConfirmed || b.kitConfirmed,
  own: { ...b.own, ...a.own },
  cases: [
    ...a.cases.map(one => {
      const other = b.cases.find(another => another.case === one.case)
      return other ? uniteCase(one, other) : one
    }),
    ...b.cases.filter(other => !a.cases.some(one => one.case === other.case)),
  ],
})
