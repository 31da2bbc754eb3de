/**
 * Stands in for `zod/mini` in the partner's page: the few checks that entries use, in a thirtieth of the bytes, as on a
 * slow phone the library alone takes as long to come as the first questions. A test holds both to the same verdicts on
 * every kind of entry; a check that is not here fails the build.
 */
type Read = (value: unknown) => { data: unknown } | null
type Check = (value: never) => boolean
interface Shape {
  read: Read
  check(...checks: Check[]): Shape
  safeParse(value: unknown): { success: true; data: unknown } | { success: false }
}

const shape = (read: Read): Shape => ({
  read,
  check: (...checks) =>
    shape(value => {
      const known = read(value)
      return known && checks.every(one => one(known.data as never)) ? known : null
    }),
  safeParse: value => {
    const known = read(value)
    return known ? { success: true, data: known.data } : { success: false }
  },
})
const when = (holds: (value: unknown) => boolean): Shape => shape(data => (holds(data) ? { data } : null))
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads each part; null as soon as one is not as it should be. */
const readAll = <K>(parts: Iterable<[K, Shape, unknown]>): [K, unknown][] | null => {
  const read: [K, unknown][] = []
  for (const [name, one, value] of parts) {
    const known = one.read(value)
    if (!known) return null
    read.push([name, known.data])
  }
  return read
}
const inOrder = (read: [number, unknown][] | null) => read && { data: read.map(([, data]) => data) }
const byName = (read: [string, unknown][] | null) => read && { data: Object.fromEntries(read) }

export const string = (): Shape => when(value => typeof value === 'string')
export const number = (): Shape => when(value => Number.isFinite(value))
export const boolean = (): Shape => when(value => typeof value === 'boolean')
export const literal = (one: unknown): Shape => when(value => value === one)
const oneOf = (all: readonly unknown[]): Shape => when(value => all.includes(value))
export { oneOf as enum }
export const nullable = (inner: Shape): Shape =>
  shape(value => (value === null ? { data: null } : inner.read(value)))
export const union = (all: Shape[]): Shape =>
  shape(value => {
    for (const one of all) {
      const known = one.read(value)
      if (known) return known
    }
    return null
  })
export const array = (inner: Shape): Shape =>
  shape(value =>
    Array.isArray(value)
      ? inOrder(readAll(value.map((one: unknown, i): [number, Shape, unknown] => [i, inner, one])))
      : null,
  )
export const tuple = (all: Shape[]): Shape =>
  shape(value =>
    Array.isArray(value) && value.length === all.length
      ? inOrder(readAll(all.map((one, i): [number, Shape, unknown] => [i, one, value[i]])))
      : null,
  )
/** Keys that are not named are left out. */
export const object = (all: Record<string, Shape>): Shape =>
  shape(value =>
    isObject(value)
      ? byName(
          readAll(
            Object.entries(all).map(([name, one]): [string, Shape, unknown] => [name, one, value[name]]),
          ),
        )
      : null,
  )
export const record = (names: Shape, inner: Shape): Shape =>
  shape(value => {
    if (!isObject(value)) return null
    const entries = Object.entries(value).filter(([name]) => name !== '__proto__')
    if (!entries.every(([name]) => names.read(name))) return null
    return byName(readAll(entries.map(([name, one]): [string, Shape, unknown] => [name, inner, one])))
  })
export const partialRecord = record

export const minLength = (least: number) => (value: { length: number }) => value.length >= least
export const maxLength = (most: number) => (value: { length: number }) => value.length <= most
export const regex = (pattern: RegExp) => (value: string) => pattern.test(value)
export const int = () => (value: number) => Number.isSafeInteger(value)
export const minimum = (least: number) => (value: number) => value >= least
export const maximum = (most: number) => (value: number) => value <= most

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
export const iso = {
  /** A moment in UTC that the calendar has. */
  datetime: (): Shape =>
    when(value => {
      if (typeof value !== 'string' || !moment.test(value)) return false
      const at = new Date(value)
      return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value.slice(0, 10)
    }),
}
