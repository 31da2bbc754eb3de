import * as z from 'zod'
import { checkShape } from './check-shape.ts'
import { accepted, type Checked, type Issue } from './checked.ts'
import { type ModelFile, type OpenedFile, openModelFile } from './model-file.ts'
import {
  checkClimate,
  checkElement,
  checkElements,
  checkEverywhere,
  checkFileName,
  checkInclusive,
  checkReading,
  checkUnique,
  type Placed,
  partOf,
  textsIn,
} from './model-rules.ts'
import {
  ClimateAreaSchema,
  ConsentSchema,
  ElementIdSchema,
  ElementSchema,
  HelplineSchema,
  IntakeSchema,
  JurisdictionSchema,
  MeaningCardSchema,
  type Model,
  SafetyScreenSchema,
  ScaleSchema,
  SecretsPolicySchema,
  SexualAreaSchema,
  TermSchema,
} from './schema.ts'

const HelplinesSchema = z.strictObject({ helplines: z.array(HelplineSchema) })
const SexualMapSchema = z.strictObject({ areas: z.array(SexualAreaSchema).min(1) })

/** Folders of the model that this bundle holds; other folders of `model/` have compilers of their own. */
const FOLDERS = [
  'elements',
  'climate',
  'vocabulary',
  'safety',
  'sexual',
  'policies',
  'consent',
  'jurisdictions',
]
const ROOT_FILES = ['model/intake.yaml', 'model/scale.yaml', 'model/meaning-card.yaml']
const SINGLE_FILES = [
  'model/safety/screen.yaml',
  'model/safety/helplines.yaml',
  'model/sexual/map.yaml',
  'model/consent/consent.yaml',
]

const belongsHere = (path: string) =>
  path.endsWith('.yaml') &&
  (ROOT_FILES.includes(path) || FOLDERS.some(folder => path.startsWith(`model/${folder}/`)))

/**
 * Compiles the files of `model/` into the one bundle that every surface loads. Every refusal names the file, the line,
 * the cause and the mend; all of them are given at once. Helplines without both a source and a date are left out, since
 * an unchecked number is worse than none. Files of other folders are passed over.
 */
export function compileModel(files: ModelFile[]): Checked<Model> {
  const issues: Issue[] = []
  const opened = new Map(
    files.filter(file => belongsHere(file.path)).map(file => [file.path, openModelFile(file)]),
  )

  const place = <S extends z.ZodType>(schema: S, file: OpenedFile): Placed<z.infer<S>>[] => {
    const value = checkShape(schema, file, issues)
    return value === undefined ? [] : [{ value, file, keys: [] }]
  }
  const one = <S extends z.ZodType>(path: string, schema: S): Placed<z.infer<S>> | undefined => {
    const file = opened.get(path)
    if (file) return place(schema, file)[0]
    const message = `${path}:1: the file is missing. Mend: write it; docs/model-data.md shows what it holds.`
    issues.push({ code: 'model.file-missing', path: '', message })
    return undefined
  }
  const folder = <S extends z.ZodType>(name: string, schema: S): Placed<z.infer<S>>[] =>
    [...opened.values()]
      .filter(file => file.path.startsWith(`model/${name}/`))
      .flatMap(file => place(schema, file))

  const elements = folder('elements', ElementSchema)
  const climate = folder('climate', ClimateAreaSchema)
  const vocabulary = folder('vocabulary', TermSchema)
  const policies = folder('policies', SecretsPolicySchema)
  const jurisdictions = folder('jurisdictions', JurisdictionSchema)
  const intake = one('model/intake.yaml', IntakeSchema)
  const scale = one('model/scale.yaml', ScaleSchema)
  const meaning = one('model/meaning-card.yaml', MeaningCardSchema)
  const safety = one('model/safety/screen.yaml', SafetyScreenSchema)
  const lines = one('model/safety/helplines.yaml', HelplinesSchema)
  const sexual = one('model/sexual/map.yaml', SexualMapSchema)
  const consent = one('model/consent/consent.yaml', ConsentSchema)

  for (const path of opened.keys())
    if (/^model\/(safety|sexual|consent)\//.test(path) && !SINGLE_FILES.includes(path))
      issues.push({
        code: 'model.unknown-file',
        path: '',
        message: `${path}:1: the model has no such file. Mend: check its name; these are known: ${SINGLE_FILES.join(', ')}.`,
      })

  const folderItself = (name: string): Placed<unknown> => ({
    value: undefined,
    keys: [],
    file: openModelFile({ path: `model/${name}`, text: '' }),
  })
  const items = elements.flatMap(element =>
    element.value.items.map((item, index) => partOf(element, ['items', index], item)),
  )
  const interview = elements.flatMap(element =>
    element.value.interview.map((question, index) => partOf(element, ['interview', index], question)),
  )
  const climateItems = climate.map(area => partOf(area, ['item'], area.value.item))
  const areas = sexual ? sexual.value.areas.map((area, index) => partOf(sexual, ['areas', index], area)) : []
  const sexualQuestions = areas.flatMap(area =>
    area.value.questions.map((question, index) => partOf(area, ['questions', index], question)),
  )
  const screen = safety
    ? safety.value.questions.map((question, index) => partOf(safety, ['questions', index], question))
    : []
  const helplines = lines
    ? lines.value.helplines.map((line, index) => partOf(lines, ['helplines', index], line))
    : []
  const choiceLists = [
    ...(meaning
      ? [meaning.value.choices.map((choice, index) => partOf(meaning, ['choices', index], choice))]
      : []),
    ...screen.map(question =>
      question.value.choices.map((choice, index) => partOf(question, ['choices', index], choice)),
    ),
  ]
  const points = consent
    ? consent.value.points.map((point, index) => partOf(consent, ['points', index], point))
    : []

  // A part that the shape already refused has been reported; what "is missing" is said only of files that are not there.
  const missing = (name: string, list: Placed<unknown>[]) =>
    list.length === [...opened.keys()].filter(path => path.startsWith(`model/${name}/`)).length
  if (missing('elements', elements)) issues.push(...checkElements(elements, folderItself('elements')))
  if (missing('climate', climate)) issues.push(...checkClimate(climate, folderItself('climate')))
  if (missing('policies', policies))
    for (const id of SecretsPolicySchema.shape.id.options)
      if (!policies.some(policy => policy.value.id === id))
        issues.push(
          folderItself('policies').file.complain(
            'model.policy-missing',
            [],
            `the policy \`${id}\` is missing`,
            `write model/policies/${id}.yaml`,
          ),
        )

  issues.push(
    ...elements.flatMap(checkElement),
    ...[...elements, ...climate, ...vocabulary, ...policies, ...jurisdictions].flatMap(checkFileName),
    ...[
      [...items, ...climateItems, ...screen, ...interview, ...sexualQuestions],
      elements,
      climate,
      vocabulary,
      policies,
      jurisdictions,
      areas,
      helplines,
      points,
      ...choiceLists,
    ].flatMap(checkUnique),
    ...screen.flatMap(question =>
      question.value.concern
        .filter(id => !question.value.choices.some(choice => choice.id === id))
        .map(id =>
          question.file.complain(
            'model.concern',
            [...question.keys, 'concern'],
            `\`${id}\` is not one of the choices`,
            'use the id of a choice of this question',
          ),
        ),
    ),
    ...helplines.flatMap(line =>
      line.value.where
        .filter(
          where =>
            where !== 'any' &&
            !jurisdictions.some(({ value }) => value.id === where || value.id.startsWith(`${where}-`)),
        )
        .map(where =>
          line.file.complain(
            'model.where',
            [...line.keys, 'where'],
            `no jurisdiction is called \`${where}\``,
            'use the id of a file in model/jurisdictions, a country, or any',
          ),
        ),
    ),
    ...[...items, ...climateItems, ...screen].flatMap(question =>
      checkReading(partOf(question, ['text'], question.value.text)),
    ),
    ...(meaning ? checkReading(partOf(meaning, ['question'], meaning.value.question)) : []),
    ...[...items, ...climateItems].flatMap(textsIn).flatMap(text => checkInclusive(text, true)),
    ...[
      ...screen,
      ...interview,
      ...sexualQuestions,
      ...points,
      ...climate.map(area => partOf(area, ['voice'], area.value.voice)),
      ...(meaning ? [meaning] : []),
    ]
      .flatMap(textsIn)
      .flatMap(text => checkInclusive(text, false)),
    ...[...opened.values()].flatMap(file => checkEverywhere({ value: file.data, file, keys: [] })),
  )

  if (issues.length || !intake || !scale || !meaning || !safety || !lines || !sexual || !consent)
    return { ok: false, issues }
  const values = <T>(list: Placed<T>[]) => list.map(({ value }) => value)
  const order = ElementIdSchema.options
  return accepted({
    instrument: intake.value.version,
    elements: values(elements).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    climate: values(climate).sort((a, b) => a.place - b.place),
    scale: scale.value,
    meaning: meaning.value,
    safety: safety.value,
    sexual: sexual.value.areas,
    policies: values(policies).sort(
      (a, b) =>
        SecretsPolicySchema.shape.id.options.indexOf(a.id) -
        SecretsPolicySchema.shape.id.options.indexOf(b.id),
    ),
    jurisdictions: values(jurisdictions).sort(
      (a, b) => Number(a.id === 'other') - Number(b.id === 'other') || (a.id < b.id ? -1 : 1),
    ),
    consent: consent.value,
    helplines: lines.value.helplines.filter(line => line.source && line.checked),
    vocabulary: values(vocabulary).sort((a, b) => (a.id < b.id ? -1 : 1)),
  })
}
