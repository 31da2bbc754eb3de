import { type Checked, accepted, refused } from '../model/checked.ts'
import { invariant } from '../model/invariant.ts'
import { concat, fromText, fromUint32, toText, toUint32 } from './bytes.ts'
import { type Certificate, certificateLength } from './certificate.ts'
import type { Cryptography } from './cryptography.ts'
import { longestPlaintext, pad } from './padding.ts'

/** What everybody who carries an entry can see: its place, and who in the chain stands before it. Lengths in bytes. */
export interface EntryHeader {
  /** `leave` is an entry after which the server refuses the seat that signed it. */
  type: 'entry' | 'leave'
  /** 16 bytes each. */
  case: Uint8Array
  journal: Uint8Array
  /** From 1; a new epoch has a new key. */
  epoch: number
  /** The Ed25519 public key of the device that wrote it. */
  device: Uint8Array
  /** The entry's number in its device's chain in this journal, from 0. */
  sequence: number
  /** The hash of the device's previous entry in this journal; zeros at the first. */
  previous: Uint8Array
  /** Rides in the device's first entry of a journal, and only there. */
  certificate: Certificate | null
}

/** An entry as carried and stored: the header, and what is sealed. */
export interface Entry extends EntryHeader {
  nonce: Uint8Array
  sealed: Uint8Array
  signature: Uint8Array
  /** SHA-256 of all but the signature: the entry's name. */
  hash: Uint8Array
  bytes: Uint8Array
}

/** What an entry says once opened. */
export interface EntryContent {
  /** Hashes of the newest entries of the same journal that the writer had seen, its own chain left out; at most 8. */
  heads: Uint8Array[]
  /** A JSON value; its kinds are the case's matter (`core/case`). */
  body: unknown
}

const version = 1
const types = ['entry', 'leave'] as const
const fixed = 106
const nonceLength = 24
const tagLength = 16
const signatureLength = 64
const headSlots = 8
const contentHeader = 2 + headSlots * 32 + 4
const signed = fromText('groundwork/entry/1\n')
/** The longest encoded entry, in bytes. */
export const longestEntry =
  fixed + certificateLength + nonceLength + 4 + longestPlaintext + tagLength + signatureLength

const encodeHeader = (header: EntryHeader): Uint8Array => {
  invariant(
    (header.sequence === 0) === (header.certificate !== null),
    'a certificate rides in the first entry only',
  )
  invariant(
    header.case.length === 16 &&
      header.journal.length === 16 &&
      header.device.length === 32 &&
      header.previous.length === 32,
    'header fields of their lengths',
  )
  const start = concat(
    new Uint8Array([version, types.indexOf(header.type)]),
    header.case,
    header.journal,
    fromUint32(header.epoch),
    header.device,
    fromUint32(header.sequence),
    header.previous,
  )
  return header.certificate ? concat(start, header.certificate.master, header.certificate.signature) : start
}

const encodeContent = (content: EntryContent): Uint8Array => {
  invariant(content.heads.length <= headSlots, 'at most eight heads')
  const slot = new Uint8Array(headSlots * 32)
  content.heads.forEach((head, i) => slot.set(head, i * 32))
  const body = fromText(JSON.stringify(content.body))
  return pad(concat(new Uint8Array([version, content.heads.length]), slot, fromUint32(body.length), body))
}

const decodeContent = (plaintext: Uint8Array): EntryContent | null => {
  if (plaintext.length < contentHeader || plaintext[0] !== version) return null
  const count = plaintext[1] as number
  const length = toUint32(plaintext, contentHeader - 4)
  if (count > headSlots || contentHeader + length > plaintext.length) return null
  const heads = Array.from({ length: count }, (_, i) => plaintext.slice(2 + i * 32, 2 + (i + 1) * 32))
  try {
    return { heads, body: JSON.parse(toText(plaintext.subarray(contentHeader, contentHeader + length))) }
  } catch {
    return null
  }
}

/** How many bytes of JSON one entry's body may have. */
export const longestBody = longestPlaintext - contentHeader

/**
 * Seals and signs an entry: pads the content, seals it under the journal's key of this epoch with a fresh nonce and the
 * header as associated data, and signs the whole with the device's seed.
 */
export const writeEntry = (
  cryptography: Cryptography,
  header: EntryHeader,
  content: EntryContent,
  key: Uint8Array,
  deviceSeed: Uint8Array,
): Entry => {
  const head = encodeHeader(header)
  const nonce = cryptography.random(nonceLength)
  const sealed = cryptography.seal(key, nonce, encodeContent(content), head)
  const unsigned = concat(head, nonce, fromUint32(sealed.length), sealed)
  const signature = cryptography.sign(deviceSeed, concat(signed, unsigned))
  return {
    ...header,
    nonce,
    sealed,
    signature,
    hash: cryptography.sha256(unsigned),
    bytes: concat(unsigned, signature),
  }
}

/** Reads an entry's outside. Refuses with code `not-an-entry` whatever is short, long, or of another version. */
export const decodeEntry = (
  cryptography: Pick<Cryptography, 'sha256'>,
  bytes: Uint8Array,
): Checked<Entry> => {
  const bad = (message: string) => refused('not-an-entry', '', message)
  if (bytes.length < fixed + nonceLength + 4 + tagLength + signatureLength)
    return bad('The bytes end before an entry does.')
  if (bytes[0] !== version) return bad('This entry was written by another version of Groundwork.')
  const type = types[bytes[1] as number]
  if (!type) return bad('This kind of entry is not known.')
  const sequence = toUint32(bytes, 70)
  const device = bytes.slice(38, 70)
  const start = fixed + (sequence === 0 ? certificateLength : 0)
  if (bytes.length < start + nonceLength + 4 + tagLength + signatureLength)
    return bad('The bytes end before an entry does.')
  const length = toUint32(bytes, start + nonceLength)
  const end = start + nonceLength + 4 + length
  if (length > longestPlaintext + tagLength || bytes.length !== end + signatureLength)
    return bad('The length told in the entry is not its length.')
  return accepted({
    type,
    case: bytes.slice(2, 18),
    journal: bytes.slice(18, 34),
    epoch: toUint32(bytes, 34),
    device,
    sequence,
    previous: bytes.slice(74, 106),
    certificate:
      sequence === 0 ? { master: bytes.slice(106, 138), device, signature: bytes.slice(138, 202) } : null,
    nonce: bytes.slice(start, start + nonceLength),
    sealed: bytes.slice(start + nonceLength + 4, end),
    signature: bytes.slice(end),
    hash: cryptography.sha256(bytes.subarray(0, end)),
    bytes,
  })
}

/** Whether the device named in the entry signed it. */
export const verifyEntry = (cryptography: Pick<Cryptography, 'verify'>, entry: Entry): Promise<boolean> =>
  cryptography.verify(
    entry.device,
    concat(signed, entry.bytes.subarray(0, entry.bytes.length - signatureLength)),
    entry.signature,
  )

/** Opens an entry with the journal's key of its epoch; null where the key is another or a byte was changed. */
export const openEntry = (
  cryptography: Pick<Cryptography, 'open'>,
  entry: Entry,
  key: Uint8Array,
): EntryContent | null => {
  const head = entry.bytes.subarray(0, fixed + (entry.certificate ? certificateLength : 0))
  const plaintext = cryptography.open(key, entry.nonce, entry.sealed, head)
  return plaintext && decodeContent(plaintext)
}
