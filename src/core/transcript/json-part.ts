/** A JSON object's fields; null for anything else. */
export const asObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

/** A JSON list; null for anything else. */
export const asList = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null)

/** A JSON text; null for anything else. */
export const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A speaker as a recogniser writes it: a name, a letter or a number. Empty where it names none. */
export const asSpeaker = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : ''

/** A time in whole milliseconds, from a number of the unit that `perUnitMs` tells; null where it is none. */
export const asMs = (value: unknown, perUnitMs: number): number | null => {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number >= 0
    ? Math.round(number * perUnitMs)
    : null
}

/** A piece of JSON as a person can look at it, cut to a length. */
export const showPart = (value: unknown): string => {
  try {
    return (JSON.stringify(value) ?? '').slice(0, 500)
  } catch {
    // Nested deeper than it can be written out.
    return typeof value
  }
}
