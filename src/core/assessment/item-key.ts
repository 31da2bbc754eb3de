/**
 * Under which key an answer about another person stands: the item's id, and among three or more people the seat of the
 * person it is about, as `ITEM_ID@SEAT`.
 */
export const itemKey = (item: string, about: string, people: number): string =>
  people >= 3 ? `${item}@${about}` : item

/** Splits such a key at its first `@`. `about` is null where no seat is named. */
export const readItemKey = (key: string): { item: string; about: string | null } => {
  const at = key.indexOf('@')
  return at < 0 ? { item: key, about: null } : { item: key.slice(0, at), about: key.slice(at + 1) }
}
