/**
 * Why something is recommended, as an id with its data: page, command line and print make the same words of it, in
 * either language. Seats and ids only, never an answer.
 */
export type Reason =
  /** The therapist put it there; this always wins. */
  | { id: 'therapist-order' }
  /** These people answered the order question (mistrust, selfishness, manipulation) at its heavy end. */
  | { id: 'order-question'; area: string; seats: string[] }
  /** Low for these people. `all`: for everybody whose place is known. */
  | { id: 'low'; seats: string[]; all: boolean }
  /** The two who stand furthest from each other, the lower first. `widest`: no other element is further apart. */
  | { id: 'apart'; seats: [string, string]; far: boolean; widest: boolean }
  /** `by` sees `of` far from where `of` stands in their own eyes: lower or higher. */
  | { id: 'seen-apart'; by: string; of: string; lower: boolean }
  /** Nothing is low and nobody apart: this is only the lowest of what is known. */
  | { id: 'lowest-though-not-low' }
  /** Only this person's side is known. */
  | { id: 'one-person'; seat: string }
  /** These people's answers are too few to say. */
  | { id: 'not-enough'; seats: string[] }
  /** An area of climate that informs the element, low or apart. */
  | { id: 'climate-low' | 'climate-apart'; area: string }
  /** They mean different things by "more intimate", or what one means is not known. */
  | { id: 'meaning-differs' | 'meaning-unknown' | 'meaning-open' }
  /** An order question's own area, which weighs for these people. */
  | { id: 'order-weighs'; area: string; seats: string[] }
  /** Not asked of everybody yet; early, gently and of each alone. */
  | { id: 'order-unasked'; area: string; seats: string[] }
  /** The therapist has opened the sexual questions. */
  | { id: 'sexual-opened' }
  /** Never held back: pain, fear, pressure, health. */
  | { id: 'never-held-back' }
  /** Kept from a session: something weak, a fear, a promise not yet confirmed, advice turned down. Never how often. */
  | { id: 'heard-weak' | 'heard-fear' | 'heard-promise' | 'heard-refusal' }
  /** "Intimate" stood for sex in a session. */
  | { id: 'heard-meaning' }
  /** The question before it about the same element was asked. */
  | { id: 'goes-on' }
