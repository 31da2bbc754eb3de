/** The longest sentence that is taken whole, in UTF-16 units: a recogniser may have written an hour without one full stop. */
const longest = 500

/**
 * The sentence, or sentences, that a finding stands in: what a person said, where a finding's own quote may be two words
 * of it. Where there is no end of a sentence near, the words around it, cut between words.
 */
export const sentenceAround = (text: string, start: number, end: number): string => {
  const from = Math.max(0, start - longest)
  const before = text.slice(from, start)
  const opens = Math.max(
    ...['.', '?', '!', '…', '\n'].map(mark => before.lastIndexOf(`${mark === '\n' ? '\n' : `${mark} `}`)),
  )
  const begin = opens >= 0 ? from + opens + 1 : from === 0 ? 0 : from + before.indexOf(' ') + 1
  const after = text.slice(end, end + longest)
  const closes = /[.?!…](?=\s|$)|\n/.exec(after)
  const atEnd = end + longest >= text.length ? text.length : end + Math.max(0, after.lastIndexOf(' '))
  const isClosed = /[.?!…]$/.test(text.slice(start, end))
  const stop = isClosed ? end : closes ? end + closes.index + closes[0].length : atEnd
  return text.slice(begin, stop).trim()
}
