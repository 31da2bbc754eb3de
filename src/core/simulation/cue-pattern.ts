import { invariant } from '../model/invariant.ts'

/** Words as cues see them: lower case, straight apostrophes, one space between. At most the first 4,000 characters count. */
export const foldWords = (text: string): string =>
  text
    .slice(0, 4000)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()

const wordSource = (word: string): string =>
  word === '{name}'
    ? String.raw`[\w-]+`
    : word.replace(/[.+^$?[\]\\{}]/g, String.raw`\$&`).replaceAll('*', String.raw`[\w']*`)

const SPACE = ',? "?'
const GAP = String.raw`(?:,? [\w'"-]+){0,5}?,? "?`

interface Item {
  source: string
  optional: boolean
  repeated: boolean
  gapBefore: boolean
}

/** Items one after the other; what may be missing brings its own space along, whichever side of it stands first. */
const joinItems = (items: Item[]): string => {
  let source = ''
  let first = true
  for (const item of items) {
    const between = item.gapBefore ? GAP : SPACE
    const times = item.repeated ? '{0,4}' : item.optional ? '?' : ''
    if (!times) source += first ? item.source : between + item.source
    else source += first ? `(?:${item.source}${SPACE} ?)${times}` : `(?:${between}${item.source})${times}`
    if (!times) first = false
  }
  return source
}

/** Reads a sequence up to the end, a `|` or a `)`, and says where it stopped. */
const readSequence = (pattern: string, from: number): { source: string; at: number } => {
  const items: Item[] = []
  let at = from
  let gapBefore = false
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    if (pattern[at] === ' ') {
      at++
      continue
    }
    if (pattern.startsWith('...', at)) {
      gapBefore = true
      at += 3
      continue
    }
    let source: string
    if (pattern[at] === '(') {
      const choices: string[] = []
      do {
        const choice = readSequence(pattern, at + 1)
        choices.push(choice.source)
        at = choice.at
      } while (pattern[at] === '|')
      invariant(pattern[at] === ')', `the pattern \`${pattern}\` closes each of its brackets`)
      at++
      source = `(?:${choices.join('|')})`
    } else {
      const word = /^[^\s()|]+/.exec(pattern.slice(at))?.[0] ?? ''
      const optional = word.length > 1 && word.endsWith('?')
      at += optional ? word.length - 1 : word.length
      source = wordSource(optional ? word.slice(0, -1) : word) + String.raw`(?![\w'])`
    }
    const mark = pattern[at] === '?' || pattern[at] === '*' ? pattern[at] : ''
    if (mark) at++
    items.push({ source, optional: mark === '?', repeated: mark === '*', gapBefore })
    gapBefore = false
  }
  return { source: joinItems(items), at }
}

/**
 * A cue's pattern as a regular expression over folded words. In a pattern, `(a|b c)` offers phrases, `word?` and `(a|b)?` may be
 * missing, `(a|b)*` may come up to four times, `word*` is any ending, `{name}` any one word, `...` lets up to five words of the
 * same sentence stand between, and `^` is the start of a sentence. Everything else stands for itself, as whole words.
 */
export const compileCue = (pattern: string): RegExp => {
  const atStart = pattern.startsWith('^')
  const { source } = readSequence(pattern, atStart ? 1 : 0)
  const before = atStart
    ? String.raw`(?:^|[.?;:-] ?["']?)`
    : /^[,"]/.test(pattern)
      ? ''
      : String.raw`(?<![\w'])`
  return new RegExp(before + source)
}
