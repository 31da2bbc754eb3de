import bundle from 'virtual:model/language'
import { guessLanguage } from '../core/language/guess-language.ts'
import type { ReadingLanguage } from '../core/language/language-bundle.ts'
import { readTurns } from '../core/language/read-turns.ts'
import type { Issue } from '../core/model/checked.ts'
import { LONGEST_TRANSCRIPT } from '../core/transcript/limits.ts'
import { readTranscript } from '../core/transcript/read-transcript.ts'
import { suggestRoles } from '../core/transcript/suggest-roles.ts'
import { type SpeakerRoles, toTurns, unsettledSpeakers } from '../core/transcript/to-turns.ts'
import type { Transcript } from '../core/transcript/transcript.ts'
import type { CommandIo } from './command.ts'
import { writeReadingText } from './read-as-text.ts'
import { readBytes } from './read-bytes.ts'

/** What is asked of one file. */
export interface FileUsage {
  file: string
  format: 'json' | 'text'
  /** Null where nobody said who is who. */
  roles: SpeakerRoles | null
  /** Told by the words where it is left out. */
  language: ReadingLanguage | undefined
}

const nameOf = (file: string): string =>
  (file === '-' ? 'standard input' : file).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?')

/** The first thing wrong with a file, in one line: the file, the place, what was expected. */
const sayIssue = (file: string, [first]: Issue[]): string =>
  [nameOf(file), first?.path, first?.message].filter(Boolean).join(': ')

/** Says what stands in the file and was not read as speech, by its lines and not by its words. */
const sayUnread = (file: string, { unread }: Transcript): string | null => {
  if (unread.length === 0) return null
  const lines = unread.map(({ line }) => line).filter(line => line !== null)
  const some = lines.slice(0, 10).join(', ') + (lines.length > 10 ? ', …' : '')
  const what = unread.length === 1 ? '1 piece was' : `${unread.length} pieces were`
  const where = lines.length === 0 ? '' : lines.length === 1 ? ` (line ${some})` : ` (lines ${some})`
  return `${nameOf(file)}: ${what} not read as speech${where}`
}

/** Reads one transcript file and prints its reading. @returns the exit code */
export const readOneFile = async (usage: FileUsage, io: CommandIo): Promise<number> => {
  const { file, format, roles: given } = usage
  const bytes = await readBytes(file, LONGEST_TRANSCRIPT)
  const transcript = bytes.ok ? readTranscript(bytes.value, file) : bytes
  if (!transcript.ok) {
    io.err(sayIssue(file, transcript.issues))
    return 1
  }
  const speakers = new Set(transcript.value.utterances.map(({ speaker }) => speaker))
  const absent = Object.keys(given ?? {}).findIndex(name => !speakers.has(name))
  if (absent >= 0) {
    io.err(`${nameOf(file)}: roles ${absent + 1}: expected the name of somebody who speaks in this file`)
    return 1
  }
  const unread = sayUnread(file, transcript.value)
  if (unread) io.err(unread)
  const roles = given ?? suggestRoles(transcript.value)
  if (given === null) io.err('Who is who was guessed. Say it with --roles.')
  else if (unsettledSpeakers(transcript.value, roles).length)
    io.err('Whoever is not named in --roles was read as a partner.')

  const turns = toTurns(transcript.value, roles).map(({ speaker, role, text }) => ({ speaker, role, text }))
  const language = usage.language ?? guessLanguage(turns)
  const reading = readTurns(turns, bundle, { language })
  if (format === 'text') io.out(writeReadingText(turns, reading, language))
  else {
    const { findings, summary } = reading
    const read = turns.map((turn, i) => ({ ...turn, ...reading.turns[i] }))
    io.out(JSON.stringify({ turns: read, findings, summary }, null, 2))
  }
  return 0
}
