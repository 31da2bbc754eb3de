import type { OpenedEntry } from './case-state.ts'
import type { EntryBody, EntryKind } from './entry-kind.ts'
import type { Advice, HeardState, SessionsState, TakenItem, TranscriptState } from './session-state.ts'

/** One line for a finding of a transcript, to ask whether it was accepted. */
export const sourceKey = (transcript: string, finding: string): string => `${transcript} ${finding}`

/** The newest body of each, in the order each was first written. */
const newestBy = <B>(bodies: B[], name: (body: B) => string): B[] => {
  const found = new Map<string, B>()
  for (const body of bodies) found.set(name(body), body)
  return [...found.values()]
}

const foldAdvice = (bodies: EntryBody<'advice'>[]): Advice[] =>
  newestBy(bodies, ({ item }) => item).map(newest => {
    const own = bodies.filter(({ item }) => item === newest.item)
    const first = own[0] ?? newest
    return {
      ...itemOf(newest),
      at: first.at,
      session: first.session,
      source: first.source,
      // A later step may leave the words as they were.
      words: own.findLast(body => body.words.trim() !== '')?.words ?? '',
      steps: own.map(({ at, step, why }) => ({ at, step, why })),
    }
  })

const itemOf = ({ item, at, who, words, session, source }: TakenItem): TakenItem => ({
  item,
  at,
  who,
  words,
  session,
  source,
})

const foldTranscripts = (of: <K extends EntryKind>(kind: K) => EntryBody<K>[]): TranscriptState[] => {
  const erased = new Set(of('transcript-erased').map(({ transcript }) => transcript))
  const parts = of('transcript-part')
  return newestBy(of('transcript'), ({ transcript }) => transcript)
    .filter(({ transcript }) => !erased.has(transcript))
    .map(head => {
      const texts = new Map(
        parts.filter(part => part.transcript === head.transcript).map(({ part, text }) => [part, text]),
      )
      const all = Array.from({ length: head.parts }, (_, part) => texts.get(part))
      const kept = of('transcript-kept').findLast(({ transcript }) => transcript === head.transcript)
      return {
        head,
        text: all.includes(undefined) ? null : all.join(''),
        kept: kept?.kept ? kept.words : null,
        dismissed: newestBy(
          of('finding-dismissed').filter(({ transcript }) => transcript === head.transcript),
          ({ finding }) => finding,
        )
          .filter(({ dismissed }) => dismissed)
          .map(({ finding }) => finding),
      }
    })
}

const foldHeard = (entries: OpenedEntry[]): HeardState[] => {
  const heard = new Map<string, HeardState>()
  for (const { body } of entries) {
    if (body.kind === 'heard-consent')
      heard.set(body.who, { who: body.who, label: body.label, consent: body, withdrawnAt: null })
    const known = body.kind === 'heard-consent-withdrawn' ? heard.get(body.who) : undefined
    if (known) heard.set(known.who, { ...known, withdrawnAt: body.at })
  }
  return [...heard.values()]
}

const foldAsked = (bodies: EntryBody<'question-asked'>[]): SessionsState['asked'] => {
  const asked: SessionsState['asked'] = {}
  for (const body of newestBy(bodies, ({ question, who }) => `${question} ${who ?? ''}`)) {
    if (!body.asked) continue
    const known = asked[body.question] ?? { together: false, seats: [] }
    asked[body.question] = body.who
      ? { ...known, seats: [...known.seats, body.who] }
      : { ...known, together: true }
  }
  return asked
}

/**
 * What came of the sessions, from entries that fit their journals. As everywhere, nothing is assumed about the order
 * between journals: a transcript that was erased stays so, wherever the note of it stands, and what was put away is
 * put away.
 */
export const foldSessions = (fitting: OpenedEntry[]): SessionsState => {
  // Journal by journal, so that no interleaving of them shows; each kind put apart once.
  const known = (['record', 'notes', 'safety'] as const).flatMap(kind =>
    fitting.filter(({ journal }) => journal === kind),
  )
  const apart = new Map<EntryKind, EntryBody[]>()
  for (const { body } of known) {
    const same = apart.get(body.kind)
    if (same) same.push(body)
    else apart.set(body.kind, [body])
  }
  const of = <K extends EntryKind>(kind: K): EntryBody<K>[] => (apart.get(kind) ?? []) as EntryBody<K>[]
  const ended = new Map(of('session-ended').map(({ session, at }) => [session, at]))
  const putAway = newestBy(of('item-put-away'), ({ item }) => item)
  const away = new Set(putAway.filter(body => body.away).map(({ item }) => item))
  const here = <I extends TakenItem>(items: I[]): I[] =>
    newestBy(items, ({ item }) => item).filter(({ item }) => !away.has(item))
  const taken = (kind: 'promise-heard' | 'exercise') => here(of(kind)).map(itemOf)

  const cards = here(of('card')).map(body => ({
    ...itemOf(body),
    of: body.of,
    asked: body.asked,
    rewritten: body.rewritten,
  }))
  const findings = here(of('finding-accepted')).map(body => ({
    ...itemOf(body),
    finding: body.finding,
    element: body.element,
    sign: body.sign,
    sense: body.sense,
    quote: body.quote,
  }))
  const promises = taken('promise-heard')
  const exercises = taken('exercise')
  const advice = here(foldAdvice(of('advice')))
  const sources = [...cards, ...findings, ...promises, ...exercises, ...advice].map(({ source }) => source)
  return {
    sessions: newestBy(of('session-begun'), ({ session }) => session).map(({ session, at }) => ({
      session,
      begunAt: at,
      endedAt: ended.get(session) ?? null,
    })),
    asked: foldAsked(of('question-asked')),
    heard: foldHeard(known),
    transcripts: foldTranscripts(of),
    cards,
    promises,
    advice,
    exercises,
    findings,
    accepted: sources.flatMap(one => (one ? [sourceKey(one.transcript, one.finding)] : [])),
  }
}
