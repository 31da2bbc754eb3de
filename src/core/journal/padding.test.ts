import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestPlaintext, pad, paddedLength } from './padding.ts'

test.each([
  [0, 1024],
  [1, 1024],
  [1024, 1024],
  [1025, 2048],
  [2048, 2048],
  [2049, 4096],
  [4096, 4096],
])('a text of %i bytes fills a bucket of %i', (length, bucket) => {
  expect(paddedLength(length)).toBe(bucket)
})

// Padmé by its own definition: E = floor(log2 L), S = floor(log2 E) + 1, and the last E - S bits of the length are
// rounded up. The values were worked out by hand from that.
test.each([
  [4097, 4352], // E 12, S 4: steps of 256
  [4352, 4352],
  [4353, 4608],
  [8191, 8192],
  [8193, 8704], // E 13, S 4: steps of 512
  [9000, 9216],
  [16_385, 17_408], // E 14: steps of 1024
  [60_000, 61_440], // E 15: steps of 2048
  [65_535, 65_536],
  [65_536, 65_536],
])('above four KiB Padmé makes %i bytes %i', (length, padded) => {
  expect(paddedLength(length)).toBe(padded)
})

test('padding never cuts, never adds an eighth or more above four KiB, and keeps the order of lengths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: longestPlaintext - 1 }), length => {
      const padded = paddedLength(length)
      expect(padded).toBeGreaterThanOrEqual(length)
      expect(paddedLength(padded)).toBe(padded)
      expect(paddedLength(length + 1)).toBeGreaterThanOrEqual(padded)
      if (length > 4096) expect(padded / length).toBeLessThan(1.125)
    }),
  )
})

test('all lengths share three buckets and sixteen sizes for each doubling above four KiB', () => {
  const sizes = new Set(Array.from({ length: longestPlaintext + 1 }, (_, length) => paddedLength(length)))
  expect(sizes.size).toBe(3 + 4 * 16)
  expect(Math.max(...sizes)).toBe(longestPlaintext)
})

test('the longest plaintext is taken and one byte more is not', () => {
  expect(pad(new Uint8Array(longestPlaintext).fill(9))).toEqual(new Uint8Array(longestPlaintext).fill(9))
  expect(() => pad(new Uint8Array(longestPlaintext + 1))).toThrow()
})
