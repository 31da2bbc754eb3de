import type { CaseState } from '../../core/case/case-state.ts'
import type { SessionsState } from '../../core/case/session-state.ts'

/** What a paragraph for the chart is worded with. */
export interface ChartWords {
  session(day: string, people: string): string
  elements(names: string): string
  stories(words: string): string
  categories(words: string): string
  promises(words: string): string
  advice(words: string): string
  exercises(words: string): string
  nothing: string
  how: string
  list(items: string[]): string
  quote(words: string): string
  day(iso: string): string
  element(id: string): string
}

/** Which hour or transcript the paragraph is about. */
export interface ChartOf {
  at: string
  people: string[]
  session: string | null
  transcript: string | null
}

/**
 * One paragraph for the chart about what was taken from one session: what was worked on and what was kept, in words.
 * No sign of danger, no reading of the therapist, and no count of anything is in it.
 */
export const chartParagraph = (
  state: Pick<CaseState, keyof SessionsState>,
  of: ChartOf,
  words: ChartWords,
  fromTranscript: boolean,
): string => {
  const mine = <I extends { session: string | null; source: { transcript: string } | null }>(
    items: I[],
  ): I[] =>
    items.filter(
      ({ session, source }) =>
        (of.transcript !== null && source?.transcript === of.transcript) ||
        (of.session !== null && session === of.session),
    )
  const quoted = (items: { words: string }[]) => words.list(items.map(item => words.quote(item.words)))
  const elements = [
    ...new Set(
      mine(state.findings).flatMap(({ finding, element }) =>
        finding !== 'risk' && element ? [element] : [],
      ),
    ),
  ]
  const parts: [{ words: string }[], (said: string) => string][] = [
    [mine(state.cards).filter(card => card.of === 'story'), words.stories],
    [mine(state.cards).filter(card => card.of === 'category'), words.categories],
    [mine(state.promises), words.promises],
    [mine(state.advice), words.advice],
    [mine(state.exercises), words.exercises],
  ]
  const said = [
    ...(elements.length ? [words.elements(words.list(elements.map(words.element)))] : []),
    ...parts.flatMap(([items, say]) => (items.length ? [say(quoted(items))] : [])),
  ]
  return [
    words.session(words.day(of.at), words.list(of.people)),
    ...(said.length ? said : [words.nothing]),
    ...(fromTranscript ? [words.how] : []),
  ].join(' ')
}
