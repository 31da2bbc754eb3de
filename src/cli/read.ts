import { parseArgs } from 'node:util'
import bundle from 'virtual:model/language'
import type { ReadingLanguage } from '../core/language/language-bundle.ts'
import type { CommandIo } from './command.ts'
import { answerLine } from './read-answer.ts'
import type { FileUsage } from './read-one-file.ts'
import { readRoles } from './read-roles.ts'
import { splitLines } from './read-split-lines.ts'

export const help = `Usage: groundwork read FILE [--json | --text] [--roles "NAME=ROLE,…"] [--language en|fr]
       groundwork read --jsonl [--language en|fr]

Reads a transcript: what words do, turn by turn. FILE is text with names, WebVTT, SubRip, a Teams document (.docx), Otter's
text, or the JSON of Whisper, AssemblyAI or Deepgram, told by what it holds; - is standard input.

  --text       a readable page (the default)
  --json       {"turns": […], "findings": […], "summary": {"talk", "therapist", "byKind"}}
  --roles      who is who by the file's names: partner, therapist or left-out, as in "P1=partner,P2=partner,T=therapist".
               Whoever is not named is read as a partner. Without it the therapist is guessed, and said to be a guess
  --language   en or fr; without it, told by the words
  --jsonl      answers each line of standard input, {"id", "turns": [{"speaker", "role", "text"}]}, with a line
               {"id", "turns", "findings"}

Nothing is kept and nothing is sent. A reading points at words; it says nothing about a person, and finding no sign of
danger is not safety. Exit codes: 0 done, 1 bad input, 2 wrong usage.`

type Usage = { what: 'lines'; language: ReadingLanguage | undefined } | ({ what: 'file' } & FileUsage)

const readUsage = (args: string[]): Usage | string => {
  const flag = { type: 'boolean' } as const
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: flag, text: flag, jsonl: flag, roles: text, language: text },
    })
    const { language, roles: written } = values
    if (language !== undefined && language !== 'en' && language !== 'fr') return '--language is en or fr.'
    if (values.json && values.text) return 'Please give one of --json and --text.'
    if (values.jsonl) {
      if (positionals.length || values.json || values.text || written !== undefined)
        return '--jsonl reads standard input and takes only --language beside it.'
      return { what: 'lines', language }
    }
    const [file, ...others] = positionals
    if (file === undefined || others.length) return 'Please give one FILE, or - for standard input.'
    const roles = written === undefined ? null : readRoles(written)
    if (written !== undefined && roles === null)
      return '--roles is NAME=partner, NAME=therapist or NAME=left-out, each name once, with commas between.'
    return { what: 'file', file, language, format: values.json ? 'json' : 'text', roles }
  } catch (error) {
    return (error as Error).message.split('\n')[0] as string
  }
}

const readStream = async (language: ReadingLanguage | undefined, io: CommandIo): Promise<number> => {
  let number = 0
  for await (const line of splitLines(process.stdin)) {
    number++
    if (!line.trim()) continue
    const read = answerLine(line, bundle, language)
    if (!read.ok) {
      io.err(`standard input: line ${number}: ${read.fault}`)
      return 1
    }
    io.out(read.answer)
  }
  return 0
}

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const usage = readUsage(args)
  if (typeof usage === 'string') {
    io.err(`${usage} See: groundwork read --help`)
    return 2
  }
  if (usage.what === 'lines') return readStream(usage.language, io)
  // What opens files of every format need not be loaded to answer lines.
  const { readOneFile } = await import('./read-one-file.ts')
  return readOneFile(usage, io)
}
