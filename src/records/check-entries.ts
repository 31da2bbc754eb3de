import { verifyCertificate } from '../core/journal/certificate.ts'
import { type Entry, decodeEntry, verifyEntry } from '../core/journal/entry.ts'
import { cryptography } from '../platform/cryptography.ts'
import { BadInput } from '../platform/refusal.ts'

/** An entry with its names as text, as the database keeps them. */
export interface NamedEntry {
  entry: Entry
  hash: string
  device: string
  previous: string
  /** The master key in its certificate; null after a device's first entry. */
  master: string | null
}

/** Bytes as the database keeps them; Node's own way is many times the faster. */
const nameOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64url')

/** Whether a path's part can be an id at all; any other is no such thing. */
export const isId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text)

/**
 * All that can be told of entries without knowing what is stored: form, place, signatures, certificates.
 * @throws BadInput `not-an-entry`, `wrong-place`, `signature-wrong` or `certificate-wrong`
 */
export const checkEntries = async (
  caseId: string,
  journal: string,
  frames: Uint8Array[],
): Promise<NamedEntry[]> => {
  const named: NamedEntry[] = []
  for (const bytes of frames) {
    const decoded = decodeEntry(cryptography, bytes)
    if (!decoded.ok) throw new BadInput('not-an-entry', 'What was sent is not an entry, or not a whole one.')
    const entry = decoded.value
    if (nameOf(entry.case) !== caseId || nameOf(entry.journal) !== journal)
      throw new BadInput('wrong-place', 'This entry belongs in another journal.')
    named.push({
      entry,
      hash: nameOf(entry.hash),
      device: nameOf(entry.device),
      previous: nameOf(entry.previous),
      master: entry.certificate && nameOf(entry.certificate.master),
    })
  }
  const signatures = await Promise.all(named.map(({ entry }) => verifyEntry(cryptography, entry)))
  if (!signatures.every(Boolean))
    throw new BadInput('signature-wrong', 'The device named in this entry did not sign it.')
  const certificates = await Promise.all(
    named.flatMap(({ entry }) =>
      entry.certificate === null ? [] : [verifyCertificate(cryptography, entry.certificate)],
    ),
  )
  if (!certificates.every(Boolean))
    throw new BadInput('certificate-wrong', 'The device certificate does not hold.')
  return named
}
