/** One line about one event: names and numbers only, never a body, a query string, a header or an address. */
export type LogFields = Record<string, string | number | boolean | null>
export type Log = (event: string, fields: LogFields) => void

/** Writes each event as one line of JSON. */
export const lineLog =
  (write: (line: string) => void, now: () => number): Log =>
  (event, fields) =>
    write(JSON.stringify({ at: new Date(now()).toISOString(), event, ...fields }))

/**
 * What may be logged of an unexpected error: its class, its code and where in the program it arose. Its message stays
 * out, since libraries quote their input in messages.
 */
export const errorFields = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  const errcode = (error as { errcode?: unknown }).errcode
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof errcode === 'number' ? { errcode } : {}),
    where: (error.stack ?? '')
      .split('\n')
      .filter(line => /^\s+at /.test(line))
      .slice(0, 6)
      .map(line => line.trim().slice(3))
      .join(' < '),
  }
}
