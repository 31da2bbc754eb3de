import type { CaseState } from '../../core/case/case-state.ts'

/** Lower case without accents: "Éloïse" is found by "eloise". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Everything in a case that was written in somebody's own words and that this device has opened. */
const wordsOf = (state: CaseState): string[] => [
  state.name,
  ...state.people.map(person => person.label),
  ...state.notes.map(note => note.words),
  ...[...state.promises, ...state.exercises].map(({ words }) => words),
  ...state.cards.flatMap(({ words, asked, rewritten }) => [words, asked, rewritten]),
  ...state.advice.flatMap(({ words, steps }) => [words, ...steps.map(({ why }) => why)]),
  ...state.findings.flatMap(({ finding, words, quote }) => (finding === 'risk' ? [] : [words, quote])),
  state.sexualMap.words,
  ...Object.values(state.sheets).flatMap(sheet => [
    sheet.confirmed?.words ?? '',
    ...Object.values(sheet.answers).filter(value => typeof value === 'string'),
  ]),
]

/**
 * The cases in which every word of `query` occurs, in whatever order; all of them for an empty query. It runs over
 * decrypted text on this device: the server hears nothing of it. Safety answers, signs of danger and transcripts are not
 * searched, so that a search with somebody beside you brings none of them up.
 */
export function searchCases<T extends { state: CaseState }>(cases: T[], query: string): T[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return cases
  return cases.filter(({ state }) => {
    const text = plain(wordsOf(state).join('\n'))
    return wanted.every(word => text.includes(word))
  })
}
