import type { SheetState } from '../../core/case/case-state.ts'
import type { SeatState } from '../../core/protocol/case-protocol.ts'

/** How far one person is, as the therapist's pages say it in a few words. */
export type SeatStatus =
  | 'link-made'
  | 'link-expired'
  | 'link-revoked'
  | 'opened'
  | 'consented'
  | 'answering'
  | 'paused'
  | 'done'
  | 'left'

/** From what the server knows of the link and what the person's own sealed entries say; the entries win. */
export function seatStatus(
  seat: Pick<SeatState, 'link' | 'left'>,
  sheet: SheetState | undefined,
): SeatStatus {
  if (seat.left || sheet?.left) return 'left'
  if (sheet?.paused) return 'paused'
  if (sheet?.finishedAt) return 'done'
  if (sheet && Object.keys(sheet.answers).length > 0) return 'answering'
  if (sheet?.consent) return 'consented'
  if (seat.link === 'claimed') return 'opened'
  if (seat.link === 'expired') return 'link-expired'
  if (seat.link === 'revoked') return 'link-revoked'
  return 'link-made'
}

/** Answers were given, and nobody has noted yet who gave them and who was nearby. */
export const isUnconfirmed = (sheet: SheetState | undefined): boolean =>
  sheet !== undefined && sheet.confirmed === null && Object.keys(sheet.answers).length > 0
