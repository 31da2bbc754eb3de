// Compares with Node 24's own OpenSSL what the project takes from libraries: ML-KEM-768 inside `age`'s hybrid
// recipients, and Argon2id with the numbers that PINs use. Older Nodes have neither, so this runs by night:
//   npx -y node@24 tests/plays/outside-eyes.nightly.mjs
import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const fromAge = createRequire(require.resolve('age-encryption'))
const { ml_kem768 } = await import(pathToFileURL(fromAge.resolve('@noble/post-quantum/ml-kem.js')).href)
const { argon2id } = await import('@noble/hashes/argon2.js')

const same = (a, b) => assert.equal(Buffer.from(a).toString('hex'), Buffer.from(b).toString('hex'))

// RFC 9935: a private key as its 64-byte seed, [0] inside PKCS #8 with the identifier of id-alg-ml-kem-768.
const pkcs8 = seed =>
  Buffer.concat([Buffer.from('3054020100300b060960864801650304040204428040', 'hex'), seed])

for (let i = 0; i < 20; i++) {
  const seed = crypto.randomBytes(64)
  const ours = ml_kem768.keygen(new Uint8Array(seed))
  const secret = crypto.createPrivateKey({ key: pkcs8(seed), format: 'der', type: 'pkcs8' })
  const open = crypto.createPublicKey(secret)
  same(open.export({ format: 'der', type: 'spki' }).subarray(-1184), ours.publicKey)
  const theirs = crypto.encapsulate(open)
  same(ml_kem768.decapsulate(new Uint8Array(theirs.ciphertext), ours.secretKey), theirs.sharedKey)
  const own = ml_kem768.encapsulate(ours.publicKey)
  same(crypto.decapsulate(secret, own.cipherText), own.sharedSecret)
  // A ciphertext that was changed gives both sides the same other secret, never an error that tells.
  const bent = Uint8Array.from(own.cipherText, (byte, at) => (at === 5 ? byte ^ 1 : byte))
  same(crypto.decapsulate(secret, bent), ml_kem768.decapsulate(bent, ours.secretKey))
  assert.notEqual(Buffer.from(ml_kem768.decapsulate(bent, ours.secretKey)).compare(own.sharedSecret), 0)
}

const [message, nonce] = [Buffer.from('493817'), crypto.randomBytes(32)]
const theirs = crypto.argon2Sync('argon2id', {
  message,
  nonce,
  parallelism: 1,
  tagLength: 32,
  memory: 19 * 1024,
  passes: 2,
})
same(theirs, argon2id(message, nonce, { m: 19 * 1024, t: 2, p: 1, dkLen: 32 }))
console.log(`ML-KEM-768 and Argon2id agree with OpenSSL ${process.versions.openssl}`)
