import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import { invariant } from '../core/model/invariant.ts'
import type { Tables } from './tables.ts'

/** Stands in a query for a filling while it is compiled; no value that is stored begins with a zero. */
const blank = (name: string): string => `\0${name}`

/**
 * A query that is put into words once and then filled in: putting it into words takes longer than what it asks.
 * `build` gets a blank for each filling, and may use each as any value of that type.
 */
export const readyQuery = <F extends object, Row>(
  build: (database: Kysely<Tables>, blanks: F) => Compilable<Row>,
): ((database: Kysely<Tables>, fillings: F) => Promise<Row[]>) => {
  let compiled: CompiledQuery<Row> | undefined
  const names = new Map<unknown, string>()
  const blanks = new Proxy({} as F, {
    get: (_, name) => {
      names.set(blank(String(name)), String(name))
      return blank(String(name))
    },
  })
  return async (database, fillings) => {
    compiled ??= build(database, blanks).compile()
    const parameters = compiled.parameters.map(value => {
      const name = names.get(value)
      if (name === undefined) return value
      const filling: unknown = fillings[name as keyof F]
      invariant(filling !== undefined, `a value for ${name}`)
      return filling
    })
    const filled: CompiledQuery<Row> = { ...compiled, parameters }
    return (await database.executeQuery(filled)).rows
  }
}
