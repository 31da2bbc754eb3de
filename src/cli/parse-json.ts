import { type Checked, accepted, refused } from '../core/model/checked.ts'

/** Deeper than any file of ours; a bound, so that a hostile file cannot exhaust the stack. */
const DEEPEST = 64

class Fault extends Error {
  readonly at: number
  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

/**
 * Reads JSON text strictly: what `JSON.parse` accepts, except that a key given twice in one object is refused. An issue's
 * path is the place ("line 3, column 9"); its message says what was expected and repeats nothing of the text.
 */
export const parseJson = (text: string): Checked<unknown> => {
  let at = 0
  const fail = (message: string, place = at): never => {
    throw new Fault(place, message)
  }
  const space = () => {
    while (' \t\n\r'.includes(text[at] ?? 'x')) at++
  }
  const token = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found === undefined) return null
    at += found.length
    return found
  }
  const string = (): string => {
    const quoted = token(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y)
    if (quoted !== null) return JSON.parse(quoted) as string
    return fail('expected a string in double quotes, closed on the same line')
  }
  const list = (end: string, what: string, member: () => void) => {
    at++
    space()
    if (text[at] === end) {
      at++
      return
    }
    for (;;) {
      space()
      member()
      space()
      if (text[at] === end) break
      if (text[at] !== ',')
        fail(
          at >= text.length ? `expected the end of ${what}; the file stops here` : `expected "," or "${end}"`,
        )
      at++
    }
    at++
  }
  const value = (depth: number): unknown => {
    if (depth > DEEPEST) fail('expected less nesting')
    space()
    if (text[at] === '{') {
      const entries = new Map<string, unknown>()
      list('}', 'an object', () => {
        const place = at
        const key = string()
        if (entries.has(key)) fail('expected each key once in an object', place)
        space()
        if (text[at] !== ':') fail('expected ":" after a key')
        at++
        entries.set(key, value(depth + 1))
      })
      return Object.fromEntries(entries)
    }
    if (text[at] === '[') {
      const values: unknown[] = []
      list(']', 'a list', () => values.push(value(depth + 1)))
      return values
    }
    if (text[at] === '"') return string()
    const plain = token(/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y)
    return plain === null ? fail('expected a JSON value') : JSON.parse(plain)
  }

  try {
    const read = value(0)
    space()
    if (at < text.length) fail('expected nothing after the end of the JSON value')
    return accepted(read)
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    const before = text.slice(0, fault.at).split('\n')
    return refused('json', `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`, fault.message)
  }
}
