/** The longest transcript file that is opened, in bytes: many times a long day's, and little for a phone. */
export const LONGEST_TRANSCRIPT = 32 * 2 ** 20

/** The most that a compressed file may unfold to, in bytes. */
export const LONGEST_UNFOLDED = 32 * 2 ** 20

/** The most stretches of speech, and the most unread pieces, that one file may hold. */
export const MOST_UTTERANCES = 200_000
