import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readModelFiles } from '../../../scripts/read-model-files.ts'
import { compileModel } from './compile-model.ts'

const real = readModelFiles(resolve(import.meta.dirname, '../../..'))

/** The messages of the real model with one file changed, or taken out where `change` gives nothing. */
const refusals = (path: string, change: (text: string) => string | undefined): string[] => {
  const files = real.flatMap(file => {
    if (file.path !== path) return [file]
    const text = change(file.text)
    return text === undefined ? [] : [{ path, text }]
  })
  const result = compileModel(files)
  return result.ok ? [] : result.issues.map(issue => issue.message)
}

const replacing = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to)
  expect(changed, 'the planted fault must change the file').not.toBe(text)
  return changed
}

const POWER = 'model/elements/power.yaml'
const SCREEN = 'model/safety/screen.yaml'
const FIRST_ITEM = 'When I want something, my request is easy to understand.'
const FIRST_ITEM_FR = 'Quand je veux quelque chose, ma demande est facile à comprendre.'

/** Each rule: where a fault is planted, the fault, and what the refusal says of place, cause and mend. */
const PLANTED: [rule: string, path: string, change: (text: string) => string | undefined, refusal: RegExp][] =
  [
    [
      'unreadable YAML',
      POWER,
      replacing('id: power', 'id: power: x'),
      /power\.yaml:\d+: this is not readable YAML.*Mend: check the indentation/,
    ],
    [
      'a key given twice',
      POWER,
      replacing('id: power', 'id: power\nid: power'),
      /power\.yaml:\d+: this is not readable YAML/,
    ],
    [
      'a missing key',
      POWER,
      replacing(/^line:\n.*\n.*\n/m, ''),
      /power\.yaml:\d+: `line` is missing\. Mend: add it/,
    ],
    [
      'a missing translation',
      POWER,
      replacing(`      fr: ${FIRST_ITEM_FR}\n`, ''),
      /power\.yaml:\d+: `items\.0\.text\.fr` is missing/,
    ],
    [
      'an unknown key',
      POWER,
      replacing('id: power', 'colour: red\nid: power'),
      /power\.yaml:2: `colour` is not a key.*Mend: check its spelling/,
    ],
    [
      'an unknown value',
      POWER,
      replacing('origin: seed', 'origin: rumour'),
      /power\.yaml:3: `origin` holds a value.*Mend: use one of: seed, source, ours/,
    ],
    [
      'an empty text',
      POWER,
      replacing(FIRST_ITEM, '""'),
      /power\.yaml:\d+: `items\.0\.text\.en` is empty\. Mend: write its text/,
    ],
    [
      'too few items',
      POWER,
      replacing(/ {2}- id: power\.us\.2[\s\S]*?(?=interview:)/, ''),
      /power\.yaml:\d+: `items` has too few entries.*exactly 6/,
    ],
    [
      'a missing element',
      POWER,
      () => undefined,
      /elements:1: `power` is missing\. Mend: write model\/elements\/power\.yaml/,
    ],
    [
      'a missing climate area',
      'model/climate/talking.yaml',
      () => undefined,
      /climate:1: 7 areas are in the group `climate`\. Mend: keep eight/,
    ],
    [
      'a missing area of order',
      'model/climate/mistrust.yaml',
      () => undefined,
      /`mistrust` is missing.*Mend: write model\/climate\/mistrust\.yaml/,
    ],
    [
      'two areas in one place',
      'model/climate/talking.yaml',
      replacing('place: 1', 'place: 2'),
      /talking\.yaml:2: another area already has place 2\. Mend: give each area a place/,
    ],
    [
      'a missing policy',
      'model/policies/kept.yaml',
      () => undefined,
      /policies:1: `kept` is missing\. Mend: write model\/policies\/kept\.yaml/,
    ],
    [
      'a missing single file',
      'model/consent/consent.yaml',
      () => undefined,
      /consent\.yaml:1: the file is missing\. Mend: write it/,
    ],
    [
      'facets out of balance',
      POWER,
      replacing('facet: us', 'facet: self'),
      /power\.yaml:\d+: 3 items are about `self`\. Mend: write exactly two/,
    ],
    [
      'too few reversed',
      POWER,
      text => text.replaceAll('reversed: true', 'reversed: false'),
      /power\.yaml:\d+: 0 items are reversed\. Mend: turn the sense of at least two/,
    ],
    [
      'an item id of another place',
      POWER,
      replacing('power.self.1', 'power.self.9'),
      /`power\.self\.9` does not say its element and facet\. Mend: write power\.self\.1 or \.2/,
    ],
    [
      'an id used twice',
      POWER,
      replacing('id: power.self.2', 'id: power.self.1'),
      /power\.yaml:\d+: the id `power\.self\.1` is already used in model\/elements\/power\.yaml\. Mend: give this one/,
    ],
    [
      'a file not named after its id',
      'model/vocabulary/sex.yaml',
      replacing('id: sex', 'id: sexx'),
      /sex\.yaml:1: the file is not named after its id `sexx`\. Mend: rename the file/,
    ],
    [
      'an item about another without a name',
      POWER,
      replacing('When {name} wants something', 'When I want something'),
      /power\.yaml:\d+: an item about another person does not name them\. Mend: write \{name\}/,
    ],
    [
      'an item about oneself with a name',
      POWER,
      replacing(FIRST_ITEM, 'I ask {name} for things.'),
      /an item about `self` names another person\. Mend: take \{name\} out/,
    ],
    [
      'a climate item with a name',
      'model/climate/talking.yaml',
      replacing('We can talk to each other, even', '"{name} can talk, even"  #'),
      /talking\.yaml:\d+: a climate item names a person/,
    ],
    [
      'a climate item with another id',
      'model/climate/talking.yaml',
      replacing('climate.talking', 'climate.speaking'),
      /talking\.yaml:\d+: the item’s id is not its area’s\. Mend: write climate\.talking/,
    ],
    [
      'a source without a citation',
      POWER,
      replacing('origin: seed', 'origin: source'),
      /power\.yaml:3: its origin is `source` and nothing is cited\. Mend: add `source:`/,
    ],
    [
      'a gendered word in English',
      POWER,
      replacing(FIRST_ITEM, 'I ask my wife in plain words.'),
      /power\.yaml:\d+: the words "wife" suppose somebody’s sex\. Mend: use partner/,
    ],
    [
      'a gendered word in French',
      POWER,
      replacing(FIRST_ITEM_FR, 'Je demande à mon mari avec des mots simples.'),
      /the words "mari" suppose somebody’s sex\. Mend: use partenaire/,
    ],
    [
      'an exclamation mark',
      POWER,
      replacing(FIRST_ITEM, 'I ask for what I want!'),
      /power\.yaml:\d+: it holds an exclamation mark\. Mend: end it with a full stop/,
    ],
    [
      'hard English',
      POWER,
      replacing(FIRST_ITEM, 'I communicate my expectations unambiguously.'),
      /power\.yaml:\d+: it reads at school grade \d+\.\d\. Mend: use shorter words/,
    ],
    [
      'hard French',
      POWER,
      replacing(FIRST_ITEM_FR, 'Je communique systématiquement mes préoccupations individuelles.'),
      /power\.yaml:\d+: its reading ease is -?\d+ \(Kandel and Moles\)\. Mend: use shorter words/,
    ],
    [
      'a concern that is no choice',
      SCREEN,
      replacing('[not-sure, yes, rather-not-here]', '[maybe]'),
      /screen\.yaml:\d+: `maybe` is not one of the choices\. Mend: use the id of a choice/,
    ],
    [
      'a helpline nowhere',
      'model/safety/helplines.yaml',
      replacing('where: [fr]', 'where: [atlantis]'),
      /helplines\.yaml:\d+: no jurisdiction is called `atlantis`\. Mend: use the id of a file/,
    ],
    [
      'a date that is none',
      'model/safety/helplines.yaml',
      replacing('checked: 2026-11-23', 'checked: 23 November'),
      /helplines\.yaml:\d+: `helplines\.0\.checked` is not in the right form\. Mend:/,
    ],
    [
      'a version that is none',
      'model/consent/consent.yaml',
      replacing('consent@1', 'first'),
      /consent\.yaml:\d+: `version` is not in the right form\. Mend:.*consent@/,
    ],
    [
      'a slot in one language only',
      'model/consent/consent.yaml',
      replacing('vous dites avoir {age} ans', 'vous dites avoir 18 ans'),
      /consent\.yaml:\d+: the two languages do not hold the same words in braces\. Mend: write the same/,
    ],
    [
      'a consent that names no reader',
      'model/consent/consent.yaml',
      text => text.replaceAll('{readers}', 'others'),
      /consent\.yaml:\d+: no point holds \{readers\}\. Mend: say it/,
    ],
  ]

test.each(PLANTED)('%s is refused with its place, cause and mend', (_rule, path, change, refusal) => {
  expect(refusals(path, change).join('\n')).toMatch(refusal)
})

test('the line of a refusal is the line of the fault', () => {
  const text = real.find(file => file.path === POWER)?.text ?? ''
  const line = text.split('\n').findIndex(row => row.includes(FIRST_ITEM)) + 1
  expect(refusals(POWER, replacing(FIRST_ITEM, 'I ask my wife.'))).toEqual([
    expect.stringContaining(`${POWER}:${line}: `),
  ])
})

test('every fault is told at once', () => {
  const found = refusals(POWER, text =>
    text.replace(FIRST_ITEM, 'I ask my wife!').replace('id: power.self.2', 'id: power.us.1'),
  )
  expect(found).toEqual([
    expect.stringContaining('does not say its element'),
    expect.stringContaining('already used'),
    expect.stringContaining('"wife"'),
    expect.stringContaining('exclamation'),
  ])
})

test('a misspelt file in a folder of this bundle is refused, and other folders are passed over', () => {
  const extra = (path: string) => compileModel([...real, { path, text: 'id: x' }])
  const misspelt = extra('model/safety/scren.yaml')
  expect(misspelt.ok ? '' : misspelt.issues[0]?.message).toMatch(
    /scren\.yaml:1: the model has no such file\. Mend: check its name/,
  )
  expect(extra('model/lessons/first.yaml').ok).toBe(true)
})

test('a helpline without its source or its date never reaches a page', () => {
  const path = 'model/safety/helplines.yaml'
  for (const [from, id] of [
    [/ {4}source: .*A15206\n/, 'fr-3114'],
    [/(source: .*A15206\n) {4}checked: .*\n/, 'fr-3114'],
  ] as const) {
    const result = compileModel(
      real.map(file =>
        file.path === path ? { path, text: replacing(from, '$1')(file.text).replace('$1', '') } : file,
      ),
    )
    expect(result.ok && result.value.helplines.map(line => line.id)).not.toContain(id)
    expect(result.ok && result.value.helplines.map(line => line.id)).toContain('fr-3919')
  }
})
