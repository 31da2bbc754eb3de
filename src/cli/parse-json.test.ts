import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'

describe('parseJson', () => {
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  it('accepts and refuses the same texts as JSON.parse', () => {
    const bits = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"b"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
      '"\\u00e9"',
      '"\\x"',
      '"\t"',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 9 }), parts => {
        const text = parts.join('')
        const mine = parseJson(text)
        // A key given twice is the one thing refused that JSON.parse lets through.
        if (!mine.ok && mine.issues[0]?.message.includes('once')) return
        let theirs = true
        try {
          JSON.parse(text)
        } catch {
          theirs = false
        }
        expect(mine.ok).toBe(theirs)
      }),
      { numRuns: 2000 },
    )
  })

  it('names the place, and keeps a key called __proto__ an ordinary key', () => {
    expect(parseJson('{\n  "a": 1,\n  "a": 2}')).toMatchObject({
      ok: false,
      issues: [{ path: 'line 3, column 3' }],
    })
    const read = parseJson('{"__proto__": {"x": 1}}')
    expect(read.ok && Object.keys(read.value as object)).toEqual(['__proto__'])
  })
})
