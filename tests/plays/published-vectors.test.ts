import { ristretto255_oprf } from '@noble/curves/ed25519.js'
import { argon2id } from '@noble/hashes/argon2.js'
import { describe, expect, test } from 'vitest'
import { fromText } from '../../src/core/journal/bytes.ts'
import { cryptography as serverCryptography } from '../../src/platform/cryptography.ts'
import { evaluatePin } from '../../src/platform/oprf.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import { derivePinKeys } from '../../src/vault/pin.ts'

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'))

describe('XChaCha20-Poly1305: draft-irtf-cfrg-xchacha-03, A.3.1', () => {
  const plaintext = fromText(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  )
  const associated = hex('50515253c0c1c2c3c4c5c6c7')
  const key = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
  const nonce = hex('404142434445464748494a4b4c4d4e4f5051525354555657')
  const sealed = hex(`
    bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
    731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
    2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
    21f9664c97637da9768812f615c68b13b52e c0875924c1c7987947deafd8780acf49`)

  test('seals and opens as the draft says', () => {
    expect(cryptography.seal(key, nonce, plaintext, associated)).toEqual(sealed)
    expect(cryptography.open(key, nonce, sealed, associated)).toEqual(plaintext)
  })
  test('opens nothing where key, nonce, associated data or a bit is another', () => {
    const other = (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte))
    expect(cryptography.open(other(key), nonce, sealed, associated)).toBeNull()
    expect(cryptography.open(key, other(nonce), sealed, associated)).toBeNull()
    expect(cryptography.open(key, nonce, other(sealed), associated)).toBeNull()
    expect(cryptography.open(key, nonce, sealed, other(associated))).toBeNull()
    expect(cryptography.open(key, nonce, sealed.slice(0, 10), associated)).toBeNull()
  })
})

describe.each([
  ['the browser', cryptography],
  ['the server', serverCryptography],
])('what %s computes', (_, own) => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('SHA-256 of %j: FIPS 180-4', (text, digest) => {
    expect(own.sha256(fromText(text))).toEqual(hex(digest))
  })
  test('HMAC-SHA-256: RFC 4231, cases 1 and 2', () => {
    expect(own.hmac(new Uint8Array(20).fill(0x0b), fromText('Hi There'))).toEqual(
      hex('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'),
    )
    expect(own.hmac(fromText('Jefe'), fromText('what do ya want for nothing?'))).toEqual(
      hex('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'),
    )
  })
  test.each(ed25519)(
    'Ed25519 verifies: RFC 8032, 7.1, test $which',
    async ({ publicKey, message, signature }) => {
      const [key, said, signed] = [hex(publicKey), hex(message), hex(signature)]
      expect(await own.verify(key, said, signed)).toBe(true)
      expect(await own.verify(key, new Uint8Array([...said, 0]), signed)).toBe(false)
      expect(
        await own.verify(
          key,
          said,
          signed.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
        ),
      ).toBe(false)
      expect(await own.verify(key.slice(1), said, signed)).toBe(false)
      expect(await own.verify(key, said, signed.slice(1))).toBe(false)
    },
  )
})

const ed25519 = [
  {
    which: 1,
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature: `e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
                5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b`,
  },
  {
    which: 2,
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature: `92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da
                085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00`,
  },
  {
    which: 3,
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature: `6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac
                18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a`,
  },
]
test.each(ed25519)('Ed25519 signs: RFC 8032, 7.1, test $which', ({ seed, publicKey, message, signature }) => {
  expect(cryptography.publicKey(hex(seed))).toEqual(hex(publicKey))
  expect(cryptography.sign(hex(seed), hex(message))).toEqual(hex(signature))
})

test('HKDF-SHA-256 without salt: RFC 5869, A.3, its first 32 bytes', () => {
  expect(cryptography.hkdf(new Uint8Array(22).fill(0x0b), '')).toEqual(
    hex('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d'),
  )
})

test('Argon2id: RFC 9106, 5.3', () => {
  const tag = argon2id(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
    t: 3,
    m: 32,
    p: 4,
    key: new Uint8Array(8).fill(3),
    personalization: new Uint8Array(12).fill(4),
    dkLen: 32,
  })
  expect(tag).toEqual(hex('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659'))
})

describe('OPRF(ristretto255, SHA-512): RFC 9497, A.1.1', () => {
  const { oprf } = ristretto255_oprf
  const { secretKey } = oprf.deriveKeyPair(new Uint8Array(32).fill(0xa3), fromText('test key'))
  const blind = hex('64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706')

  test('the key is derived as the RFC says', () => {
    expect(secretKey).toEqual(hex('5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e'))
  })
  test.each([
    {
      input: '00',
      blinded: '609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c',
      evaluated: '7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e',
      output: `527759c3d9366f277d8c6020418d96bb393ba2afb20ff90df23fb7708264e2f3
               ab9135e3bd69955851de4b1f9fe8a0973396719b7912ba9ee8aa7d0b5e24bcf6`,
    },
    {
      input: '5a'.repeat(17),
      blinded: 'da27ef466870f5f15296299850aa088629945a17d1f5b7f5ff043f76b3c06418',
      evaluated: 'b4cbf5a4f1eeda5a63ce7b77c7d23f461db3fcab0dd28e4e17cecb5c90d02c25',
      output: `f4a74c9c592497375e796aa837e907b1a045d34306a749db9f34221f7e750cb4
               f2a6413a6bf6fa5e19ba6348eb673934a722a7ede2e7621306d18951e7cf2c73`,
    },
  ])('the evaluation of $input', ({ input, blinded, evaluated, output }) => {
    expect(oprf.blindEvaluate(secretKey, hex(blinded))).toEqual(hex(evaluated))
    expect(oprf.finalize(hex(input), blind, hex(evaluated))).toEqual(hex(output))
  })

  const seed = new Uint8Array(32).fill(0xa3)
  const [link, otherLink] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  const derive = (pin: string, salt: Uint8Array, seat = 'seat', generation = 1) =>
    derivePinKeys(pin, salt, async blindedPin => evaluatePin(seed, seat, generation, blindedPin))

  test('one PIN gives one key however it was blinded; another PIN, link, seat or generation another', async () => {
    const asked: string[] = []
    const first = await derivePinKeys('493817', link, async blindedPin => {
      asked.push(Buffer.from(blindedPin).toString('hex'))
      return evaluatePin(seed, 'seat', 1, blindedPin)
    })
    const second = await derivePinKeys('493817', link, async blindedPin => {
      asked.push(Buffer.from(blindedPin).toString('hex'))
      return evaluatePin(seed, 'seat', 1, blindedPin)
    })
    expect(second).toEqual(first)
    expect(asked[0]).not.toBe(asked[1])
    const others = [
      await derive('493818', link),
      await derive('493817', otherLink),
      await derive('493817', link, 'another seat'),
      await derive('493817', link, 'seat', 2),
    ]
    for (const other of others) expect(other.wrap).not.toEqual(first.wrap)
    expect(first.wrap).not.toEqual(first.resume)
  })

  test.each([
    ['zeros, the neutral element', new Uint8Array(32)],
    ['bytes that are no point', new Uint8Array(32).fill(255)],
    ['too few bytes', new Uint8Array(31)],
  ])('%s are refused on both sides', async (_, bytes) => {
    expect(() => evaluatePin(seed, 'seat', 1, bytes)).toThrow(
      expect.objectContaining({ code: 'not-a-point' }),
    )
    await expect(derivePinKeys('493817', link, async () => bytes)).rejects.toMatchObject({
      code: 'pin-answer-swapped',
    })
  })
})
