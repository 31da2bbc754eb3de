/** Who asks. Every function of `records/` takes one and decides for itself what this caller may have. */
export type Caller =
  | { kind: 'nobody' }
  | { kind: 'account'; account: string }
  | { kind: 'seat'; case: string; seat: string }

/** Nobody in particular: a stranger, or a phone that holds a link and is not signed in. */
export const nobody: Caller = { kind: 'nobody' }
