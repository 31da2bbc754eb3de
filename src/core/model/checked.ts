/** One thing wrong with a piece of input: a stable code, where it stands, and what to do about it. Never holds clinical text. */
export interface Issue {
  code: string
  /** Where: keys and indices joined by dots, empty for the whole. */
  path: string
  message: string
}

/** Input that was checked: its value, or every reason why it was refused. */
export type Checked<T> = { ok: true; value: T } | { ok: false; issues: Issue[] }

/** An accepted value. */
export const accepted = <T>(value: T): Checked<T> => ({ ok: true, value })

/** A refusal with one reason. */
export const refused = (code: string, path: string, message: string): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [{ code, path, message }],
})
