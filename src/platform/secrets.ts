import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { mustFromBase64Url, toBase64Url } from '../core/journal/bytes.ts'
import { bytesSchema } from '../core/protocol/bytes-schema.ts'
import { cryptography } from './cryptography.ts'
import { makeOpaqueSetup } from './opaque.ts'
import { Refusal } from './refusal.ts'
import { writeFileWhole } from './write-file-whole.ts'

/** What the server must keep apart from its database: with both, a weak passphrase or PIN could be guessed. */
export interface Secrets {
  /** The server's long-lived half of OPAQUE. */
  opaqueSetup: string
  /** 32 bytes from which each seat's OPRF key is derived. */
  oprfSeed: Uint8Array
}

const SecretsFileSchema = z.object({
  version: z.literal(1),
  opaqueSetup: z.string().min(100),
  oprfSeed: bytesSchema(32),
})

/** Reads the text of a secrets file. @throws Refusal `secrets-unreadable` where it is not one. */
export const parseSecrets = (text: string): Secrets => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = null
  }
  const checked = SecretsFileSchema.safeParse(value)
  if (!checked.success)
    throw new Refusal(500, 'secrets-unreadable', 'The secrets file is damaged. Restore it from its backup.')
  return { opaqueSetup: checked.data.opaqueSetup, oprfSeed: mustFromBase64Url(checked.data.oprfSeed) }
}

/**
 * The secrets in `file`, made at the first start. `mayMake` is false where accounts exist already: without the secrets
 * they were made with, nobody could sign in, and new ones would hide that. @throws Refusal `secrets-missing`.
 */
export const loadSecrets = async (file: string, mayMake: boolean): Promise<Secrets> => {
  if (existsSync(file)) return parseSecrets(readFileSync(file, 'utf8'))
  if (!mayMake)
    throw new Refusal(500, 'secrets-missing', `The file ${file} is missing. Restore it from its backup.`)
  const opaqueSetup = await makeOpaqueSetup()
  const oprfSeed = toBase64Url(cryptography.random(32))
  writeFileWhole(file, `${JSON.stringify({ version: 1, opaqueSetup, oprfSeed }, null, 2)}\n`)
  return parseSecrets(readFileSync(file, 'utf8'))
}
