import { ed25519 } from '@noble/curves/ed25519.js'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { browserStore, openBrowserDatabase } from '../src/client/browser-store.ts'
import { httpTransport } from '../src/client/http-transport.ts'
import { foldCase } from '../src/core/case/fold-case.ts'
import { mustFromBase64Url } from '../src/core/journal/bytes.ts'
import { decodeFrames } from '../src/core/journal/frames.ts'
import type { JournalKeys } from '../src/vault/held-journal.ts'
import { snapshotsOf } from '../src/vault/journal-snapshot.ts'
import { JournalSet } from '../src/vault/journal-set.ts'

/** A case to open, as its therapist's keyring has it. */
export interface ToOpen {
  case: string
  journals: JournalKeys[]
  masterSeed: string
}

let opened = 0

/** What came of one opening. */
interface Opening {
  ms: number
  entries: number
  faults: number
}

/** Opens a case over what a browser keeps: fetches what is new, keeps, verifies, opens, orders and folds. */
const openOver = async (given: ToOpen, name: string, deviceSeed: Uint8Array): Promise<Opening> => {
  const connection = openBrowserDatabase(name)
  await connection
  const masterSeed = mustFromBase64Url(given.masterSeed)
  const startedAt = performance.now()
  const set = new JournalSet(
    given.case,
    { masterSeed, deviceSeed, seat: null },
    ed25519.getPublicKey(masterSeed),
    { transport: httpTransport, store: browserStore(connection), snapshots: snapshotsOf(deviceSeed) },
  )
  for (const journal of given.journals) await set.hold(journal)
  await set.refresh()
  const { people } = foldCase(set.entries)
  const ms = performance.now() - startedAt
  // The case is there; what a snapshot costs to keep comes after.
  await set.snapshotsKept
  ;(await connection).close()
  return { ms, entries: set.entries.length, faults: set.faults.length + (people.length === 2 ? 0 : 1) }
}

/** By a browser that has kept nothing of it. */
const openThroughClient = (given: ToOpen): Promise<Opening> =>
  openOver(given, `bench-${opened++}`, crypto.getRandomValues(new Uint8Array(32)))

/** By the browser that has opened it before. */
const openAgain = (given: ToOpen): Promise<Opening> =>
  openOver(given, `bench-again-${given.case}`, new Uint8Array(32).fill(5))

/** The same bytes fetched, hashed, their signatures checked, opened and parsed, by the libraries alone. */
const openBare = async (given: ToOpen): Promise<{ ms: number; entries: number }> => {
  const signed = new TextEncoder().encode('groundwork/entry/2\n')
  const startedAt = performance.now()
  let entries = 0
  await Promise.all(
    given.journals.map(async ({ journal, keys }) => {
      const key = mustFromBase64Url(keys[1] as string)
      const importing = new Map<string, Promise<CryptoKey>>()
      for (let after = 0; ; ) {
        const reply = await fetch(`/api/cases/${given.case}/journals/${journal}/entries?after=${after}`)
        const frames = decodeFrames(new Uint8Array(await reply.arrayBuffer()))
        if (!frames.ok || frames.value.length === 0) break
        after = Number(reply.headers.get('x-groundwork-position'))
        const checks = frames.value.map(bytes => {
          const view = new DataView(bytes.buffer, bytes.byteOffset)
          const start = view.getUint32(70) === 0 ? 202 : 106
          const end = bytes.length - 64
          const message = new Uint8Array(signed.length + start + 60)
          message.set(signed)
          message.set(bytes.subarray(0, start + 28), signed.length)
          message.set(sha256(bytes.subarray(start + 28, end)), signed.length + start + 28)
          sha256(message.subarray(signed.length))
          const device = new Uint8Array(bytes.subarray(38, 70))
          const name = device.join()
          const known =
            importing.get(name) ?? crypto.subtle.importKey('raw', device, 'Ed25519', false, ['verify'])
          importing.set(name, known)
          const check = known.then(publicKey =>
            crypto.subtle.verify('Ed25519', publicKey, new Uint8Array(bytes.subarray(end)), message),
          )
          const nonce = bytes.subarray(start, start + 24)
          const plain = xchacha20poly1305(key, nonce, bytes.subarray(0, start)).decrypt(
            bytes.subarray(start + 28, end),
          )
          const length = new DataView(plain.buffer, plain.byteOffset).getUint32(258)
          JSON.parse(new TextDecoder().decode(plain.subarray(262, 262 + length)))
          return check
        })
        if (!(await Promise.all(checks)).every(Boolean)) throw new Error('a signature does not hold')
        entries += checks.length
      }
    }),
  )
  return { ms: performance.now() - startedAt, entries }
}

Object.assign(window, { openThroughClient, openAgain, openBare })
