import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { moveNames, questionNames } from '../../src/core/language/moves.ts'
import { readSession } from '../../src/core/language/read-session.ts'
import type { Turn } from '../../src/core/language/reading.ts'
import { factsOfTurns } from '../../src/core/language/turn-facts.ts'
import { TurnFeatures } from '../../src/core/language/turn-features.ts'
import { bootstrap, crossValidate } from './cross-validate.ts'
import { dropRare, type Example, FeatureCollector, FeatureIndex, readTable } from './examples.ts'
import { type FitOptions, fitLinear } from './fit-linear.ts'
import { openForTraining } from './open-for-training.ts'
import { type TherapistSummary, tellQualityApart } from './tell-quality-apart.ts'
import { quantise, writeWeights } from './write-weights.ts'

/**
 * Trains `moves-en` and `questions-en` from a table of turns (`moves.tsv`: transcript, turn, role, text, move, question) and prints what
 * cross-validation by transcript gives. With `--measure` nothing is written. Turns are learnt from twice: as they are, and with their
 * marks left out, as recognisers write them.
 */
export function train(about: { root: string; folder: string; arguments: string[] }): void {
  const rows = readTable(readFileSync(join(about.folder, 'moves.tsv'), 'utf8'))
  const transcripts = new Map<string, typeof rows>()
  for (const row of rows) {
    const id = row.transcript as string
    transcripts.set(id, [...(transcripts.get(id) ?? []), row])
  }
  const language = openForTraining(
    about.root,
    'en',
    rows.map(row => row.text as string),
  )
  const number = (name: string, usual: number) => {
    const at = about.arguments.indexOf(`--${name}`)
    return at < 0 ? usual : Number(about.arguments[at + 1])
  }

  const collect = (
    what: 'move' | 'question',
    names: readonly string[],
    bare: boolean,
    index: FeatureIndex,
  ) => {
    const sink = new FeatureCollector(language.vocabulary, index)
    const examples: Example[] = []
    for (const [id, turns] of transcripts) {
      const said = turns.map(
        (row): Turn => ({
          speaker: row.role as string,
          role: row.role === 'therapist' ? 'therapist' : 'partner',
          text: bare ? withoutMarks(row.text as string) : (row.text as string),
        }),
      )
      const session = readSession(said, language)
      const features = new TurnFeatures(session, factsOfTurns(session))
      for (const [i, row] of turns.entries()) {
        const at = names.indexOf(row[what] as string)
        if (at < 0) continue
        if (what === 'move') features.addMove(sink, i)
        else features.addQuestion(sink, i)
        examples.push({
          id: `${id}.${i}`,
          features: sink.take(),
          labels: Int8Array.from(names, (_name, k) => (k === at ? 1 : 0)),
          weight: 1,
          group: id,
        })
      }
    }
    return examples
  }

  for (const [what, names, id, l2, least] of [
    ['move', moveNames, 'moves-en', number('l2-moves', 40), number('least-moves', 3)],
    ['question', questionNames, 'questions-en', number('l2-questions', 12), number('least-questions', 2)],
  ] as const) {
    if (about.arguments.includes('--only') && !about.arguments.includes(id)) continue
    const index = new FeatureIndex()
    const plain = collect(what, names, false, index)
    const bare = collect(what, names, true, index)
    const kept = dropRare([...plain, ...bare], index, least * 2)
    const bareWeight = number('bare', 0.3)
    balance(kept.examples, plain.length, names.length, bareWeight)
    const seen = kept.examples.slice(0, plain.length)
    const also = kept.examples.slice(plain.length)
    const options: FitOptions = { link: 'softmax', l2, most: number('most', 60) }
    console.log(
      `${id}: ${plain.length} turns of ${transcripts.size} transcripts, ${kept.index.names.length} features`,
    )
    const gold = Int32Array.from(seen, ({ labels }) => labels.indexOf(1))
    for (const seed of Array.from({ length: number('seeds', 1) }, (_none, i) => i + 1)) {
      const cross = (examples: Example[], extra: Example[]) =>
        crossValidate(examples, kept.index.names.length, names.length, options, {
          folds: number('folds', 8),
          seed,
          extra,
        })
      const first = cross(seen, bareWeight > 0 ? also : [])
      report(`  as written, seed ${seed}`, first, gold, names)
      if (what === 'move') {
        const { auc, low, high, counts } = tellQualityApart(summariesOf(rows, seen, first))
        console.log(
          `  good from poor transcripts by the summary alone: AUC ${auc.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}], ${counts.join(' and ')}`,
        )
      }
      if (about.arguments.includes('--bare'))
        report(`  no marks, seed ${seed}`, cross(also, seen), gold, names)
    }
    if (about.arguments.includes('--measure')) continue
    const model = fitLinear(bareWeight > 0 ? kept.examples : seen, kept.index.names.length, names.length, {
      ...options,
      most: 100,
    })
    writeWeights(
      about.root,
      quantise(
        { id, language: 'en', unit: 'turn', outputs: [...names], link: 'softmax', calibration: [[1, 0]] },
        model,
        kept.index,
      ),
    )
  }
}

/** What was told of each transcript's therapist by models that had not seen it. */
const summariesOf = (
  rows: readonly Record<string, string | undefined>[],
  examples: readonly Example[],
  scores: readonly Float64Array[],
): TherapistSummary[] => {
  const summaries = new Map<string, TherapistSummary>()
  for (const row of rows)
    if (row.transcript && (row.quality === 'high' || row.quality === 'low'))
      summaries.set(row.transcript, { quality: row.quality, question: 0, reflection: 0, input: 0, other: 0 })
  for (const [i, { group }] of examples.entries()) {
    const summary = summaries.get(group ?? '')
    const told = scores[i]
    const name = told && moveNames[told.indexOf(Math.max(...told))]
    if (summary && name) summary[name]++
  }
  return [...summaries.values()]
}

/** A recogniser's text: no marks but the apostrophe, all small letters. */
const withoutMarks = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Gives every class the same say, as rare as it may be; the second half of the examples counts `bare` of the first. */
function balance(examples: Example[], half: number, classes: number, bare: number): void {
  const counts = new Float64Array(classes)
  for (const { labels } of examples.slice(0, half)) (counts[labels.indexOf(1)] as number)++
  for (const [i, example] of examples.entries())
    example.weight =
      (half / (classes * (counts[example.labels.indexOf(1)] as number))) * (i < half ? 1 : bare)
}

function report(
  title: string,
  scores: readonly Float64Array[],
  gold: Int32Array,
  names: readonly string[],
): void {
  const said = Int32Array.from(scores, row => row.indexOf(Math.max(...row)))
  const f1 = (which: Int32Array): number[] =>
    names.map((_name, k) => {
      let right = 0
      let wrong = 0
      let missed = 0
      for (const i of which) {
        if (said[i] === k && gold[i] === k) right++
        else if (said[i] === k) wrong++
        else if (gold[i] === k) missed++
      }
      return (2 * right) / (2 * right + wrong + missed || 1)
    })
  const mean = (which: Int32Array) => f1(which).reduce((a, b) => a + b, 0) / names.length
  const all = Int32Array.from(gold, (_g, i) => i)
  const [low, high] = bootstrap(gold.length, mean, 300)
  console.log(
    `${title}: macro-F1 ${mean(all).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]  ${names
      .map((name, k) => `${name} ${(f1(all)[k] as number).toFixed(3)}`)
      .join('  ')}`,
  )
}
