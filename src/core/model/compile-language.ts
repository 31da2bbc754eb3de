import type * as z from 'zod'
import type {
  LanguageBundle,
  LanguageKind,
  LanguageRule,
  ModelWeights,
  ReadingLanguage,
} from '../language/language-bundle.ts'
import { namesIn, parsePattern } from '../language/pattern.ts'
import { therapistKinds } from '../language/reading.ts'
import { checkShape } from './check-shape.ts'
import { accepted, type Checked, type Issue } from './checked.ts'
import {
  LanguageKindSchema,
  LanguageRuleSchema,
  ModelWeightsSchema,
  WordClustersSchema,
  WordFormsSchema,
  WordListSchema,
  type WrittenRule,
} from './language-schema.ts'
import { type ModelFile, openModelFile } from './model-file.ts'
import { complainAt, type Placed } from './placed.ts'

/** A rule's examples: sentences that it must flag and pass. */
export interface RuleExamples {
  rule: LanguageRule
  flag: string[]
  pass: string[]
}

/** What `model/language/` compiles to: the bundle that surfaces load, and the examples that test it. */
export interface CompiledLanguage {
  bundle: LanguageBundle
  examples: RuleExamples[]
}

const LANGUAGES: readonly ReadingLanguage[] = ['en', 'fr']
const GUARDS = ['pattern', 'unless', 'unlessBefore', 'unlessAfter', 'needs'] as const

/** Every `@list` that a pattern may name: those of its own language. */
type Words = LanguageBundle['words']

/**
 * Compiles the files of `model/language/`: `words/<list>.yaml`, `forms/<language>.yaml`, `<kind>/kind.yaml`, `<kind>/<rule id>.yaml`
 * and `weights/*.json`. Every refusal names file, line, cause and mend; all are given at once.
 */
export function compileLanguage(files: readonly ModelFile[]): Checked<CompiledLanguage> {
  const issues: Issue[] = []
  const open = <S extends z.ZodType>(file: ModelFile, schema: S): Placed<z.infer<S>>[] => {
    const opened = openModelFile(file)
    const value = checkShape(schema, opened, issues)
    return value === undefined ? [] : [{ value, file: opened, keys: [] }]
  }
  const inside = files.filter(file => file.path.startsWith('model/language/'))
  const folder = (file: ModelFile) => file.path.split('/')[2] ?? ''
  const named = (file: ModelFile, name: string) => file.path.endsWith(`/${name}`)
  const yaml = inside.filter(file => file.path.endsWith('.yaml'))

  const lists = yaml.filter(file => folder(file) === 'words').flatMap(file => open(file, WordListSchema))
  const forms = yaml.filter(file => folder(file) === 'forms').flatMap(file => open(file, WordFormsSchema))
  const kinds = yaml.filter(file => named(file, 'kind.yaml')).flatMap(file => open(file, LanguageKindSchema))
  const rules = yaml
    .filter(file => !['words', 'forms'].includes(folder(file)) && !named(file, 'kind.yaml'))
    .flatMap(file => open(file, LanguageRuleSchema))

  const words = Object.fromEntries(LANGUAGES.map(id => [id, { lists: {}, forms: {} }])) as unknown as Words
  for (const form of forms) Object.assign(words[form.value.language].forms, form.value.forms)
  issues.push(...checkNames([...lists, ...rules]))
  for (const list of lists) words[list.value.language].lists[list.value.id] = list.value.words
  const models = openWeights(inside, words, issues)

  for (const kind of kinds)
    if (!kind.file.path.endsWith(`/${kind.value.id}/kind.yaml`))
      issues.push(
        complainAt(
          kind,
          'file-name',
          `kind \`${kind.value.id}\` stands in the folder of another`,
          `move it to model/language/${kind.value.id}`,
          ['id'],
        ),
      )
  for (const rule of rules)
    issues.push(
      ...checkRule(
        rule,
        kinds.map(({ value }) => value.id),
        words,
      ),
    )
  if (issues.length) return { ok: false, issues }

  const written = rules.map(({ value }) => value).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const compiled = written.map(compileRule)
  return accepted({
    bundle: {
      rules: compiled,
      kinds: kinds.map(({ value: { origin: _origin, source: _source, ...kind } }): LanguageKind => kind),
      words,
      models,
    },
    examples: written.map(({ flag, pass }, index) => ({ rule: compiled[index] as LanguageRule, flag, pass })),
  })
}

const compileRule = ({
  origin: _origin,
  source: _source,
  flag: _flag,
  pass: _pass,
  speaker,
  ...rule
}: WrittenRule): LanguageRule => ({
  ...rule,
  speaker: speaker ?? ((therapistKinds as readonly string[]).includes(rule.kind) ? 'therapist' : 'partner'),
})

const checkNames = (things: Placed<{ id: string; language: ReadingLanguage }>[]): Issue[] => {
  const seen = new Map<string, string>()
  return things.flatMap(thing => {
    const { id } = thing.value
    const issues: Issue[] = []
    const earlier = seen.get(id)
    if (earlier)
      issues.push(
        complainAt(
          thing,
          'id-twice',
          `the id \`${id}\` is already used in ${earlier}`,
          'give this one an id of its own',
          ['id'],
        ),
      )
    seen.set(id, thing.file.path)
    if (!thing.file.path.endsWith(`/${id}.yaml`))
      issues.push(
        complainAt(
          thing,
          'file-name',
          `the file is not named after its id \`${id}\``,
          `rename the file to ${id}.yaml, or mend the id`,
          ['id'],
        ),
      )
    return issues
  })
}

function checkRule(rule: Placed<WrittenRule>, kinds: string[], words: Words): Issue[] {
  const { kind, language } = rule.value
  const issues: Issue[] = []
  if (!rule.file.path.startsWith(`model/language/${kind}/`))
    issues.push(
      complainAt(
        rule,
        'file-name',
        `a rule of kind \`${kind}\` stands in the folder of another`,
        `move it to model/language/${kind}`,
        ['kind'],
      ),
    )
  if (!kinds.includes(kind))
    issues.push(
      complainAt(
        rule,
        'kind',
        `the kind \`${kind}\` is not described`,
        `write model/language/${kind}/kind.yaml`,
        ['kind'],
      ),
    )
  for (const part of GUARDS)
    for (const [index, pattern] of rule.value[part].entries()) {
      const steps = parsePattern(pattern, words[language].forms, language)
      if (!Array.isArray(steps)) {
        issues.push(
          complainAt(rule, 'pattern', `the pattern \`${pattern}\`: ${steps.cause}`, steps.mend, [
            part,
            index,
          ]),
        )
        continue
      }
      const named = new Set<string>()
      namesIn(steps, new Set(), named)
      for (const list of named)
        if (!Object.hasOwn(words[language].lists, list))
          issues.push(
            complainAt(
              rule,
              'list',
              `no list of words in this language is called \`@${list}\``,
              `write model/language/words/${list}.yaml, or mend the name`,
              [part, index],
            ),
          )
    }
  return issues
}

const asIssue = (path: string, cause: string, mend: string): Issue => ({
  code: 'model.weights',
  path: '',
  message: `${path}:1: ${cause}. Mend: ${mend}.`,
})

/** Weights and clusters are written by programs, so they are JSON; a build without any of them works. Clusters join the lists. */
function openWeights(files: readonly ModelFile[], words: Words, issues: Issue[]): ModelWeights[] {
  const models: ModelWeights[] = []
  for (const { path, text } of files) {
    if (!path.endsWith('.json')) continue
    let data: unknown
    try {
      data = JSON.parse(text)
    } catch {
      issues.push(asIssue(path, 'this is not JSON', 'write it again with scripts/train-language'))
      continue
    }
    const clusters = WordClustersSchema.safeParse(data)
    if (clusters.success) {
      for (const [name, list] of Object.entries(clusters.data.clusters))
        words[clusters.data.language].lists[name] = list.split(' ')
      continue
    }
    const weights = ModelWeightsSchema.safeParse(data)
    if (!weights.success)
      issues.push(
        asIssue(
          path,
          `\`${weights.error.issues[0]?.path.join('.') ?? ''}\` is not as a model's weights are`,
          'write it again with scripts/train-language',
        ),
      )
    else if (!path.endsWith(`/${weights.data.id}.json`))
      issues.push(asIssue(path, 'the file is not named after its id', `rename it to ${weights.data.id}.json`))
    else models.push(weights.data)
  }
  return models.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
