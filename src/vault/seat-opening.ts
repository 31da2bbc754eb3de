import { cryptography } from './cryptography.ts'
import { OpenedSeat } from './opened-seat.ts'
import { openSeatKeyring } from './seat-keyring.ts'
import { openWelcome } from './welcome.ts'

/** What opens a seat once its link was claimed or its keys were found: with the library, so it comes after the first page. */
export const seatOpening = { OpenedSeat, openWelcome, openSeatKeyring, cryptography }
