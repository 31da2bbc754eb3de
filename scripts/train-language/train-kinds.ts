import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/core/language/open-language.ts'
import { readSession } from '../../src/core/language/read-session.ts'
import { addSentenceFeatures } from '../../src/core/language/sentence-features.ts'
import { bestThreshold, calibrate, measure } from './cross-validate.ts'
import { dropRare, FeatureCollector, FeatureIndex, foldsOf, readTable } from './examples.ts'
import { fitKinds, type ScaledExample, scoreKind } from './fit-kinds.ts'
import { openForTraining } from './open-for-training.ts'
import { quantise, writeWeights } from './write-weights.ts'

/** The kinds that are learnt. `risk`, `hint` and `grudge` are found by rules alone: there is too little text of them. */
const kinds = [
  'story',
  'category',
  'absolute',
  'mind',
  'blame',
  'contempt',
  'withdraw',
  'demand',
  'request',
  'apology-full',
  'apology-thin',
  'promise',
  'broken',
  'conduct',
  'owning',
  'valuing',
  'understood',
  'fear',
  'accepts',
]

/** Added to the count of words before its root divides the score. */
const PER_LENGTH = 3
const L2 = 0.25
/** A rule that hits, and a group of words, tell more than a single word does. */
const valueOf = (name: string): number =>
  name.startsWith('#') ? RULE_VALUE : name.includes('@') ? 1 : name.startsWith('skip:') ? 0.7 : 1
const RULE_VALUE = 3
/** Words of the project's own, in `own`, count as much as others. */
const outputs = kinds.length

/** One labelled row: the examples of its sentences, read apart as the reader reads them, and all of it as one. */
interface Row {
  labels: Int8Array
  whole: ScaledExample
  sentences: ScaledExample[]
  /** Kinds that a rule found in it. */
  byRule: Set<string>
}

/**
 * Trains the kinds of a sentence. The folder holds `kinds-train.tsv` and, where they are there, `kinds-more.tsv` (uid, sentence, labels).
 * Arguments: other folders to look for `kinds-more.tsv` in.
 */
export async function train({
  root,
  folder,
  arguments: others = [],
}: {
  root: string
  folder: string
  arguments?: string[]
}): Promise<void> {
  const tables = [
    join(folder, 'kinds-train.tsv'),
    ...[folder, ...others].map(at => join(at, 'kinds-more.tsv')),
  ]
  const table = tables.filter(existsSync).flatMap(path => readTable(readFileSync(path, 'utf8')))
  const texts = table.map(({ sentence }) => sentence as string)
  // A kind's own file holds thresholds, which come of training; what features lean on are words and rules.
  const language = openForTraining(root, 'en', texts)
  const index = new FeatureIndex()
  const read = table.map((row, i) => readRow(row, `r${i}`, language, index))
  const flat = read.flatMap(({ whole, sentences }) => [whole, ...sentences])
  const kept = dropRare(flat, index, 2)
  let at = 0
  const rows = read.map((row): Row => {
    const next = () => kept.examples[at++] as ScaledExample
    return { ...row, whole: next(), sentences: row.sentences.map(next) }
  })
  const features = kept.index.names.length
  const values = Float64Array.from(kept.index.names, valueOf)
  console.log(`${rows.length} labelled rows, ${features} features`)

  const examplesOf = (chosen: readonly Row[]) =>
    chosen.flatMap(({ whole, sentences }) => [whole, ...sentences])
  const foldOf = foldsOf(
    rows.map(({ whole }) => whole),
    5,
  )
  const scores: number[][] = rows.map(() => [])
  for (let fold = 0; fold < 5; fold++) {
    const model = fitKinds(
      examplesOf(rows.filter((_row, i) => foldOf[i] !== fold)),
      features,
      outputs,
      L2,
      values,
    )
    for (const [i, row] of rows.entries())
      if (foldOf[i] === fold)
        scores[i] = kinds.map((_kind, output) => {
          const parts = row.sentences.length > 0 ? row.sentences : [row.whole]
          return Math.max(...parts.map(part => scoreKind(model, part, output)))
        })
  }

  const calibration: [number, number][] = []
  let sum = 0
  for (const [output, kind] of kinds.entries()) {
    const gold = rows.map(({ labels }) => labels[output] as number)
    const said = scores.map(of => of[output] as number)
    const [a, b] = calibrate(said, gold)
    calibration.push([a, b])
    const { threshold } = bestThreshold(said, gold)
    const by = {
      rules: measure(
        rows.map(({ byRule }) => (byRule.has(kind) ? 1 : 0)),
        gold,
      ),
      model: measure(
        said.map(score => (score >= threshold ? 1 : 0)),
        gold,
      ),
    }
    // Together: each at the threshold that is best for both.
    let either = { threshold, measure: by.model }
    for (const [i, score] of said.entries()) {
      if (gold[i] !== 1) continue
      const both = measure(
        rows.map(({ byRule }, k) => (byRule.has(kind) || (said[k] as number) >= score ? 1 : 0)),
        gold,
      )
      if (both.f1 > either.measure.f1) either = { threshold: score, measure: both }
    }
    const way = either.measure.f1 > by.model.f1 + 0.005 ? 'either' : 'model'
    const chosen = way === 'either' ? either : { threshold, measure: by.model }
    sum += chosen.measure.f1
    const show = (m: { precision: number; recall: number; f1: number }) =>
      `${m.precision.toFixed(2)}/${m.recall.toFixed(2)} ${m.f1.toFixed(3)}`
    console.log(
      `${kind.padEnd(13)} n ${String(by.model.n).padStart(4)}  rules ${show(by.rules)}  model ${show(by.model)}  either ${show(either.measure)}  ${way}`,
    )
    const confident = 1 / (1 + Math.exp(-(a * chosen.threshold + b)))
    settleKind(root, kind, way, confident, by.rules.precision)
  }
  console.log(`macro-F1, five folds: ${(sum / outputs).toFixed(3)}`)

  const model = fitKinds(examplesOf(rows), features, outputs, L2, values)
  const weights = quantise(
    { id: 'kinds-en', language: 'en', unit: 'sentence', outputs: kinds, link: 'logistic', calibration },
    model,
    kept.index,
    3,
  )
  const path = writeWeights(root, { ...weights, perLength: PER_LENGTH })
  console.log(
    `${weights.features.split('\n').length} features kept, ${JSON.stringify(weights).length} bytes, ${path}`,
  )
}

function readRow(row: Record<string, string>, id: string, language: Language, index: FeatureIndex): Row {
  const named = (row.labels ?? '').split(',')
  const labels = Int8Array.from(kinds, kind => (named.includes(kind) ? 1 : 0))
  const { tokens, turns } = readSession(
    [{ speaker: 'A', role: 'partner', text: row.sentence ?? '' }],
    language,
  )
  const sentences = turns[0]?.sentences ?? []
  const collector = new FeatureCollector(language.vocabulary, index)
  const example = (
    from: number,
    to: number,
    ends: number,
    hits: readonly number[],
    of: Int8Array,
  ): ScaledExample => {
    addSentenceFeatures(collector, tokens, { from, to, ends }, language.numbers, hits)
    return {
      id,
      features: collector.take(),
      labels: of,
      weight: 1,
      group: id,
      by: 1 / Math.sqrt(to - from + PER_LENGTH),
    }
  }
  const ends = sentences.reduce((bits, sentence) => bits | sentence.ends, 0)
  const hits = [...new Set(sentences.flatMap(sentence => sentence.hits.map(hit => hit.rule)))]
  const whole = example(0, tokens.count, ends, hits, labels)
  // Of several sentences it is not known which one holds a kind that the row holds.
  const parts =
    sentences.length < 2
      ? []
      : sentences.map(sentence => ({
          ...example(
            sentence.from,
            sentence.to,
            sentence.ends,
            sentence.hits.map(hit => hit.rule),
            labels.map(yes => (yes ? -1 : 0)),
          ),
          weight: 0.3,
        }))
  const byRule = new Set(
    hits.map(hit => language.rules[hit]).flatMap(rule => (rule?.gives === 'finding' ? [rule.kind] : [])),
  )
  return { labels, whole, sentences: parts, byRule: byRule as Set<string> }
}

/** Writes what training decides about a kind into its file: whether rules may speak without the model, from which confidence on, and how sure a rule is. */
function settleKind(root: string, kind: string, by: string, threshold: number, confidence: number): void {
  const path = join(root, `model/language/${kind}/kind.yaml`)
  const text = readFileSync(path, 'utf8')
    .replace(/^by: .*$/m, `by: ${by}`)
    .replace(/^threshold: .*$/m, `threshold: ${threshold.toFixed(3)}`)
    .replace(/^confidence: .*$/m, `confidence: ${Math.max(0.05, confidence).toFixed(2)}`)
  writeFileSync(path, text)
}
