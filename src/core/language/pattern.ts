import { foldWord } from './fold-char.ts'
import { elides, endingAt } from './tokens.ts'

/** One step of a pattern. */
export type Step =
  | { is: 'word'; word: string }
  | { is: 'list'; list: string }
  /** Up to `most` words of any kind. */
  | { is: 'gap'; most: number }
  /** The sentence's beginning or end. */
  | { is: 'edge'; edge: '^' | '$' }
  /** One of several ways on; a way may be empty, which makes the others optional. */
  | { is: 'any'; ways: Step[][] }

/** Why a pattern cannot be read: what is wrong and how it is mended. */
export interface PatternFault {
  cause: string
  mend: string
}

/** The longest gap: farther apart, words rarely belong together. */
export const LONGEST_GAP = 8

/** Written forms and the words they stand for: `dont` is `do not`. */
export type Forms = Readonly<Record<string, string>>

/** The words that one written form stands for, cut and expanded as in a text. */
export function wordsOfForm(form: string, forms: Forms, language: 'en' | 'fr'): string[] {
  const folded = foldWord(form)
  const known = Object.hasOwn(forms, folded) ? forms[folded] : undefined
  if (known !== undefined) return known.split(' ')
  for (let i = 1; i < folded.length; i++) {
    if (folded[i] !== "'") continue
    if (language === 'fr' && i + 1 < folded.length && elides(folded, 0, i))
      return [
        ...wordsOfForm(folded.slice(0, i + 1), forms, language),
        ...wordsOfForm(folded.slice(i + 1), forms, language),
      ]
    if (language === 'en' && endingAt(folded, i))
      return [
        ...wordsOfForm(folded.slice(0, i), forms, language),
        ...wordsOfForm(folded.slice(i), forms, language),
      ]
  }
  return [folded]
}

/**
 * Reads a pattern. Words stand for themselves, in any case and with any apostrophe. `(a|b c)` one of several; `word?` or `(a b)?` may be
 * missing; `@list` any word of a list; `..3` up to three words of any kind; `^` and `$` the sentence's beginning and end.
 */
export function parsePattern(pattern: string, forms: Forms, language: 'en' | 'fr'): Step[] | PatternFault {
  const marks = pattern.match(/\.\.\d+|[()|?^$]|@[a-z][a-z0-9-]*|[\p{L}\p{N}'’]+|\S/gu) ?? []
  let at = 0
  let fault: PatternFault | undefined
  const fail = (cause: string, mend: string): void => {
    fault ??= { cause, mend }
  }
  const sequence = (inside: boolean): Step[] => {
    const steps: Step[] = []
    while (at < marks.length && !fault) {
      const sign = marks[at] as string
      if (sign === ')' || sign === '|') {
        if (!inside)
          fail(`\`${sign}\` stands outside parentheses`, 'put the choices in parentheses, as (a|b)')
        break
      }
      at++
      const found = step(sign)
      if (marks[at] === '?') {
        at++
        steps.push({ is: 'any', ways: [found, []] })
      } else steps.push(...found)
    }
    return steps
  }
  const step = (sign: string): Step[] => {
    if (sign === '(') {
      const ways = [sequence(true)]
      while (marks[at] === '|') {
        at++
        ways.push(sequence(true))
      }
      if (marks[at] !== ')') fail('a parenthesis is not closed', 'close it with )')
      at++
      if (ways.some(way => way.length === 0))
        fail('a choice is empty', 'write a word there, or use ? for what may be missing')
      return [{ is: 'any', ways }]
    }
    if (sign === '^' || sign === '$') return [{ is: 'edge', edge: sign }]
    if (sign.startsWith('..')) {
      const most = Number(sign.slice(2))
      if (most < 1 || most > LONGEST_GAP)
        fail(`the gap ${sign} is out of range`, `use ..1 to ..${LONGEST_GAP}`)
      return [{ is: 'gap', most }]
    }
    if (sign.startsWith('@') && sign.length > 1) return [{ is: 'list', list: sign.slice(1) }]
    if (/^[\p{L}\p{N}'’]+$/u.test(sign))
      return wordsOfForm(sign, forms, language).map(word => ({ is: 'word', word }) as const)
    fail(`\`${sign}\` is not part of the pattern language`, 'use words, (a|b), ?, @list, ..3, ^ and $')
    return []
  }
  const steps = sequence(false)
  if (fault) return fault
  const solid = firstAndLast(steps)
  if (!solid)
    return {
      cause: 'the pattern could match without a word at its beginning or end',
      mend: 'begin and end with a word or a list, not with a gap',
    }
  return steps
}

const canBeEmpty = (steps: readonly Step[]): boolean =>
  steps.every(step => (step.is === 'any' ? step.ways.some(canBeEmpty) : step.is === 'gap'))

const firstAndLast = (steps: readonly Step[]): boolean =>
  steps.length > 0 && !canBeEmpty(steps) && steps[0]?.is !== 'gap' && steps.at(-1)?.is !== 'gap'

/** Every word, and every list, that a pattern names. */
export function namesIn(steps: readonly Step[], words: Set<string>, lists: Set<string>): void {
  for (const step of steps)
    if (step.is === 'word') words.add(step.word)
    else if (step.is === 'list') lists.add(step.list)
    else if (step.is === 'any') for (const way of step.ways) namesIn(way, words, lists)
}
