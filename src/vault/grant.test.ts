import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { beforeAll, expect, test } from 'vitest'
import { fromText, mustFromBase64Url, toBase64Url, toText } from '../core/journal/bytes.ts'
import { openWithIdentity, sealToRecipient } from './age-box.ts'
import { cryptography } from './cryptography.ts'
import { type AskedGrant, type Grant, openGrant, sealGrant } from './grant.ts'

const random = (bytes: number): string => toBase64Url(cryptography.random(bytes))
const masterSeed = cryptography.random(32)
const therapist = cryptography.publicKey(masterSeed)
const place = { case: random(16), journal: random(16) }
const key = random(32)
let reader = { identity: '', recipient: '' }
let other = { identity: '', recipient: '' }
let asked: AskedGrant
let grant: Omit<Grant, 'format'>

const makeReader = async () => {
  const identity = await generateHybridIdentity()
  return { identity, recipient: await identityToRecipient(identity) }
}
beforeAll(async () => {
  reader = await makeReader()
  other = await makeReader()
  grant = { ...place, epoch: 3, reader: reader.recipient, key }
  asked = { ...place, newestEpoch: 3, reader: reader.recipient, therapist }
})

/** What is inside a sealed grant: only its reader can look. */
const inside = async (sealed: string, identity = reader.identity) => {
  const bytes = await openWithIdentity(identity, mustFromBase64Url(sealed))
  return JSON.parse(toText(bytes ?? new Uint8Array())) as { text: string; signature: string }
}
const sealAnew = async (content: unknown, recipient = reader.recipient) =>
  toBase64Url(await sealToRecipient(recipient, fromText(JSON.stringify(content))))
const open = (sealed: string, change: Partial<AskedGrant> = {}, identity = reader.identity) =>
  openGrant(sealed, identity, { ...asked, ...change })
const refused = (code: string) => ({ ok: false, code })

test('a grant gives its reader the key of one journal, in the bytes of the format', async () => {
  const sealed = await sealGrant(grant, masterSeed)
  expect(await open(sealed)).toEqual({ ok: true, value: { format: 'groundwork/grant/1', ...grant } })
  expect(await open(sealed, { newestEpoch: 0 })).toMatchObject({ ok: true })
  const { text, signature } = await inside(sealed)
  expect(text).toBe(
    `{"format":"groundwork/grant/1","case":"${place.case}","journal":"${place.journal}","epoch":3,"reader":"${reader.recipient}","key":"${key}"}`,
  )
  const signed = fromText(`groundwork/grant/1\n${text}`)
  expect(await cryptography.verify(therapist, signed, mustFromBase64Url(signature))).toBe(true)
})

test('a reader swapped from outside or from inside is refused', async () => {
  const sealed = await sealGrant(grant, masterSeed)
  expect(await open(sealed, { reader: other.recipient }, other.identity)).toEqual(refused('not-for-you'))
  // Its reader hands it on, signature and all.
  const handedOn = await sealAnew(await inside(sealed), other.recipient)
  expect(await open(handedOn, { reader: other.recipient }, other.identity)).toEqual(refused('not-for-you'))
})

test('a swapped case, journal or epoch is refused, and so is one that was replayed', async () => {
  const elsewhere = (change: Partial<Grant>) => sealGrant({ ...grant, ...change }, masterSeed)
  expect(await open(await elsewhere({ case: random(16) }))).toEqual(refused('wrong-place'))
  expect(await open(await elsewhere({ journal: random(16) }))).toEqual(refused('wrong-place'))
  expect(await open(await elsewhere({ epoch: 2 }))).toEqual(refused('epoch-retired'))
})

test('a swapped key, or any other change, is no longer what the therapist signed', async () => {
  const { text, signature } = await inside(await sealGrant(grant, masterSeed))
  const grantInside = JSON.parse(text) as Grant
  const changes: Partial<Grant>[] = [
    { key: random(32) },
    { epoch: 4 },
    { journal: random(16) },
    { case: random(16) },
    { reader: other.recipient },
  ]
  for (const change of changes) {
    const changed = JSON.stringify({ ...grantInside, ...change })
    expect(await open(await sealAnew({ text: changed, signature }))).toEqual(refused('forged'))
  }
})

test('a swapped signer is refused: the operator, a signature over other bytes, and whatever else is sealed', async () => {
  expect(await open(await sealGrant(grant, cryptography.random(32)))).toEqual(refused('forged'))
  const text = JSON.stringify({ format: 'groundwork/grant/1', ...grant })
  // The therapist's own signature, made for a keyring.
  const elsewhere = toBase64Url(cryptography.sign(masterSeed, fromText(`groundwork/keyring/1\n${text}`)))
  for (const content of [{ text, signature: elsewhere }, { text, signature: 'AA' }, { text }, 'words', null])
    expect(await open(await sealAnew(content))).toEqual(refused('forged'))
  const signed = (said: string) => ({
    text: said,
    signature: toBase64Url(cryptography.sign(masterSeed, fromText(`groundwork/grant/1\n${said}`))),
  })
  for (const said of ['{}', 'words', JSON.stringify({ ...grant, format: 'groundwork/grant/2' })])
    expect(await open(await sealAnew(signed(said)))).toEqual(refused('not-a-grant'))
  for (const nonsense of ['', '*', random(300)]) expect(await open(nonsense)).toEqual(refused('not-for-you'))
})

test('nothing is sealed to a classical recipient', async () => {
  const classical = await identityToRecipient(await generateX25519Identity())
  await expect(sealGrant({ ...grant, reader: classical }, masterSeed)).rejects.toThrow()
})
