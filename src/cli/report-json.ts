import type { Blueprint } from '../core/assessment/blueprint.ts'
import type { Beginning } from '../core/assessment/begin-with.ts'
import type { Model } from '../core/model/schema.ts'
import type { BlueprintText } from '../ui/blueprint/blueprint-text.ts'
import { sayReason } from '../ui/blueprint/say-reason.ts'

/** The report as data, in the stable form that `groundwork report --json` prints. Reasons carry their words too. */
export const writeReportJson = (
  model: Pick<Model, 'climate'>,
  blueprint: Blueprint,
  text: BlueprintText,
): string => {
  const several = blueprint.seats.length > 2
  const withWords = ({ element, reasons }: Beginning) => ({
    element,
    reasons: reasons.map(reason => ({ ...reason, words: sayReason(reason, model, text) })),
  })
  return JSON.stringify(
    {
      elements: blueprint.elements.map(({ id, partners, gap, gaps, views, phrase }) => ({
        id,
        partners: partners.map(({ seat, score, self, other, us, about, band, answered, of }) => ({
          seat,
          score,
          self,
          other,
          us,
          ...(several ? { about } : {}),
          band,
          answered,
          of,
        })),
        gap,
        ...(several ? { gaps } : {}),
        views,
        phrase: phrase.id,
      })),
      meaning: blueprint.meaning,
      climate: blueprint.climate.map(({ id, group, partners, gap, gaps }) => ({
        id,
        group,
        partners,
        gap,
        ...(several ? { gaps } : {}),
      })),
      beginWith: blueprint.beginWith.map(withWords),
      sexuality: {
        open: blueprint.sexuality.open,
        waitingFor: blueprint.sexuality.waitingFor,
        reasons: blueprint.sexuality.reasons.map(withWords),
      },
      notEnough: blueprint.notEnough,
    },
    null,
    2,
  )
}
