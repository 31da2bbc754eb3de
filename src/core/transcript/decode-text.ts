import { type Checked, accepted, refused } from '../model/checked.ts'

const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

/** UTF-16 without a mark shows in its zeros: nearly every other byte of Latin text is one. */
const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const length = Math.min(bytes.length, 4096) & ~1
  let [even, odd] = [0, 0]
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = length / 2
  if (half < 2) return null
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return null
}

/** What windows-1252 has where Latin-1 has controls. Some engines' own decoder takes the one for the other. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const decodeWindows = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, char => windows[char.charCodeAt(0) - 0x80] ?? char)

const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A file cut in the middle of a letter is still UTF-8; one with no whole letter beyond ASCII is not.
    const lenient = new TextDecoder('utf-8').decode(bytes)
    let [broken, whole] = [0, 0]
    for (let i = 0; i < lenient.length; i++) {
      const code = lenient.charCodeAt(i)
      if (code === 0xfffd) broken++
      else if (code > 0x7f) whole++
    }
    return whole > broken * 4 || (broken === 1 && lenient.endsWith('\ufffd') && whole > 0)
      ? lenient
      : decodeWindows(bytes)
  }
}

/** How much of a text is no text: control characters and bytes that stand for nothing. */
const strangeShare = (text: string): number => {
  let strange = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (
      (code < 32 && (code < 9 || code > 13)) ||
      code === 0xfffd ||
      (code > 0x7e && code < 0xa0 && code !== 0x85)
    )
      strange++
  }
  return text.length === 0 ? 0 : strange / text.length
}

/**
 * The text of a file's bytes: UTF-8 and UTF-16 with or without a byte order mark, else windows-1252. Line ends of every
 * kind become "\n"; halves of characters become U+FFFD, so that the text can be stored. Time is linear in the bytes.
 * Issues: `transcript.not-text`.
 */
export const decodeText = (bytes: Uint8Array): Checked<string> => {
  const utf16 = starts(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : starts(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : guessUtf16(bytes)
  const text = utf16 ? new TextDecoder(utf16).decode(bytes) : decodeUtf8(bytes)
  if (strangeShare(text) > 0.05)
    return refused('transcript.not-text', '', 'expected a transcript; this file holds no text')
  return accepted(
    text
      .replace(/^\ufeff/, '')
      .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // Zeros and other controls are no words, and break what stores or shows them.
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, ' '),
  )
}
