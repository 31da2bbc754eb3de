import { readModelFiles } from '../scripts/read-model-files.ts'
import { compileModel } from '../src/core/model/compile-model.ts'

/** One question and its choices, in English. */
export interface Question {
  id: string
  text: string
  choices: { id: string; text: string }[]
}

/** The intake as its page asks it: what "more intimate" means, then each item on the scale of five. */
export const readInstrument = (root: string): Question[] => {
  const compiled = compileModel(readModelFiles(root))
  if (!compiled.ok) throw new Error('the model is refused')
  const { meaning, scale, elements } = compiled.value
  const five = scale.labels.map((label, i) => ({ id: String(i + 1), text: label.en }))
  return [
    {
      id: meaning.id,
      text: meaning.question.en,
      choices: meaning.choices.map(({ id, text }) => ({ id, text: text.en })),
    },
    ...elements.flatMap(({ items }) => items.map(({ id, text }) => ({ id, text: text.en, choices: five }))),
  ]
}
