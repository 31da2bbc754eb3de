import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrames, encodeFrames } from './frames.ts'
import { longestEntry } from './entry.ts'
import { fromUint32 } from './bytes.ts'

test('entries come out of a body as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), entries => {
      expect(decodeFrames(encodeFrames(entries))).toEqual({ ok: true, value: entries })
    }),
  )
})

test('a body that is cut anywhere inside is refused, never read short', () => {
  const body = encodeFrames([new Uint8Array(5).fill(1), new Uint8Array(7).fill(2)])
  for (let length = 1; length < body.length; length++) {
    const read = decodeFrames(body.slice(0, length))
    if (length === 9) expect(read).toMatchObject({ ok: true, value: [new Uint8Array(5).fill(1)] })
    else expect(read).toMatchObject({ ok: false, issues: [{ code: 'not-frames' }] })
  }
})

test('a frame that says it is longer than any entry is refused before room is made for it', () => {
  expect(decodeFrames(fromUint32(longestEntry + 1))).toMatchObject({ issues: [{ code: 'not-frames' }] })
  expect(decodeFrames(fromUint32(0xffffffff))).toMatchObject({ issues: [{ code: 'not-frames' }] })
})
