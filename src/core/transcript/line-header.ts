import { clockPattern, readClockTime } from './clock-time.ts'
import { trimLabel } from './speaker-label.ts'

/** What stands before the words of a line: a time, a possible name, or both. */
export interface LineHeader {
  startMs: number | null
  endMs: number | null
  /** A possible name; whether it is one is decided by the whole file. Null where only a time stands there. */
  label: string | null
  /** `colon`: a name and a colon. `time`: a name with a time. `weak`: a time and then words that may be a name alone. */
  form: 'colon' | 'time' | 'weak' | null
  /** The time is of the day, not of the recording. */
  clock: boolean
  /** Where the words begin in the line; the line's length where it holds none. */
  wordsAt: number
}

const T = clockPattern
const timeFirst = new RegExp(
  String.raw`^[[(<{]?\s{0,3}(${T})(?:\s{0,3}(?:-->|-|–|—|→)\s{0,3}(${T}))?\s{0,3}(?:[aApP]\.?[mM]\.?)?[\])>}]?(?:\s{0,4}[-–—,|]?\s{0,4}|:\s{1,4})(?=\S|$)`,
)
const bracketName = new RegExp(String.raw`^\[([^\]:]{1,60})\]\s{1,4}(${T})\s{0,4}$`)
const nameTime = new RegExp(String.raw`^([^:：[(]{1,60}?)\s{0,4}[[(](${T})[\])]\s{0,4}[:：]?\s{0,4}`)
const nameTimeAlone = new RegExp(
  String.raw`^([^:：]{1,60}?)(?:\s{1,12}|\s{0,3}[,|–—-]\s{0,3})(${T})(?:\s{0,2}[aApP]\.?[mM]\.?)?$`,
)
const nameColon =
  /^(?:\*{1,2}|_{1,2})?([^:：]{1,60}?)(?:\*{1,2}|_{1,2})?\s{0,3}[:：](?:\*{1,2}|_{1,2})?(?=\s|$|["“«\p{L}])/u
const timeInside = new RegExp(String.raw`^\s{0,4}[[(](${T})[\])]\s{0,4}`)

/** Nothing before a line's words is longer than this, so a line of any length costs the same. */
const LONGEST_HEADER = 160

/** A colon with no space after it is a time or an address, unless a capital begins the name. */
const isSpaced = (colon: string, rest: string): boolean =>
  colon.endsWith('：') || !/^\S/.test(rest.slice(colon.length)) || /^[\s*_]*\p{Lu}/u.test(rest)

/** Reads what stands before the words of one line. The work does not grow with the line. Null where nothing stands there. */
export const readLineHeader = (line: string): LineHeader | null => {
  const head = line.slice(0, LONGEST_HEADER)
  const whole = line.length <= LONGEST_HEADER
  let at = /^(?:[\s\p{Cf}]|>>)*/u.exec(head)?.[0].length ?? 0
  const none = { startMs: null, endMs: null, label: null, form: null, clock: false, wordsAt: at }
  const found: LineHeader = { ...none }
  const past = (length: number) => {
    at += length
    at += /^\s*/.exec(head.slice(at))?.[0].length ?? 0
    found.wordsAt = at
  }

  const zoom = whole ? bracketName.exec(head.slice(at)) : null
  if (zoom) {
    const name = trimLabel(zoom[1] ?? '')
    return {
      ...none,
      startMs: readClockTime(zoom[2] ?? ''),
      label: name,
      form: 'time',
      clock: true,
      wordsAt: line.length,
    }
  }
  const first = timeFirst.exec(head.slice(at))
  if (first) {
    found.startMs = readClockTime(first[1] ?? '')
    found.endMs = first[2] ? readClockTime(first[2]) : null
    if (found.startMs === null) return null
    past(first[0].length)
  }
  const rest = head.slice(at)
  const inTime = first ? null : nameTime.exec(rest)
  if (inTime) {
    found.label = trimLabel(inTime[1] ?? '')
    found.startMs = readClockTime(inTime[2] ?? '')
    found.form = 'time'
    past(inTime[0].length)
    return found
  }
  const alone = whole && !first ? nameTimeAlone.exec(rest.trimEnd()) : null
  if (alone) {
    const startMs = readClockTime(alone[2] ?? '')
    const label = trimLabel(alone[1] ?? '')
    if (startMs !== null && label) return { ...none, startMs, label, form: 'time', wordsAt: line.length }
  }
  const column = first ? /^([^\t:]{1,60})\t(?=\s*\S)/.exec(rest) : null
  if (column) {
    found.label = trimLabel(column[1] ?? '')
    found.form = 'colon'
    past(column[0].length)
    return found
  }
  const colon = nameColon.exec(rest)
  if (colon && isSpaced(colon[0], rest)) {
    found.label = trimLabel(colon[1] ?? '')
    found.form = 'colon'
    past(colon[0].length)
    const inside = timeInside.exec(head.slice(at))
    if (inside && found.startMs === null) {
      found.startMs = readClockTime(inside[1] ?? '')
      past(inside[0].length)
    }
    return found
  }
  if (!first) return null
  if (whole && rest.trim() && rest.length <= 60) {
    found.label = trimLabel(rest)
    found.form = 'weak'
  }
  return found
}
