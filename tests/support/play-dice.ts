import { createHash } from 'node:crypto'
import { vi } from 'vitest'

let count = 0
let name = ''

/**
 * Makes the devices' randomness repeat itself: from here on it follows from `scene` alone, so that two plays of the
 * same script differ only in what the script made differ. The server's own randomness stays as it is.
 */
export const loadDice = (scene: string): void => {
  count = 0
  name = scene
}

/** Takes the place of the system's randomness in this process; gives what puts that back. */
export const swapDice = (): (() => void) => {
  const spy = vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation(array => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    for (let at = 0; at < bytes.length; at += 32)
      bytes.set(
        createHash('sha256')
          .update(`${name} ${count++}`)
          .digest()
          .subarray(0, Math.min(32, bytes.length - at)),
        at,
      )
    return array
  })
  return () => spy.mockRestore()
}
