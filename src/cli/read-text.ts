import { readFile, stat } from 'node:fs/promises'
import { type Checked, accepted, refused } from '../core/model/checked.ts'

/** Longer than any file of answers: a person's whole intake is a few kilobytes. In bytes. */
export const LONGEST_FILE = 2 ** 20

const tooLong = () =>
  refused(
    'file.too-long',
    'size',
    `expected at most ${LONGEST_FILE / 2 ** 20} MB: this is not a file of answers`,
  )

const readStandardInput = async (): Promise<Buffer | null> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin) {
    parts.push(part as Buffer)
    length += (part as Buffer).length
    if (length > LONGEST_FILE) return null
  }
  return Buffer.concat(parts)
}

const reasons: Record<string, string> = {
  ENOENT: 'expected a file that exists',
  EISDIR: 'expected a file, not a folder',
  EACCES: 'expected a file that may be read',
}

/** Reads a file, or standard input for `-`, as UTF-8 text. A byte order mark is taken off. */
export const readText = async (file: string): Promise<Checked<string>> => {
  try {
    if (file !== '-' && (await stat(file)).size > LONGEST_FILE) return tooLong()
    const bytes = file === '-' ? await readStandardInput() : await readFile(file)
    if (bytes === null || bytes.length > LONGEST_FILE) return tooLong()
    return accepted(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return refused('file.text', 'text', 'expected UTF-8 text')
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return refused('file', 'file', reasons[code] ?? 'expected a file that can be read')
  }
}
