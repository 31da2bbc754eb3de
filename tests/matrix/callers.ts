/** Everybody who may ask. All but the first four columns know seat 0 of the case that the matrix asks about. */
export const callers = [
  'nobody',
  'colleague',
  'therapist',
  'partner',
  'other partner',
  'stranger',
  'borrower',
  'spent link',
  'revoked link',
  'replaced link',
  'wrong PIN',
  'locked PIN',
  'left',
] as const

/**
 * - `nobody`: no cookie, no link · `colleague`: another therapist of the same server · `therapist`: the case's own
 * - `partner`: seat 0, signed in, with its link and PIN · `other partner`: seat 1 · `stranger`: a partner in the
 *   colleague's case · `borrower`: seat 1, who names seat 0 and shows the cookie of seat 1 under its name
 * - `spent link`: holds seat 0's link after it was claimed, and no PIN · `revoked link`, `replaced link`: seat 0 after its
 *   therapist ended the link, or made a new one · `wrong PIN`: holds the link and guesses · `locked PIN`: holds the link
 *   and the right PIN, after too many wrong ones · `left`: seat 0 after leaving the case
 */
export type CallerName = (typeof callers)[number]
