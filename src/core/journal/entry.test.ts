import { expect, test } from 'vitest'
import { flipBit, playedJournal, PlayedDevice } from '../../../tests/support/play-journal.ts'
import { cryptography } from '../../vault/cryptography.ts'
import { decodeEntry, longestBody, longestEntry, openEntry, verifyEntry } from './entry.ts'

const key = playedJournal.keys.get(1) as Uint8Array
const readBack = (bytes: Uint8Array) => {
  const decoded = decodeEntry(cryptography, bytes)
  if (!decoded.ok) throw new Error(decoded.issues[0]?.code)
  return decoded.value
}

test('what is written is read back whole: heads, body, and the place it was written for', () => {
  const heads = [cryptography.random(32), cryptography.random(32)]
  const body = { words: 'été — 雨 🌧', empty: null, list: [1, 2] }
  const entry = readBack(new PlayedDevice(1, 1).write(body, heads).bytes)
  expect(openEntry(cryptography, entry, key)).toEqual({ heads, body })
  expect(entry.case).toEqual(playedJournal.case)
  expect(entry.journal).toEqual(playedJournal.journal)
})

test('one word and no word, a yes and a no are carried in equally many bytes', () => {
  const sizes = ['', 'no', 'a few more words than that', 'x'.repeat(700)].map(
    words => new PlayedDevice(1, 1).write({ kind: 'answer', words }).bytes.length,
  )
  expect(new Set(sizes).size).toBe(1)
  const eight = Array.from({ length: 8 }, () => cryptography.random(32))
  expect(new PlayedDevice(1, 1).write({}, eight).bytes.length).toBe(sizes[0])
})

test('the longest body fits an entry that the server takes; one byte more is refused before it is sealed', () => {
  const words = 'x'.repeat(longestBody - 2)
  const entry = new PlayedDevice(1, 1).write(words)
  expect(entry.bytes.length).toBe(longestEntry)
  expect(openEntry(cryptography, readBack(entry.bytes), key)?.body).toBe(words)
  expect(() => new PlayedDevice(1, 1).write(`${words}x`)).toThrow()
})

test('a ninth head is refused before it is sealed', () => {
  const nine = Array.from({ length: 9 }, () => cryptography.random(32))
  expect(() => new PlayedDevice(1, 1).write({}, nine)).toThrow()
})

test('an entry does not open under another key, and says nothing without its key', () => {
  const entry = readBack(new PlayedDevice(1, 1).write({ words: 'mark-of-the-body' }).bytes)
  expect(openEntry(cryptography, entry, cryptography.random(32))).toBeNull()
  expect(Buffer.from(entry.bytes).includes('mark-of-the-body')).toBe(false)
})

test('sealed twice, the same words are two different entries', () => {
  const [one, two] = [new PlayedDevice(1, 1).write({ a: 1 }), new PlayedDevice(1, 1).write({ a: 1 })]
  expect(one?.nonce).not.toEqual(two?.nonce)
  expect(one?.hash).not.toEqual(two?.hash)
})

test('no single bit can be changed, in the first entry of a chain or in a later one', async () => {
  const device = new PlayedDevice(1, 1)
  for (const entry of [device.write({ a: 1 }), device.write({ a: 2 })]) {
    // Every bit of what stands in clear and of the tag; of the sealed padding one in thirty-seven.
    const clear = 240 * 8
    const bits = Array.from({ length: entry.bytes.length * 8 }, (_, bit) => bit).filter(
      bit => bit < clear || bit > entry.bytes.length * 8 - 90 * 8 || bit % 37 === 0,
    )
    for (const bit of bits) {
      const decoded = decodeEntry(cryptography, flipBit(entry.bytes, bit))
      if (!decoded.ok) {
        expect(decoded.issues[0]?.code).toBe('not-an-entry')
        continue
      }
      const holds = await verifyEntry(cryptography, decoded.value)
      expect([bit, holds]).toEqual([bit, false])
    }
  }
})

test('the associated data bind the place: the sealed part of one entry does not open in the frame of another', () => {
  const device = new PlayedDevice(1, 1)
  const [first, second] = [device.write({ a: 1 }), device.write({ a: 2 })]
  const moved = { ...second, nonce: first.nonce, sealed: first.sealed }
  expect(openEntry(cryptography, moved, key)).toBeNull()
})

test.each([
  ['nothing', new Uint8Array()],
  ['a few bytes', new Uint8Array(50)],
  ['another version', flipBit(new PlayedDevice(1, 1).write({}).bytes, 0)],
  ['a cut entry', new PlayedDevice(1, 1).write({}).bytes.slice(0, -1)],
  ['an entry with a byte too many', new Uint8Array([...new PlayedDevice(1, 1).write({}).bytes, 0])],
  ['noise', cryptography.random(1500)],
])('%s is no entry', (_, bytes) => {
  expect(decodeEntry(cryptography, bytes)).toMatchObject({ ok: false, issues: [{ code: 'not-an-entry' }] })
})
