import { type Checked, accepted, refused } from '../model/checked.ts'
import { invariant } from '../model/invariant.ts'
import { concat, fromText, fromUint32, toText, toUint32 } from './bytes.ts'
import { type Certificate, certificateLength } from './certificate.ts'
import type { Cryptography } from './cryptography.ts'
import { longestPlaintext, pad } from './padding.ts'

/** What everybody who carries an entry can see: its place, and who in the chain stands before it. Lengths in bytes. */
export interface EntryHeader {
  /**
   * `leave` is an entry after which the server refuses the seat that signed it. `erase` erases what other entries of the
   * journal say (`erases`); of those, what stands in clear and the signature stay, so that chains still verify.
   */
  type: 'entry' | 'leave' | 'erase'
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
  /** Hashes of the entries that an `erase` names, 1 to 64; empty in every other type. */
  erases: Uint8Array[]
}

/** An entry as carried and stored: the header, and what is sealed. */
export interface Entry extends EntryHeader {
  nonce: Uint8Array
  /** null where it was erased: what is left is a stub. */
  sealed: Uint8Array | null
  signature: Uint8Array
  /** What is hashed and signed: all in clear, and SHA-256 of what is sealed in its place. The same in a stub. */
  named: Uint8Array
  /** SHA-256 of `named`: the entry's name. */
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

const version = 2
const types = ['entry', 'leave', 'erase'] as const
/** The most entries that one `erase` names. */
export const mostErased = 64
/** Stands in the length of what is sealed where only its hash is left. */
const erasedBit = 0x80000000
const hashLength = 32
const fixed = 106
/** Where an entry's epoch stands in its bytes. */
export const epochAt = 34
const nonceLength = 24
const tagLength = 16
const signatureLength = 64
const headSlots = 8
const contentVersion = 1
const contentHeader = 2 + headSlots * 32 + 4
const signed = fromText('groundwork/entry/2\n')
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
  invariant(
    (header.type === 'erase') === header.erases.length > 0 && header.erases.length <= mostErased,
    'what is erased is named by an erase alone',
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
  const { certificate, erases } = header
  return concat(
    start,
    ...(certificate ? [certificate.master, certificate.signature] : []),
    ...(header.type === 'erase' ? [new Uint8Array([erases.length]), ...erases] : []),
  )
}

const encodeContent = (content: EntryContent): Uint8Array => {
  invariant(content.heads.length <= headSlots, 'at most eight heads')
  const slot = new Uint8Array(headSlots * 32)
  content.heads.forEach((head, i) => slot.set(head, i * 32))
  const body = fromText(JSON.stringify(content.body))
  return pad(
    concat(new Uint8Array([contentVersion, content.heads.length]), slot, fromUint32(body.length), body),
  )
}

const decodeContent = (plaintext: Uint8Array): EntryContent | null => {
  if (plaintext.length < contentHeader || plaintext[0] !== contentVersion) return null
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
 * header as associated data, and signs all in clear and the hash of what is sealed with the device's seed.
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
  const start = concat(head, nonce, fromUint32(sealed.length))
  const named = concat(start, cryptography.sha256(sealed))
  const signature = cryptography.sign(deviceSeed, concat(signed, named))
  const bytes = concat(start, sealed, signature)
  invariant(bytes.length <= longestEntry, 'an entry that the server takes')
  return { ...header, nonce, sealed, signature, named, hash: cryptography.sha256(named), bytes }
}

/** What is left of an entry when its content is erased: it keeps its name, its place and its signature. */
export const stubOf = ({ named, signature }: Entry): Uint8Array => {
  const stub = concat(named, signature)
  const at = named.length - hashLength - 4
  stub[at] = (stub[at] as number) | (erasedBit >>> 24)
  return stub
}

/** Where the nonce stands: behind the header, the certificate and what an `erase` names. */
const headLength = ({ certificate, type, erases }: EntryHeader): number =>
  fixed + (certificate ? certificateLength : 0) + (type === 'erase' ? 1 + erases.length * hashLength : 0)

/** Reads an entry's outside. Refuses with code `not-an-entry` whatever is short, long, or of another version. */
export const decodeEntry = (
  cryptography: Pick<Cryptography, 'sha256'>,
  bytes: Uint8Array,
): Checked<Entry> => {
  const bad = (message: string) => refused('not-an-entry', '', message)
  const short = () => bad('The bytes end before an entry does.')
  const rest = nonceLength + 4 + tagLength + signatureLength
  if (bytes.length < fixed + rest) return short()
  if (bytes.length > longestEntry) return bad('An entry is never that long.')
  if (bytes[0] !== version) return bad('This entry was written by another version of Groundwork.')
  const type = types[bytes[1] as number]
  if (!type) return bad('This kind of entry is not known.')
  const sequence = toUint32(bytes, 70)
  const device = bytes.slice(38, 70)
  let start = fixed + (sequence === 0 ? certificateLength : 0)
  if (bytes.length < start + rest) return short()
  const erases: Uint8Array[] = []
  if (type === 'erase') {
    const count = bytes[start++] as number
    if (count === 0 || count > mostErased) return bad('An entry that erases names from one to sixty-four.')
    for (const end = start + count * hashLength; start < end; start += hashLength)
      erases.push(bytes.slice(start, start + hashLength))
    if (bytes.length < start + rest) return short()
  }
  const told = toUint32(bytes, start + nonceLength)
  const erased = told >= erasedBit
  const length = erased ? told - erasedBit : told
  const inside = start + nonceLength + 4
  const end = inside + (erased ? hashLength : length)
  if (length < tagLength || length > longestPlaintext + tagLength || bytes.length !== end + signatureLength)
    return bad('The length told in the entry is not its length.')
  const sealed = erased ? null : bytes.slice(inside, end)
  const named = concat(
    bytes.subarray(0, inside - 4),
    fromUint32(length),
    sealed ? cryptography.sha256(sealed) : bytes.subarray(inside, end),
  )
  return accepted({
    type,
    case: bytes.slice(2, 18),
    journal: bytes.slice(18, 34),
    epoch: toUint32(bytes, epochAt),
    device,
    sequence,
    previous: bytes.slice(74, 106),
    certificate:
      sequence === 0 ? { master: bytes.slice(106, 138), device, signature: bytes.slice(138, 202) } : null,
    erases,
    nonce: bytes.slice(start, start + nonceLength),
    sealed,
    signature: bytes.slice(end),
    named,
    hash: cryptography.sha256(named),
    bytes,
  })
}

/** Whether the device named in the entry signed it; of a stub too. */
export const verifyEntry = (cryptography: Pick<Cryptography, 'verify'>, entry: Entry): Promise<boolean> =>
  cryptography.verify(entry.device, concat(signed, entry.named), entry.signature)

/** Opens an entry with the journal's key of its epoch; null where the key is another, a byte was changed, or it is a stub. */
export const openEntry = (
  cryptography: Pick<Cryptography, 'open'>,
  entry: Entry,
  key: Uint8Array,
): EntryContent | null => {
  if (!entry.sealed) return null
  const plaintext = cryptography.open(
    key,
    entry.nonce,
    entry.sealed,
    entry.bytes.subarray(0, headLength(entry)),
  )
  return plaintext && decodeContent(plaintext)
}
