/**
 * States what must be true if the program has no bug; bad input is never handled this way.
 * @throws Error with `message` when the condition does not hold. The message names code, never a person's words.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`This should not happen: ${message}`)
}
