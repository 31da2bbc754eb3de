import { type Blueprint, makeBlueprint } from '../../core/assessment/blueprint.ts'
import { sheetsOfCase } from '../../core/assessment/sheets-of-case.ts'
import type { CaseState } from '../../core/case/case-state.ts'
import type { EntryBody } from '../../core/case/entry-kind.ts'
import type { Model } from '../../core/model/schema.ts'

/** The blueprint of a case as it stands; `previous` gives the hollow marks. */
export const blueprintOfCase = (
  model: Model,
  state: CaseState,
  previous: EntryBody<'blueprint-kept'> | null,
): Blueprint => makeBlueprint(model, sheetsOfCase(state), { previous, order: state.order })

/** The places of a blueprint as the entry that keeps them. */
export const keepBlueprint = (blueprint: Blueprint, at: string): EntryBody<'blueprint-kept'> => ({
  kind: 'blueprint-kept',
  at,
  elements: blueprint.elements.map(({ id, partners }) => ({
    element: id,
    scores: partners.map(({ seat, score }) => ({ seat, score })),
  })),
})

/**
 * The newest kept blueprint whose places differ from those of now: one that was kept a moment ago would only hide its
 * hollow marks under the full ones.
 */
export const earlierBlueprint = (model: Model, state: CaseState): EntryBody<'blueprint-kept'> | null => {
  const now = JSON.stringify(keepBlueprint(blueprintOfCase(model, state, null), '').elements)
  return state.kept.findLast(kept => JSON.stringify(kept.elements) !== now) ?? null
}
