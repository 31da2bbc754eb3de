/** Codes up to here are folded by table; letters beyond are kept as they are. */
const TABLE = 0x250

const fold = (code: number): number => {
  const lower = String.fromCharCode(code).toLowerCase()
  const bare = lower.normalize('NFD')
  return bare.charCodeAt(0) < TABLE ? bare.charCodeAt(0) : code
}

/** For each code below U+0250 its lower-case letter without accent: `É` and `e` are one letter to the reader. */
export const foldTable: Uint16Array = Uint16Array.from({ length: TABLE }, (_none, code) => fold(code))

/** What a character is to the reader of words. */
export const charClass = {
  other: 0,
  letter: 1,
  digit: 2,
  apostrophe: 3,
  space: 4,
  newline: 5,
  stop: 6,
  question: 7,
  exclamation: 8,
  comma: 9,
  quote: 10,
} as const

const classOf = (code: number): number => {
  const char = String.fromCharCode(code)
  if (/\p{L}/u.test(char)) return charClass.letter
  if (/\d/.test(char)) return charClass.digit
  if (char === '\n' || char === '\r') return charClass.newline
  if (/\s/.test(char)) return charClass.space
  if (char === "'" || char === '\u00b4' || char === '`') return charClass.apostrophe
  if (char === '.' || char === '\u0085') return charClass.stop
  if (char === '?' || char === '\u00bf') return charClass.question
  if (char === '!' || char === '\u00a1') return charClass.exclamation
  if (char === ',' || char === ';' || char === ':' || char === '/') return charClass.comma
  return '"()[]\u00ab\u00bb*'.includes(char) ? charClass.quote : charClass.other
}

const classTable: Uint8Array = Uint8Array.from({ length: TABLE }, (_none, code) => classOf(code))

const farClass = (code: number): number => {
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0xff07) return charClass.apostrophe
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0x2039 || code === 0x203a)
    return charClass.quote
  if (code === 0x2026 || code === 0x3002 || code === 0xff0e) return charClass.stop
  if (code === 0x2028 || code === 0x2029) return charClass.newline
  if (code === 0xff1f || code === 0x61f) return charClass.question
  if (code === 0xff01) return charClass.exclamation
  if (code === 0x3001 || code === 0xff0c || code === 0x60c) return charClass.comma
  if ((code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x3000 || code === 0xfeff)
    return charClass.space
  // Punctuation, arrows, dingbats and halves of emoji; what is left are letters of other scripts and their marks.
  if ((code >= 0x2000 && code < 0x2c00) || (code >= 0xd800 && code < 0xf900)) return charClass.other
  return charClass.letter
}

/** The class of a UTF-16 code: one of `charClass`. */
export const classifyChar = (code: number): number =>
  code < TABLE ? (classTable[code] as number) : farClass(code)

/** Lower-case, without accent. */
export const foldChar = (code: number): number => (code < TABLE ? (foldTable[code] as number) : code)

/** Signs that fold to themselves. */
const PLAIN = /^[a-z0-9' :@#?!^$._,-]*$/

/** A word as the reader knows it: folded, with a straight apostrophe. */
export const foldWord = (word: string): string => {
  if (PLAIN.test(word)) return word
  let folded = ''
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    folded += classifyChar(code) === charClass.apostrophe ? "'" : String.fromCharCode(foldChar(code))
  }
  return folded
}
