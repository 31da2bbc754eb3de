import * as z from 'zod'
import { checkShape } from './check-shape.ts'
import type { Issue } from './checked.ts'
import { type ModelFile, type OpenedFile, openModelFile } from './model-file.ts'
import type { Placed } from './placed.ts'
import {
  ClimateAreaSchema,
  ConsentSchema,
  ElementSchema,
  HelplineSchema,
  IntakeSchema,
  JurisdictionSchema,
  MeaningCardSchema,
  SafetyScreenSchema,
  ScaleSchema,
  SecretsPolicySchema,
  SexualAreaSchema,
  TermSchema,
} from './schema.ts'

/** Folders that hold one thing in each file, and what it is. */
const FOLDERS = {
  elements: ElementSchema,
  climate: ClimateAreaSchema,
  vocabulary: TermSchema,
  policies: SecretsPolicySchema,
  jurisdictions: JurisdictionSchema,
}

/** Files of which there is one, and what they hold. */
const FILES = {
  intake: ['model/intake.yaml', IntakeSchema],
  scale: ['model/scale.yaml', ScaleSchema],
  meaning: ['model/meaning-card.yaml', MeaningCardSchema],
  safety: ['model/safety/screen.yaml', SafetyScreenSchema],
  lines: ['model/safety/helplines.yaml', z.strictObject({ helplines: z.array(HelplineSchema) })],
  sexual: ['model/sexual/map.yaml', z.strictObject({ areas: z.array(SexualAreaSchema).min(1) })],
  consent: ['model/consent/consent.yaml', ConsentSchema],
} as const

type Folders = { [name in keyof typeof FOLDERS]: Placed<z.infer<(typeof FOLDERS)[name]>>[] }
type Files = { [name in keyof typeof FILES]?: Placed<z.infer<(typeof FILES)[name][1]>> }

/** The parts of the model whose shape is right, each with its place; a file that is missing or was refused is absent. */
export interface OpenedModel extends Folders {
  files: Files
  opened: OpenedFile[]
  /** Folders in which every file has the right shape: only of these can it be said that something is missing. */
  whole: Set<keyof Folders>
  issues: Issue[]
}

const issue = (path: string, code: string, cause: string, mend: string): Issue => ({
  code: `model.${code}`,
  path: '',
  message: `${path}:1: ${cause}. Mend: ${mend}.`,
})

/** Opens the files of this bundle and checks the shape of each. Files of other folders are passed over. */
export function openModel(files: ModelFile[]): OpenedModel {
  const issues: Issue[] = []
  const known = Object.values(FILES).map(([path]): string => path)
  const inFolder = (path: string, name: string) => path.startsWith(`model/${name}/`) && path.endsWith('.yaml')
  const model: OpenedModel = {
    elements: [],
    climate: [],
    vocabulary: [],
    policies: [],
    jurisdictions: [],
    files: {},
    opened: [],
    whole: new Set(),
    issues,
  }

  const open = <S extends z.ZodType>(file: ModelFile, schema: S): Placed<z.infer<S>>[] => {
    const opened = openModelFile(file)
    model.opened.push(opened)
    const value = checkShape(schema, opened, issues)
    return value === undefined ? [] : [{ value, file: opened, keys: [] }]
  }

  for (const name of Object.keys(FOLDERS) as (keyof Folders)[]) {
    const found = files.filter(file => inFolder(file.path, name))
    const things = found.flatMap(file => open<z.ZodType>(file, FOLDERS[name]))
    if (things.length === found.length) model.whole.add(name)
    Object.assign(model, { [name]: things })
  }
  for (const name of Object.keys(FILES) as (keyof Files)[]) {
    const [path, schema] = FILES[name]
    const file = files.find(file => file.path === path)
    if (file) Object.assign(model.files, { [name]: open<z.ZodType>(file, schema)[0] })
    else
      issues.push(issue(path, 'file-missing', 'the file is missing', 'write it, as docs/model-data.md shows'))
  }
  for (const { path } of files)
    if (['safety', 'sexual', 'consent'].some(name => inFolder(path, name)) && !known.includes(path))
      issues.push(
        issue(
          path,
          'unknown-file',
          'the model has no such file',
          `check its name; known are ${known.join(', ')}`,
        ),
      )
  return model
}
