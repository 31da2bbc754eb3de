import type { Helpline, Model } from './schema.ts'

/**
 * Helplines whose number was last checked more than twelve months before `today` (`2026-11-23`). Used by the nightly
 * check alone: a build never changes with the calendar.
 */
export function staleHelplines(model: Pick<Model, 'helplines'>, today: string): Helpline[] {
  const oldest = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 10)}`
  return model.helplines.filter(helpline => (helpline.checked ?? '') < oldest)
}
