// The peers of the reader, each set up as its own guide says, as functions from text to how much they found.
// `node bench/reading-peers.mjs alex FILE` reads one file with one of them: a cold start.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Words that hurt: retext with its rules of equality and of profanity. */
const alex = async () => {
  const { text } = await import('alex')
  return words => text(words).messages.length
}

/** retext with its rules of equality alone. */
const retextEquality = async () => {
  const [{ retext }, { default: equality }] = await Promise.all([import('retext'), import('retext-equality')])
  const processor = retext().use(equality)
  return async words => (await processor.process(words)).messages.length
}

/** Sentences, words and their tags. */
const compromise = async () => {
  const { default: nlp } = await import('compromise')
  return words => nlp(words).terms().length
}

/** Its whole pipe: sentences, negation, sentiment, parts of speech, entities. */
const wink = async () => {
  const [{ default: winkNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const nlp = winkNlp(model)
  return words => nlp.readDoc(words).tokens().length()
}

/** Two rules on plain text. */
const textlint = async () => {
  const { createRequire } = await import('node:module')
  const require = createRequire(import.meta.url)
  const of = name => {
    const found = require(name)
    return found.default ?? found
  }
  const { TextlintKernel } = require('@textlint/kernel')
  const kernel = new TextlintKernel()
  const options = {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: of('@textlint/textlint-plugin-text') }],
    rules: [
      { ruleId: 'no-todo', rule: of('textlint-rule-no-todo') },
      { ruleId: 'write-good', rule: of('textlint-rule-write-good') },
    ],
  }
  return async words => (await kernel.lintText(words, options)).messages.length
}

export const peers = { alex, 'retext-equality': retextEquality, compromise, 'wink-nlp': wink, textlint }

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , name, file] = process.argv
  const read = await peers[name]()
  console.log(await read(readFileSync(file, 'utf8')))
}
