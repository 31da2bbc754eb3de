import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bestThreshold, bootstrap, calibrate, crossValidate, measure } from './cross-validate.ts'
import { dropRare, type Example, FeatureIndex, readTable } from './examples.ts'
import { type FittedModel, fitLinear } from './fit-linear.ts'
import { intimacyExamples, intimacyLeansOn, type LabelledMention, senses } from './intimacy-examples.ts'
import { openForTraining } from './open-for-training.ts'
import { quantise, writeWeights } from './write-weights.ts'

/** How large a feature counts, by the place it speaks of: what stands beside a mention tells more than what stands about. */
const values: Record<string, number> = {
  'L1:': 1,
  'R1:': 1,
  'L2:': 0.7,
  'R2:': 0.7,
  'L3:': 0.5,
  'R3:': 0.5,
  'form:': 1,
  'around:': 1,
  'pair:': 0.7,
  'shape:': 0.5,
  'with:': 1,
  'left:': 0.4,
  'right:': 0.4,
  'same:': 0.3,
  'before:': 0.2,
  'after:': 0.2,
  'far:': 0.15,
  'asks:': 0.3,
}

/** How much of what other words for the same things teach is kept. */
const DISTANT = 0.5
const L2 = 3.3
/** Where nobody can tell the sense, how much the mention teaches that sex is meant, and that it is not: that such a place is half and half is worth knowing. */
const HALF = { sex: 0.2, not: 0.3 }
/** How much more a mention of touch teaches that sex is not meant: it is what sex is taken for most often. */
const TOUCH = 1.5
/** Sentences made from patterns count less than sentences that somebody wrote. */
const MADE = 0.6

const outputs = senses.length

/**
 * Trains the senses of "intimate". The folder holds `intimacy-train.tsv` (labelled posts), and where they are there `intimacy-extra.tsv` (more posts),
 * `intimacy-own.tsv` (sentences of ours; ids that begin with `o` were made from patterns) and `intimacy-distant.tsv` (posts in which a plain word for
 * sex, closeness or touch was replaced: what stands around it is a faint teacher). `intimacy-second.tsv` (uid, gold) holds a second reading of some
 * of the labelled posts, which is learnt from in the first one's stead; figures are always against the first.
 */
export async function train({ root, folder }: { root: string; folder: string }): Promise<void> {
  const rowsOf = (name: string): LabelledMention[] => {
    const path = join(folder, name)
    return existsSync(path) ? (readTable(readFileSync(path, 'utf8')) as unknown as LabelledMention[]) : []
  }
  const real = rowsOf('intimacy-train.tsv')
  const second = new Map(rowsOf('intimacy-second.tsv').map(({ uid, gold }) => [uid, gold]))
  const more = rowsOf('intimacy-extra.tsv').filter(({ sentence }) => !/intimid/i.test(sentence))
  const own = rowsOf('intimacy-own.tsv')
  const distant = rowsOf('intimacy-distant.tsv')
  const texts = [real, more, own, distant].flat().flatMap(row => [row.prev, row.sentence, row.next])
  const language = openForTraining(root, 'en', texts, intimacyLeansOn)

  const all = new FeatureIndex()
  const read = (rows: readonly LabelledMention[], weight: number) =>
    intimacyExamples(rows, language, all, weight)
  const taught = [
    ...read(real, 1),
    ...read(more, 1),
    ...read(
      own.filter(({ uid }) => !uid.startsWith('o')),
      1,
    ),
    ...read(
      own.filter(({ uid }) => uid.startsWith('o')),
      MADE,
    ),
  ]
  const faint = read(distant, 1)
  // A feature counts where labelled text has it twice, or the replaced words many times.
  const kept = dropRare([...taught, ...faint.map(example => ({ ...example, weight: 0.4 }))], all, 2)
  const examples = kept.examples.slice(0, taught.length).map(unclearAsUnknown)
  const faintKept = kept.examples
    .slice(taught.length)
    .map(example => ({ ...example, weight: 1, features: withoutForm(example.features, kept.index) }))
  const features = kept.index.names.length
  const valueOf = Float64Array.from(kept.index.names, name => values[name.split(' ')[0] as string] ?? 1)
  console.log(
    `${examples.length} labelled mentions, ${faintKept.length} replaced words, ${features} features`,
  )

  const prior = priorOf(
    fitLinear(faintKept, features, 1, { link: 'logistic', l2: 10, values: valueOf }),
    features,
  )
  const options = { link: 'logistic', l2: L2, values: valueOf, prior } as const
  const uids = new Set(real.map(({ uid }) => uid))
  const scored = examples.filter(({ id }) => uids.has(id))
  const extra = examples.filter(({ id }) => !uids.has(id))
  const learn = (list: readonly Example[]) =>
    list.map(example => reread(example, second.get(example.id))).flatMap(asTaught)
  const scores = crossValidate(scored, features, outputs, options, { folds: 8, extra, learn })
  report(scored, scores)

  const calibration = senses.map((_sense, output) =>
    calibrate(
      scores.map(of => of[output] as number),
      scored.map(({ labels }) => labels[output] as number),
    ),
  )
  const model = fitLinear(learn(examples), features, outputs, options)
  const weights = quantise(
    {
      id: 'intimacy-en',
      language: 'en',
      unit: 'mention',
      outputs: senses.map(([sense]) => sense),
      link: 'logistic',
      calibration,
    },
    model,
    kept.index,
    3,
  )
  console.log(`${weights.features.split('\n').length} features kept, ${JSON.stringify(weights).length} bytes`)
  console.log(writeWeights(root, weights))
}

/** An example with the label of a second reading, where there is one. */
const reread = (example: Example, gold: string | undefined): Example =>
  gold === undefined
    ? example
    : unclearAsUnknown({
        ...example,
        labels: Int8Array.from(senses, ([, letter]) => (letter === gold ? 1 : 0)),
      })

/** Where nobody can tell the sense, it is learnt as `unclear` and says nothing about whether sex is meant. */
const unclearAsUnknown = (example: Example): Example => {
  const unclear = example.labels[senses.findIndex(([sense]) => sense === 'unclear')] === 1
  return unclear
    ? { ...example, labels: example.labels.map((label, output) => (output === 0 ? -1 : label)) }
    : example
}

/** An example as it is learnt from: an unclear one for sex by halves, one of touch with more weight. */
const asTaught = (example: Example): Example[] => {
  const { labels, weight } = example
  if (labels[senses.findIndex(([sense]) => sense === 'affection')] === 1)
    return [{ ...example, weight: weight * TOUCH }]
  if (labels[0] !== -1) return [example]
  const only = (label: number) => labels.map((_label, output) => (output === 0 ? label : -1))
  return [
    example,
    { ...example, labels: only(1), weight: weight * HALF.sex },
    { ...example, labels: only(0), weight: weight * HALF.not },
  ]
}

/** A replaced word's own form says nothing. */
const withoutForm = (features: Int32Array, index: FeatureIndex): Int32Array =>
  features.filter(feature => !(index.names[feature] as string).startsWith('form:'))

/** What the replaced words teach about sex, as weights to begin from. */
const priorOf = (model: FittedModel, features: number): FittedModel => {
  const weights = new Float64Array(features * outputs)
  for (let feature = 0; feature < features; feature++)
    weights[feature * outputs] = DISTANT * (model.weights[feature] as number)
  return { outputs, weights, bias: new Float64Array(outputs) }
}

function report(examples: readonly Example[], scores: readonly Float64Array[]): void {
  const gold = examples.map(({ labels }) => labels[0] as number)
  const sex = scores.map(score => score[0] as number)
  const [a, b] = calibrate(sex, gold)
  for (const precision of [0, 0.85, 0.9]) {
    const { threshold, measure: found } = bestThreshold(sex, gold, precision)
    const confidence = 1 / (1 + Math.exp(-(a * threshold + b)))
    const said = sex.map(score => (score > threshold ? 1 : 0))
    const [low, high] = bootstrap(gold.length, which => measure(said, gold, which).f1)
    console.log(
      `sex, unseen folds, precision at least ${precision}: F1 ${found.f1.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}), precision ${found.precision.toFixed(3)}, recall ${found.recall.toFixed(3)}, from confidence ${confidence.toFixed(3)}`,
    )
  }
}
