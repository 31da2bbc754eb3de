import { inflateRawSync, inflateSync, constants } from 'node:zlib'

/** Something that must not be found: a word somebody wrote, or bytes such as a key. */
export interface Mark {
  name: string
  bytes: Uint8Array
}

/** A mark of a text; choose one that is long enough not to arise by chance. */
export const textMark = (name: string, text: string): Mark => ({ name, bytes: Buffer.from(text, 'utf8') })

/** Where a mark was found, and in which spelling. */
export interface Found {
  name: string
  spelling: string
  where: string
}

/** What of the base64 of any text that contains `bytes` at this alignment depends on `bytes` alone. */
const base64At = (bytes: Uint8Array, offset: number): string => {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replaceAll('=', '')
  const from = Math.ceil((offset * 8) / 6)
  const to = Math.floor(((offset + bytes.length) * 8) / 6)
  return whole.slice(from, to)
}
const toUrl = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_')

const spellingsOf = (bytes: Uint8Array): [string, Buffer][] => {
  const plain = Buffer.from(bytes)
  const little = Buffer.from(plain.toString('latin1'), 'utf16le')
  const hex = plain.toString('hex')
  const base64 = [0, 1, 2].map(offset => base64At(plain, offset))
  const texts: [string, string][] = [
    ['hex', hex],
    ['HEX', hex.toUpperCase()],
    ...base64.map((text, i): [string, string] => [`base64 at ${i}`, text]),
    ...base64.map((text, i): [string, string] => [`base64url at ${i}`, toUrl(text)]),
  ]
  return [
    ['bytes', plain],
    ['UTF-16LE', little],
    ['UTF-16BE', Buffer.from(little).swap16()],
    ...texts.map(([name, text]): [string, Buffer] => [name, Buffer.from(text, 'latin1')]),
  ]
}

const partly = { finishFlush: constants.Z_SYNC_FLUSH }
/** What is inside, or null where the bytes are no such member. A member may be followed by other bytes. */
const unpack = (open: () => Buffer): Buffer | null => {
  try {
    const inside = open()
    return inside.length > 7 ? inside : null
  } catch {
    return null
  }
}

/** The length of a gzip member's head (RFC 1952): after it stands raw deflate, and what follows that is let be. */
const gzipHeader = (bytes: Buffer, at: number): number => {
  const flags = bytes[at + 3] ?? 0
  let end = at + 10
  if (flags & 4) end += 2 + (bytes[end] ?? 0) + 256 * (bytes[end + 1] ?? 0)
  for (const flag of [8, 16]) if (flags & flag) end = bytes.indexOf(0, end) + 1 || bytes.length
  return end + (flags & 2 ? 2 : 0) - at
}

const membersOf = (bytes: Buffer): [string, Buffer][] => {
  const members: [string, Buffer][] = []
  const add = (name: string, inside: Buffer | null) => void (inside && members.push([name, inside]))
  for (let at = bytes.indexOf('1f8b08', 0, 'hex'); at >= 0; at = bytes.indexOf('1f8b08', at + 1, 'hex'))
    add(
      'gzip',
      unpack(() => inflateRawSync(bytes.subarray(at + gzipHeader(bytes, at)), partly)),
    )
  for (const head of ['7801', '785e', '789c', '78da'])
    for (let at = bytes.indexOf(head, 0, 'hex'); at >= 0; at = bytes.indexOf(head, at + 1, 'hex'))
      add(
        'zlib',
        unpack(() => inflateSync(bytes.subarray(at), partly)),
      )
  // Raw deflate begins with nothing that can be looked for: it is tried at the start of each value.
  add(
    'deflate',
    unpack(() => inflateRawSync(bytes, partly)),
  )
  return members
}

/** What stands inside base64 and hex. A file says the same again and again; `seen` lets a run be opened once at a depth. */
const runsOf = (bytes: Buffer, seen: Map<string, number>, depth: number): [string, Buffer][] => {
  const text = bytes.toString('latin1')
  const runs: [string, Buffer][] = []
  // A run may begin with letters that belong to what stood before it.
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{24,}/g)) {
    if ((seen.get(run) ?? 0) >= depth) continue
    seen.set(run, depth)
    for (const offset of [0, 1, 2, 3])
      runs.push(['inside base64', Buffer.from(run.slice(offset), /[-_]/.test(run) ? 'base64url' : 'base64')])
  }
  for (const [run] of text.matchAll(/[0-9a-fA-F]{24,}/g))
    for (const offset of [0, 1]) runs.push(['inside hex', Buffer.from(run.slice(offset), 'hex')])
  return runs
}

/**
 * Searches bytes for marks as an attacker would who has time: as they are, as UTF-16, hex, base64 of every alignment
 * and alphabet, and the same again inside compressed members and inside base64 and hex, four layers deep.
 */
export const findMarks = (where: string, bytes: Uint8Array, marks: Mark[]): Found[] => {
  const needles = marks.flatMap(({ name, bytes: mark }) =>
    spellingsOf(mark).map(([spelling, needle]) => ({ name, spelling, needle })),
  )
  const found = new Map<string, Found>()
  const seen = new Map<string, number>()
  const search = (haystack: Buffer, path: string, depth: number): void => {
    for (const { name, spelling, needle } of needles)
      if (haystack.includes(needle)) {
        const full = `${path}${spelling}`
        found.set(`${name} ${full}`, { name, spelling: full, where })
      }
    if (depth === 0) return
    for (const [kind, inside] of [...membersOf(haystack), ...runsOf(haystack, seen, depth)])
      search(inside, `${path}${kind}, `, depth - 1)
  }
  search(Buffer.from(bytes), '', 4)
  return [...found.values()]
}
