import { checkClimateArea } from './check-climate.ts'
import { checkElement } from './check-element.ts'
import { checkIds } from './check-ids.ts'
import { checkMissing } from './check-missing.ts'
import { checkTexts } from './check-texts.ts'
import { accepted, type Checked } from './checked.ts'
import type { ModelFile } from './model-file.ts'
import { openModel } from './open-model.ts'
import type { Placed } from './placed.ts'
import { ElementIdSchema, type Model, SecretsPolicySchema } from './schema.ts'

const valuesOf = <T>(list: Placed<T>[]): T[] => list.map(({ value }) => value)
const inOrderOf = <T extends { id: string }>(ids: readonly string[], list: T[]): T[] =>
  list.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
const byId = <T extends { id: string }>(list: T[]): T[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/**
 * Compiles the files of `model/` into the one bundle that every surface loads. Every refusal names the file, the line,
 * the cause and the mend; all of them are given at once. Helplines without both a source and a date are left out, since
 * an unchecked number is worse than none. Files of other folders are passed over.
 */
export function compileModel(files: ModelFile[]): Checked<Model> {
  const opened = openModel(files)
  const { elements, climate, vocabulary, policies, jurisdictions } = opened
  const { intake, scale, meaning, safety, lines, sexual, consent } = opened.files
  const issues = [
    ...opened.issues,
    ...checkMissing(opened),
    ...elements.flatMap(checkElement),
    ...climate.flatMap(checkClimateArea),
    ...checkIds(opened),
    ...checkTexts(opened),
  ]
  if (issues.length || !intake || !scale || !meaning || !safety || !lines || !sexual || !consent)
    return { ok: false, issues }

  const places = byId(valuesOf(jurisdictions))
  return accepted({
    instrument: intake.value.version,
    elements: inOrderOf(ElementIdSchema.options, valuesOf(elements)),
    climate: valuesOf(climate).toSorted((a, b) => a.place - b.place),
    scale: scale.value,
    meaning: meaning.value,
    safety: safety.value,
    sexual: sexual.value.areas,
    policies: inOrderOf(SecretsPolicySchema.shape.id.options, valuesOf(policies)),
    // "Somewhere else" is read after every place that is named.
    jurisdictions: [
      ...places.filter(({ id }) => id !== 'other'),
      ...places.filter(({ id }) => id === 'other'),
    ],
    consent: consent.value,
    helplines: lines.value.helplines.filter(line => line.source && line.checked),
    vocabulary: byId(valuesOf(vocabulary)),
  })
}
