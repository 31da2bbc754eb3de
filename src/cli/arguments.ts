import { parseArgs } from 'node:util'
import { Refusal } from '../platform/refusal.ts'
import type { CommandIo } from './command.ts'

/** An option of a command: a value, or a switch. */
export type Options = Record<string, 'text' | 'switch'>
type Values<O extends Options> = { [K in keyof O]?: O[K] extends 'switch' ? boolean : string }

/** Wrong usage: the command line itself, not what it asked for. */
export class WrongUsage extends Error {}

/** Reads a command's options; every command has `--json` and `--help` too. @throws WrongUsage */
export const readArguments = <O extends Options>(
  args: string[],
  options: O,
): Values<O> & { json: boolean } => {
  try {
    const { values } = parseArgs({
      args,
      allowPositionals: false,
      options: Object.fromEntries([
        ...Object.entries(options).map(([name, kind]) => [
          name,
          { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
        ]),
        ['json', { type: 'boolean' as const }],
      ]),
    })
    const given = values as Values<O> & { json?: boolean }
    return { ...given, json: given.json === true }
  } catch (error) {
    // Only the first sentence, with the name that does not fit; the rest of it explains Node, not this program.
    throw new WrongUsage(`${(error as Error).message.split('. ')[0]?.replace(/\.$/, '')}.`)
  }
}

/** The value of an option that must be given. @throws WrongUsage */
export const need = (name: string, value: string | undefined): string => {
  if (value === undefined || value === '') throw new WrongUsage(`Please give --${name}.`)
  return value
}

/** Reads a whole number option from `least` to `most`. @throws WrongUsage */
export const readNumber = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new WrongUsage(`--${name} is a number from ${least} to ${most}.`)
  return value
}

/** Says what went wrong in one line, or as one JSON object. @returns the exit code */
export const reportFailure = (error: unknown, json: boolean, io: CommandIo): number => {
  const usage = error instanceof WrongUsage
  const code = usage ? 'usage' : error instanceof Refusal ? error.code : systemCode(error)
  const message = usage || error instanceof Refusal ? error.message : describe(error)
  if (json) io.out(JSON.stringify({ ok: false, code, message }))
  else io.err(usage ? `${message} See: groundwork help` : message)
  return usage ? 2 : 1
}

const systemCode = (error: unknown): string => {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' ? code : 'unexpected'
}

const describe = (error: unknown): string => {
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'Another program is using this port. Choose one with --port.'
  if (code === 'EACCES' || code === 'EPERM')
    return `This is not allowed here: ${path ?? 'the port or folder'}.`
  if (code === 'ENOENT') return `This does not exist: ${path ?? 'a file'}.`
  if (code === 'ENOSPC') return 'The disk is full.'
  return error instanceof Error ? (error.message.split('\n')[0] as string) : 'Something went wrong.'
}
