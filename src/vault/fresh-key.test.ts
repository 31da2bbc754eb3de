import { afterEach, expect, test, vi } from 'vitest'
import { cryptography } from './cryptography.ts'
import { freshKey } from './fresh-key.ts'

const message = new TextEncoder().encode('a promise')
afterEach(() => vi.restoreAllMocks())

/** What the library says that differs from a fresh key; nothing where they are the same key. */
const differences = async (): Promise<string[]> => {
  const { seed, publicKey, sign } = await freshKey()
  const signature = await sign(message)
  const same = (a: Uint8Array, b: Uint8Array) => a.join() === b.join()
  return [
    same(publicKey, cryptography.publicKey(seed)) ? '' : 'public key',
    same(signature, cryptography.sign(seed, message)) ? '' : 'signature',
    (await cryptography.verify(publicKey, message, signature)) ? '' : 'verification',
    same((await freshKey()).seed, seed) ? 'not fresh' : '',
  ].filter(Boolean)
}

test('a fresh key is the same key to the library as to the browser', async () => {
  expect(await differences()).toEqual([])
})

test('where the browser has none, or exports it otherwise, the library makes it', async () => {
  const generate = vi.spyOn(crypto.subtle, 'generateKey')
  generate.mockRejectedValue(new DOMException('', 'NotSupportedError'))
  expect(await differences()).toEqual([])
  expect(generate).toHaveBeenCalled()
  vi.restoreAllMocks()
  vi.spyOn(crypto.subtle, 'exportKey').mockResolvedValue(new ArrayBuffer(83) as never)
  expect(await differences()).toEqual([])
})
