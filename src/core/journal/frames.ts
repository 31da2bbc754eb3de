import { type Checked, accepted, refused } from '../model/checked.ts'
import { concat, fromUint32, toUint32 } from './bytes.ts'
import { longestEntry } from './entry.ts'

export { framesType } from './frames-type.ts'

/** Entries one after the other, each behind its length in four bytes. */
export const encodeFrames = (entries: Uint8Array[]): Uint8Array =>
  concat(...entries.flatMap(bytes => [fromUint32(bytes.length), bytes]))

/** The entries of a body. Refuses with `not-frames` a body that is cut short or has a frame too long for an entry. */
export const decodeFrames = (body: Uint8Array): Checked<Uint8Array[]> => {
  const entries: Uint8Array[] = []
  for (let at = 0; at < body.length; ) {
    if (body.length - at < 4)
      return refused('not-frames', String(entries.length), 'The body ends inside a length.')
    const length = toUint32(body, at)
    if (length > longestEntry)
      return refused('not-frames', String(entries.length), 'A frame is longer than an entry may be.')
    if (body.length - at - 4 < length)
      return refused('not-frames', String(entries.length), 'The body ends inside an entry.')
    entries.push(body.slice(at + 4, at + 4 + length))
    at += 4 + length
  }
  return accepted(entries)
}
