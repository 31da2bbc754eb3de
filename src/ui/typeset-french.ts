import { frenchSpacing } from './french-spacing.ts'

/** Every string inside, and what every function inside gives back where that is a string, with French spacing. */
const spaceAll = (value: unknown): unknown => {
  if (typeof value === 'string') return frenchSpacing(value)
  if (typeof value === 'function')
    return (...given: unknown[]) => spaceAll((value as (...of: unknown[]) => unknown)(...given))
  return walk(value, spaceAll)
}

const walk = (value: unknown, each: (part: unknown, key: string) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((part, i) => each(part, String(i)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, each(part, key)]))
}

/** A page's French strings as they are shown; ones that take values are spaced after those are in. */
export const typesetFrenchStrings = <S extends object>(strings: S): S => spaceAll(strings) as S

/** The model's texts as they are shown: what stands under a key `fr`, at any depth, with French spacing. */
export const typesetModel = <M extends object>(model: M): M => {
  const each = (part: unknown, key: string): unknown => (key === 'fr' ? spaceAll(part) : walk(part, each))
  return walk(model, each) as M
}
