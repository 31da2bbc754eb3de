/** Tells the time: milliseconds since 1970. Passed in, so that tests can hold it still. */
export type Clock = () => number

/** A moment as ISO text in UTC, as the database keeps it; such texts sort as the moments do. */
export const toIso = (ms: number): string => new Date(ms).toISOString()
