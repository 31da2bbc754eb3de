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
/** Kinds that ordinary talk of clients hardly holds: a false one of these hurts most. */
const hostile = ['blame', 'contempt', 'category', 'absolute']
/** How much a client's turn counts as a sentence that holds none of them. */
const ORDINARY = 0.5
const FOLDS = 4
const outputs = kinds.length

/** One labelled row: the examples of its sentences, read apart as the reader reads them, and all of it as one. */
interface Row {
  labels: Int8Array
  whole: ScaledExample
  sentences: ScaledExample[]
  /** Kinds that a rule found in it. */
  byRule: Set<string>
  /** Whether it stands in the first table. */
  first: boolean
}

/**
 * Trains the kinds of a sentence. The folder holds `kinds-train.tsv` and, where they are there, `kinds-more.tsv` (uid, sentence, labels).
 * `moves.tsv`, where it is there, lends what clients say in every second conversation as talk without hostile kinds.
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
  const table = tables.filter(existsSync).flatMap((path, number) =>
    readTable(readFileSync(path, 'utf8')).map(({ sentence, labels }) => ({
      sentence,
      labels,
      first: number === 0,
    })),
  )
  const turns = ordinaryTurns(join(folder, 'moves.tsv'))
  const texts = [...table.map(row => textOf(row)), ...turns]
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

  const ordinary = ordinaryExamples(turns, language, index, kept.index)
  console.log(`${ordinary.length} ordinary turns`)

  const examplesOf = (chosen: readonly Row[]) =>
    chosen.flatMap(({ whole, sentences }) => [whole, ...sentences])
  const foldOf = foldsOf(
    rows.map(({ whole }) => whole),
    FOLDS,
  )
  const scores: number[][] = rows.map(() => [])
  for (let fold = 0; fold < FOLDS; fold++) {
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
    // Rules may speak without the model only where both together are clearly better.
    let either = { threshold, f1: by.model.f1 }
    for (const [i, score] of said.entries()) {
      if (gold[i] !== 1) continue
      const together = rows.map(({ byRule }, k) => (byRule.has(kind) || (said[k] as number) >= score ? 1 : 0))
      const { f1 } = measure(together, gold)
      if (f1 > either.f1) either = { threshold: score, f1 }
    }
    const way = either.f1 > by.model.f1 + 0.01 ? 'either' : 'model'
    const chosen = way === 'either' ? either.threshold : threshold
    sum += Math.max(by.model.f1, either.f1)
    const show = (m: { precision: number; recall: number; f1: number }) =>
      `${m.precision.toFixed(2)}/${m.recall.toFixed(2)} ${m.f1.toFixed(3)}`
    console.log(
      `${kind.padEnd(13)} n ${String(by.model.n).padStart(4)}  rules ${show(by.rules)}  model ${show(by.model)}  together ${either.f1.toFixed(3)}  ${way}`,
    )
    const confident = 1 / (1 + Math.exp(-(a * chosen + b)))
    settleKind(root, kind, way, confident, by.rules.precision)
  }
  console.log(`macro-F1 over folds: ${(sum / outputs).toFixed(3)}`)

  const model = fitKinds([...examplesOf(rows), ...ordinary], features, outputs, L2, values)
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

/** What clients say in every second conversation; the others stay aside for counting false alarms. */
function ordinaryTurns(path: string): string[] {
  if (!existsSync(path)) return []
  const rows = readTable(readFileSync(path, 'utf8'))
  const aside = new Map(
    [...new Set(rows.map(({ transcript }) => transcript))].map((id, i) => [id, i % 2 === 1]),
  )
  return rows
    .filter(({ role, transcript, text }) => role !== 'therapist' && !aside.get(transcript) && text)
    .map(({ text }) => text as string)
}

/** Sentences of ordinary talk: none of the hostile kinds, and nothing known of the others. Features that no labelled row has are left out. */
function ordinaryExamples(
  turns: readonly string[],
  language: Language,
  seen: FeatureIndex,
  kept: FeatureIndex,
): ScaledExample[] {
  const labels = Int8Array.from(kinds, kind => (hostile.includes(kind) ? 0 : -1))
  const numbers = new Map(kept.names.map((name, number) => [name, number]))
  const collector = new FeatureCollector(language.vocabulary, seen)
  return turns.flatMap((text, i) => {
    const session = readSession([{ speaker: 'A', role: 'partner', text }], language)
    return (session.turns[0]?.sentences ?? []).map(({ from, to, ends, hits }): ScaledExample => {
      addSentenceFeatures(
        collector,
        session.tokens,
        { from, to, ends },
        language.numbers,
        hits.map(hit => hit.rule),
      )
      const features = [...collector.take()].flatMap(
        number => numbers.get(seen.names[number] as string) ?? [],
      )
      const id = `turn${i}`
      return {
        id,
        features: Int32Array.from(features),
        labels,
        weight: ORDINARY,
        group: id,
        by: 1 / Math.sqrt(to - from + PER_LENGTH),
      }
    })
  })
}

const textOf = (row: { sentence?: string | undefined }): string => row.sentence ?? ''

/**
 * One row as examples. The first table passes over apologies to readers ("sorry for the length"), which by the guide's words are perfunctory ones:
 * there its silence about an apology is taken as not known.
 */
function readRow(
  row: { sentence?: string | undefined; labels?: string | undefined; first: boolean },
  id: string,
  language: Language,
  index: FeatureIndex,
): Row {
  const named = (row.labels ?? '').split(',')
  const silent = row.first && !named.includes('apology-full') && /sorry|apolog/i.test(textOf(row))
  const labels = Int8Array.from(kinds, kind =>
    named.includes(kind) ? 1 : kind === 'apology-thin' && silent ? -1 : 0,
  )
  const { tokens, turns } = readSession([{ speaker: 'A', role: 'partner', text: textOf(row) }], language)
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
            labels.map(yes => (yes === 0 ? 0 : -1)),
          ),
          weight: 0.3,
        }))
  const byRule = new Set(
    hits.map(hit => language.rules[hit]).flatMap(rule => (rule?.gives === 'finding' ? [rule.kind] : [])),
  )
  return { labels, whole, sentences: parts, byRule: byRule as Set<string>, first: row.first }
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
