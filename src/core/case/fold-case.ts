import type { ElementId } from '../model/schema.ts'
import type { CaseState, Note, OpenedEntry, SafetyState, SheetState } from './case-state.ts'
import { type EntryBody, type EntryKind, entryKinds, type JournalKind, type Person } from './entry-kind.ts'
import { foldSessions } from './fold-sessions.ts'

type Entry<K extends EntryKind = EntryKind> = Omit<OpenedEntry, 'body'> & { body: EntryBody<K> }

const perSeat: readonly JournalKind[] = ['private', 'own']

/** Whether this kind of entry may stand in this journal, written by this person; anything else is passed over. */
const fits = ({ body, journal, of, by }: OpenedEntry): boolean => {
  if (!Object.hasOwn(entryKinds, body.kind)) return false
  const rule = entryKinds[body.kind]
  const mine = perSeat.includes(journal)
  if (!(rule.in as readonly string[]).includes(journal) || mine !== (of !== null)) return false
  if (rule.by === 'therapist') return by === 'therapist'
  return by !== 'therapist' && (!mine || by === of)
}

const isKind =
  <K extends EntryKind>(kind: K) =>
  (entry: OpenedEntry): entry is Entry<K> =>
    entry.body.kind === kind

/** Notes by their id in the order they were first written, each in its newest words. */
const gatherNotes = (entries: Entry<'note' | 'own-note'>[]): Note[] => {
  const notes = new Map<string, Note>()
  for (const { body } of entries) notes.set(body.note, { note: body.note, at: body.at, words: body.words })
  return [...notes.values()]
}

const distinct = (elements: ElementId[]): ElementId[] => [...new Set(elements)]

/**
 * The state of a case for one viewer, from every entry that the viewer can open: a therapist gives all journals, a
 * partner only their own `private` and `own` and the `shared` one, and what they cannot open is simply absent.
 *
 * The entries of one journal come in their order of cause; in one journal the newest of a kind wins. Nothing is assumed
 * about the order *between* journals: any interleaving gives the same state. An entry of a kind that does not belong in
 * its journal, by someone who may not write it, or about a seat that the case does not have, is passed over. Whoever
 * the setting names has a sheet, and so has whoever has a journal.
 *
 * A person who has left keeps the answers that were accepted before: an entry written at the same moment on another
 * device may be ordered after the leaving.
 */
export const foldCase = (entries: OpenedEntry[]): CaseState => {
  const known = entries.filter(fits)
  // Put apart once: a case of ten years has thousands of answers, and is asked for many kinds.
  const apart = new Map<string, OpenedEntry[]>()
  for (const entry of known) {
    const name = `${entry.body.kind} ${entry.journal} ${entry.of ?? ''}`
    const same = apart.get(name)
    if (same) same.push(entry)
    else apart.set(name, [entry])
  }
  const all = <K extends EntryKind>(kind: K, journal: JournalKind, of: string | null = null): Entry<K>[] =>
    (apart.get(`${kind} ${journal} ${of ?? ''}`) ?? []).filter(isKind(kind))
  const newest = <K extends EntryKind>(kind: K, journal: JournalKind, of: string | null = null) =>
    all(kind, journal, of).at(-1)

  const written = [...new Set(known.map(entry => entry.of))].filter(seat => seat !== null).sort()
  // The therapist has the record; a partner has the copy at the head of their own journal.
  const setting =
    newest('setting', 'record') ??
    written.map(seat => newest('setting', 'private', seat)).find(entry => entry)
  const people: Person[] = setting?.body.setting.people ?? []
  // Whoever has a journal of their own is of the case, even where a later setting no longer names them.
  const seats = [...new Set([...people.map(person => person.seat), ...written])]
  const ofSeat = <K extends 'met-alone' | 'sheet-confirmed'>(kind: K, seat: string) =>
    all(kind, 'record')
      .filter(entry => entry.body.seat === seat)
      .at(-1)?.body

  const readSheet = (seat: string): SheetState => {
    const answers = all('answer', 'private', seat)
    return {
      seat,
      settingHash: newest('setting', 'private', seat)?.hash ?? null,
      consent: newest('consent', 'private', seat)?.body ?? null,
      answers: Object.fromEntries(answers.map(({ body }) => [body.item, body.value])),
      answeredAt: Object.fromEntries(answers.map(({ body }) => [body.item, body.at])),
      firstAt: answers[0]?.body.at ?? null,
      newestAt: answers.at(-1)?.body.at ?? null,
      finishedAt: newest('finished', 'private', seat)?.body.at ?? null,
      paused: newest('paused', 'private', seat)?.body.paused ?? false,
      left: newest('left', 'private', seat) !== undefined,
      confirmed: ofSeat('sheet-confirmed', seat) ?? null,
      metAlone: ofSeat('met-alone', seat)?.met ?? false,
    }
  }

  const moved = all('safety-answers', 'safety')
  const openedDrops = new Set(all('safety-opened', 'safety').map(entry => entry.body.drop))
  const readDrop = (seat: string, drop: Entry<'drop'>): SafetyState => ({
    seat,
    drop: drop.hash,
    at: drop.body.at,
    box: drop.body.box,
    answers:
      moved.findLast(({ body }) => body.drop === drop.hash && body.seat === seat)?.body.answers ?? null,
    opened: openedDrops.has(drop.hash),
  })
  const drops = seats.flatMap(seat => all('drop', 'private', seat).map(drop => readDrop(seat, drop)))
  // A colleague who was granted `safety` alone sees what the drop held, never the drop itself. An answer that claims
  // another seat's drop is no answer of anybody.
  const dropHashes = new Set(known.filter(isKind('drop')).map(entry => entry.hash))
  const alone = new Map(
    moved
      .filter(({ body }) => !dropHashes.has(body.drop) && (!setting || seats.includes(body.seat)))
      .map(({ body }): [string, SafetyState] => [
        `${body.seat} ${body.drop}`,
        {
          seat: body.seat,
          drop: body.drop,
          at: body.at,
          box: '',
          answers: body.answers,
          opened: openedDrops.has(body.drop),
        },
      ]),
  )

  const map = newest('sexual-map-opened', 'record')?.body
  const order = distinct(newest('order-chosen', 'record')?.body.elements ?? [])
  return {
    name: newest('case-named', 'record')?.body.name ?? '',
    setting: setting?.body.setting ?? null,
    settingHash: setting?.hash ?? null,
    people,
    archived: newest('case-archived', 'record')?.body.archived ?? false,
    sheets: Object.fromEntries(seats.map(seat => [seat, readSheet(seat)])),
    safety: [...drops, ...alone.values()],
    jointOpen: newest('joint-opened', 'shared')?.body.open ?? false,
    releases: Object.fromEntries(
      all('release', 'shared')
        .filter(entry => !setting || seats.includes(entry.by))
        .map(entry => [entry.by, entry.body]),
    ),
    sexualMap: { open: map?.open ?? false, words: map?.words ?? '' },
    order: order.length ? order : null,
    leftOutOfRoom: distinct(newest('room-left-out', 'record')?.body.elements ?? []),
    kept: all('blueprint-kept', 'record').map(entry => entry.body),
    notes: gatherNotes(all('note', 'notes')),
    ...foldSessions(known),
    ownNotes: gatherNotes(written.flatMap(seat => all('own-note', 'own', seat))),
  }
}
