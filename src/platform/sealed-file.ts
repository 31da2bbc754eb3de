import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { cryptography } from './cryptography.ts'
import { Refusal } from './refusal.ts'
import { syncFolder } from './write-file-whole.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A code of 125 random bits: five groups of five, to be kept on paper. */
export const makeSealCode = (): string =>
  Array.from({ length: 5 }, () =>
    [...cryptography.random(5)].map(byte => alphabet[byte % 32] as string).join(''),
  ).join('-')

// The code has more bits than can be guessed, so the slow step that helps short passphrases need not be long.
const workFactor = 15

/** Seals a file under a code as an ordinary `age` passphrase file, whole or not at all; only its owner may read it. */
export const sealFile = async (from: string, to: string, code: string): Promise<void> => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(code)
  encrypter.setScryptWorkFactor(workFactor)
  const sealed = await encrypter.encrypt(Readable.toWeb(createReadStream(from)) as ReadableStream<Uint8Array>)
  await writeStream(sealed, to)
}

/** Opens such a file into another. @throws Refusal `seal-wrong` where the code is another or the file was changed. */
export const openSealedFile = async (from: string, to: string, code: string): Promise<void> => {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(code.trim())
  const handle = await open(from)
  try {
    const source = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>
    await writeStream(await decrypter.decrypt(source), to)
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === 'string') throw error
    throw new Refusal(400, 'seal-wrong', `The code does not open ${from}, or the file was changed.`)
  } finally {
    await handle.close().catch(() => {})
  }
}

const writeStream = async (stream: ReadableStream<Uint8Array>, to: string): Promise<void> => {
  const partial = `${to}.partial`
  try {
    const file = createWriteStream(partial, { mode: 0o600, flush: true })
    await pipeline(Readable.fromWeb(stream as NodeStream<Uint8Array>), file)
    renameSync(partial, to)
    syncFolder(dirname(to))
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
