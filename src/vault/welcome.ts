import { concat, fromText, toText } from '../core/journal/bytes.ts'
import { cryptography } from './cryptography.ts'
import type { JournalKeys } from './held-journal.ts'
import { openBox, sealBox } from './sealed-box.ts'

/** What a partner's phone gets when it claims its link: the keys of `private` and `shared`, whom to trust, what was settled. */
export interface Welcome {
  therapist: { master: string; recipient: string }
  journals: JournalKeys[]
  /** Hash of the setting's entry (policy, jurisdiction, people): a server cannot show another one. */
  setting: string
}

const purpose = (caseId: string, seat: string) => `groundwork/welcome/1\n${caseId}\n${seat}`

/** Seals a welcome under the link's `welcome` key, bound to its case and seat. */
export const sealWelcome = (key: Uint8Array, caseId: string, seat: string, welcome: Welcome): Uint8Array =>
  sealBox(key, purpose(caseId, seat), fromText(JSON.stringify(welcome)))

/** Opens a welcome; null if it was made for another link, case or seat, or changed. */
export const openWelcome = (
  key: Uint8Array,
  caseId: string,
  seat: string,
  sealed: Uint8Array,
): Welcome | null => {
  const bytes = openBox(key, purpose(caseId, seat), sealed)
  return bytes ? (JSON.parse(toText(bytes)) as Welcome) : null
}

/** The bytes a device signs to sign in again with its key. */
export const signInStatement = (challenge: Uint8Array): Uint8Array =>
  concat(fromText('groundwork/sign-in/1\n'), challenge)

/** A fresh random id of 16 bytes. */
export const freshId = (): Uint8Array => cryptography.random(16)
