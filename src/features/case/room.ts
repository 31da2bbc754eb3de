import type { CaseState } from '../../core/case/case-state.ts'
import type { Person } from '../../core/case/entry-kind.ts'
import type { ElementId } from '../../core/model/schema.ts'

/** What one person shows of one element in the room, or nothing at all. */
export interface RoomMark {
  seat: string
  /** 0 to 100; null where nothing is shown, for whatever reason. */
  score: number | null
}
export interface RoomRow {
  element: ElementId
  marks: RoomMark[]
  /** True only where everybody shows a place on this element: then they can be looked at beside each other. */
  together: boolean
}

/** Everything the room view holds. Nothing else of the case is reachable from it. */
export interface RoomContent {
  people: Person[]
  /** What "more intimate" means, in the words each chose to show; null where nothing is shown. */
  meanings: { seat: string; words: string | null }[]
  rows: RoomRow[]
}

/**
 * What each person has released, and no more: withheld, unanswered and left out by the therapist come out as the very
 * same data, so that no view can tell them apart. Who has left shows nothing.
 */
export function makeRoom(
  state: Pick<CaseState, 'people' | 'releases' | 'leftOutOfRoom' | 'sheets'>,
  elements: ElementId[],
): RoomContent {
  const releaseOf = (seat: string) => (state.sheets[seat]?.left ? undefined : state.releases[seat])
  return {
    people: state.people,
    meanings: state.people.map(({ seat }) => ({ seat, words: releaseOf(seat)?.meaning?.trim() || null })),
    rows: elements.map(element => {
      const marks = state.people.map(({ seat }): RoomMark => {
        const shown = state.leftOutOfRoom.includes(element) ? undefined : releaseOf(seat)?.elements[element]
        return { seat, score: shown ?? null }
      })
      return { element, marks, together: marks.every(mark => mark.score !== null) }
    }),
  }
}
