/** One stretch of speech as a transcript file gives it. */
export interface Utterance {
  /** The speaker's name or tag as the file has it; an empty text where it names none. */
  speaker: string
  text: string
  /** From the recording's start, where the file says. */
  startMs: number | null
  endMs: number | null
}

/** The kinds of file that can be read. */
export type TranscriptFormat =
  | 'text'
  | 'webvtt'
  | 'srt'
  | 'teams-docx'
  | 'otter'
  | 'whisper'
  | 'assemblyai'
  | 'deepgram'

/** Something in the file that could not be read as speech: shown to the person, never dropped in silence. */
export interface Unread {
  /** Line of the file, from 1; null where the format has no lines. */
  line: number | null
  text: string
}

/** A file's speech in its order. Speakers are as the file names them; who is who is settled by hand afterwards. */
export interface Transcript {
  format: TranscriptFormat
  utterances: Utterance[]
  /** In order of first speaking, without the empty name. */
  speakers: string[]
  unread: Unread[]
}
