import { createPrivateKey, sign } from 'node:crypto'
import type { Cryptography } from '../src/core/journal/cryptography.ts'
import { cryptography as vault } from '../src/vault/cryptography.ts'

const head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The vault's primitives, with Node's own signatures: the bench writes many entries before it measures anything. */
export const cryptography: Cryptography = {
  ...vault,
  sign: (seed, message) =>
    new Uint8Array(
      sign(
        null,
        message,
        createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' }),
      ),
    ),
}
