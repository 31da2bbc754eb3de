import {
  concat,
  fromBase64Url,
  fromText,
  mustFromBase64Url,
  toBase64Url,
  toText,
} from '../core/journal/bytes.ts'
import { cryptography } from './cryptography.ts'
import type { SeatSecrets } from './kept-seat.ts'
import { openBox, sealBox } from './sealed-box.ts'

/** A partner's keyring: the seat's secrets without any device's. */
export type SeatKeyringContent = Omit<SeatSecrets, 'deviceSeed'>

const purpose = 'groundwork/seat-keyring/1'
const signedBytes = (text: string): Uint8Array => concat(fromText(`${purpose}\n`), fromText(text))

/** Signs the keyring with the seat's master key and seals it under the key of link and PIN; base64url. */
export const sealSeatKeyring = (wrap: Uint8Array, { deviceSeed: _, ...content }: SeatSecrets): string => {
  const text = JSON.stringify(content)
  const signature = toBase64Url(cryptography.sign(mustFromBase64Url(content.masterSeed), signedBytes(text)))
  return toBase64Url(sealBox(wrap, purpose, fromText(JSON.stringify({ text, signature }))))
}

/** Opens a seat's keyring; null under another key, or where the signature is not by the master key inside. */
export const openSeatKeyring = async (
  wrap: Uint8Array,
  sealed: string,
): Promise<SeatKeyringContent | null> => {
  const box = fromBase64Url(sealed)
  const bytes = box && openBox(wrap, purpose, box)
  if (!bytes) return null
  const { text, signature } = JSON.parse(toText(bytes)) as { text: string; signature: string }
  const content = JSON.parse(text) as SeatKeyringContent
  const master = cryptography.publicKey(mustFromBase64Url(content.masterSeed))
  return (await cryptography.verify(master, signedBytes(text), mustFromBase64Url(signature))) ? content : null
}
