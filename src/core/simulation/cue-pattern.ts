/** Words as cues see them: lower case, straight apostrophes, one space between. At most the first 4,000 characters count. */
export const foldWords = (text: string): string =>
  text
    .slice(0, 4000)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()

const escapeLiteral = (text: string) => text.replace(/[.+^$[\]\\{}]/g, '\\$&')

/**
 * A cue's pattern as a regular expression over folded words. In a pattern, `(a|b c)` offers phrases, `word?` may be
 * missing, `word*` is any ending, `...` lets up to five words of the same sentence stand between, and `^` is the start of a
 * sentence. Everything else stands for itself, as whole words.
 */
export const compileCue = (pattern: string): RegExp => {
  const atStart = pattern.startsWith('^')
  const tokens = (atStart ? pattern.slice(1) : pattern).trim().match(/\([^)]*\)\??|\.\.\.|[^\s()]+/g) ?? []
  let source = atStart ? String.raw`(?:^|[.?;:\n-] ?["']?)` : String.raw`(?<![\w'])`
  let gap = false
  let first = true
  for (const token of tokens) {
    if (token === '...') {
      gap = true
      continue
    }
    const optional = token.length > 1 && token.endsWith('?')
    const bare = optional ? token.slice(0, -1) : token
    const words = bare.startsWith('(') ? bare.slice(1, -1).split('|') : [bare]
    const one = (word: string) =>
      escapeLiteral(word.trim()).replaceAll('*', String.raw`[\w']*`).replaceAll(' ', String.raw`,? `)
    const body = `(?:${words.map(one).join('|')})(?![\\w'])`
    const between = first ? '' : gap ? String.raw`(?:,? [\w'"-]+){0,5}?,? "?` : ',? "?'
    source += optional ? `(?:${between}${body})?` : between + body
    if (!(optional && first)) first = false
    gap = false
  }
  return new RegExp(source)
}
