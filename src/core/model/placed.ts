import type { Issue } from './checked.ts'
import { type Keys, type OpenedFile, openModelFile } from './model-file.ts'
import type { Text } from './schema.ts'

/** A value together with the file and the place it was read from, so that a rule can point at it. */
export interface Placed<T> {
  value: T
  file: OpenedFile
  keys: Keys
}

/** One part of a placed value, at `keys` inside it. */
export const partOf = <T>(whole: Placed<unknown>, keys: Keys, value: T): Placed<T> => ({
  value,
  file: whole.file,
  keys: [...whole.keys, ...keys],
})

/** Every entry of a list that stands at `key` inside a placed value. */
export const partsOf = <T>(whole: Placed<unknown>, key: string, list: T[]): Placed<T>[] =>
  list.map((value, index) => partOf(whole, [key, index], value))

/** A folder of the model as a place, for what is missing from it. */
export const folderPlace = (name: string): Placed<undefined> => ({
  value: undefined,
  file: openModelFile({ path: `model/${name}`, text: '' }),
  keys: [],
})

/** An issue at a placed value, or at `keys` inside it. `code` gets `model.` before it. */
export const complainAt = (
  at: Placed<unknown>,
  code: string,
  cause: string,
  mend: string,
  keys: Keys = [],
): Issue => at.file.complain(`model.${code}`, [...at.keys, ...keys], cause, mend)

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'en' in value && 'fr' in value

/** Every text in both languages that stands anywhere inside a placed value. */
export function textsIn(whole: Placed<unknown>): Placed<Text>[] {
  if (isText(whole.value)) return [whole as Placed<Text>]
  if (typeof whole.value !== 'object' || whole.value === null) return []
  return Object.entries(whole.value).flatMap(([key, value]) => textsIn(partOf(whole, [key], value)))
}
