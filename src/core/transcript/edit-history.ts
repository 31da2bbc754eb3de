import { type Checked, accepted } from '../model/checked.ts'
import { applyEdit, type SpeakerEdit } from './speaker-edit.ts'
import type { Transcript } from './transcript.ts'

/** What was put right, in its order, and what was taken back. Plain data, so that it can be kept beside the file. */
export interface EditHistory {
  done: SpeakerEdit[]
  undone: SpeakerEdit[]
}

/** Nothing has been put right yet. */
export const noEdits: EditHistory = { done: [], undone: [] }

/** A transcript with all its edits made. Issues as of `applyEdit`, their path led by the edit's index. */
export const applyEdits = (transcript: Transcript, edits: readonly SpeakerEdit[]): Checked<Transcript> => {
  let current = transcript
  for (const [i, edit] of edits.entries()) {
    const next = applyEdit(current, edit)
    if (!next.ok)
      return { ok: false, issues: next.issues.map(issue => ({ ...issue, path: `${i}.${issue.path}` })) }
    current = next.value
  }
  return accepted(current)
}

/** Makes one more edit; what was taken back before can then no longer be brought back. */
export const makeEdit = ({ done }: EditHistory, edit: SpeakerEdit): EditHistory => ({
  done: [...done, edit],
  undone: [],
})

/** Takes the newest edit back; nothing changes where there is none. */
export const undoEdit = ({ done, undone }: EditHistory): EditHistory => {
  const last = done.at(-1)
  return last ? { done: done.slice(0, -1), undone: [...undone, last] } : { done, undone }
}

/** Brings back the edit that was taken back last; nothing changes where there is none. */
export const redoEdit = ({ done, undone }: EditHistory): EditHistory => {
  const last = undone.at(-1)
  return last ? { done: [...done, last], undone: undone.slice(0, -1) } : { done, undone }
}
