import * as z from 'zod'
import { checkCouple } from './check-couple.ts'
import { checkShape } from './check-shape.ts'
import type { Checked, Issue } from './checked.ts'
import {
  CueSchema,
  RehearsalRuleSchema,
  type RehearsalModel,
  type SimulatedCouple,
  SimulatedCoupleSchema,
  SkillSchema,
  StanceSchema,
} from './couple-schema.ts'
import { type Drill, DrillSchema, type Lesson, LessonSchema } from './lesson-schema.ts'
import { type ModelFile, openModelFile } from './model-file.ts'
import type { Placed } from './placed.ts'

/** What is learned and practised: lessons, drills, simulated couples, and the rules of a rehearsal. */
export interface Academy {
  lessons: Lesson[]
  drills: Drill[]
  couples: SimulatedCouple[]
  rehearsal: RehearsalModel
}

const FOLDERS = {
  'model/lessons/': LessonSchema,
  'model/drills/': DrillSchema,
  'model/couples/': SimulatedCoupleSchema,
  'model/rehearsal/stances/': StanceSchema,
} as const

const FILES = {
  'model/rehearsal/cues.yaml': z.strictObject({ cues: z.array(CueSchema).min(1) }),
  'model/rehearsal/topics.yaml': z.strictObject({ cues: z.array(CueSchema).min(1) }),
  'model/rehearsal/rules.yaml': z.strictObject({ rules: z.array(RehearsalRuleSchema).min(1) }),
  'model/rehearsal/skills.yaml': z.strictObject({ skills: z.array(SkillSchema).length(7) }),
} as const

const missing = (path: string): Issue => ({
  code: 'model.missing',
  path: '',
  message: `${path}:1: this file is missing. Mend: add it; docs/model-data.md shows a whole file.`,
})

const inPlace = <T extends { place: number }>(list: T[]): T[] => list.toSorted((a, b) => a.place - b.place)
const byId = <T extends { id: string }>(list: T[]): T[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** The same id twice in one list would hide one of the two. */
const twice = (at: Placed<{ id: string }>[]): Issue[] =>
  at
    .filter((one, index) => at.findIndex(({ value }) => value.id === one.value.id) !== index)
    .map(({ file, value }) =>
      file.complain(
        'model.twice',
        ['id'],
        `\`${value.id}\` is the id of another file too`,
        'give this one an id of its own',
      ),
    )

/**
 * Compiles lessons, drills, couples and the rules of a rehearsal out of `model/`. Every refusal names the file, the line,
 * the cause and the mend; all of them are given at once. Files of other folders are passed over.
 */
export function compileAcademy(files: ModelFile[]): Checked<Academy> {
  const issues: Issue[] = []
  const openFolder = <F extends keyof typeof FOLDERS>(folder: F): Placed<z.infer<(typeof FOLDERS)[F]>>[] => {
    const placed = files
      .filter(
        ({ path }) =>
          path.startsWith(folder) && path.endsWith('.yaml') && !path.slice(folder.length).includes('/'),
      )
      .flatMap(file => {
        const opened = openModelFile(file)
        const value = checkShape<z.ZodType>(FOLDERS[folder], opened, issues)
        return value === undefined
          ? []
          : [{ value: value as z.infer<(typeof FOLDERS)[F]>, file: opened, keys: [] }]
      })
    issues.push(...twice(placed))
    return placed
  }
  const openOne = <F extends keyof typeof FILES>(path: F): z.infer<(typeof FILES)[F]> | undefined => {
    const file = files.find(one => one.path === path)
    if (!file) issues.push(missing(path))
    return file
      ? (checkShape<z.ZodType>(FILES[path], openModelFile(file), issues) as
          | z.infer<(typeof FILES)[F]>
          | undefined)
      : undefined
  }

  const lessons = openFolder('model/lessons/')
  const drills = openFolder('model/drills/')
  const couples = openFolder('model/couples/')
  const stances = openFolder('model/rehearsal/stances/').map(({ value }) => value)
  const cues = openOne('model/rehearsal/cues.yaml')
  const topics = openOne('model/rehearsal/topics.yaml')
  const rules = openOne('model/rehearsal/rules.yaml')
  const skills = openOne('model/rehearsal/skills.yaml')
  issues.push(...couples.flatMap(couple => checkCouple(couple, stances)))
  if (issues.length || !cues || !topics || !rules || !skills) return { ok: false, issues }
  const values = <T>(list: Placed<T>[]): T[] => list.map(({ value }) => value)
  return {
    ok: true,
    value: {
      lessons: inPlace(values(lessons)),
      drills: inPlace(values(drills)),
      couples: byId(values(couples)),
      rehearsal: {
        stances: byId(stances),
        cues: [...cues.cues, ...topics.cues],
        rules: rules.rules,
        skills: skills.skills,
      },
    },
  }
}
