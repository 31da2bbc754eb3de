import type { Helpline } from './schema.ts'

/**
 * The helplines of one jurisdiction, in the model's order: its own, its country's (`ca` serves `ca-on`) and those for
 * any place.
 */
export const helplinesFor = (helplines: Helpline[], jurisdiction: string): Helpline[] =>
  helplines.filter(line =>
    line.where.some(
      where => where === 'any' || jurisdiction === where || jurisdiction.startsWith(`${where}-`),
    ),
  )
