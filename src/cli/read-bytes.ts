import { readFile, stat } from 'node:fs/promises'
import { type Checked, accepted, refused } from '../core/model/checked.ts'

const readStandardInput = async (longest: number): Promise<Buffer | null> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin) {
    parts.push(part as Buffer)
    length += (part as Buffer).length
    if (length > longest) return null
  }
  return Buffer.concat(parts)
}

const reasons: Record<string, string> = {
  ENOENT: 'expected a file that exists',
  EISDIR: 'expected a file, not a folder',
  EACCES: 'expected a file that may be read',
}

/** Reads a file, or standard input for `-`, of at most `longest` bytes. */
export const readBytes = async (file: string, longest: number): Promise<Checked<Uint8Array>> => {
  try {
    const tooLong = file !== '-' && (await stat(file)).size > longest
    const bytes = tooLong ? null : file === '-' ? await readStandardInput(longest) : await readFile(file)
    return bytes !== null && bytes.length <= longest
      ? accepted(bytes)
      : refused('file.too-long', 'size', `expected at most ${longest / 2 ** 20} MB`)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return refused('file', 'file', reasons[code] ?? 'expected a file that can be read')
  }
}
