import { expect, test } from 'vitest'
import { findGendered } from './gendered-words.ts'

test.each([
  'He listens to me.',
  'I tell my husband what I want.',
  'A man should ask.',
  '{name} keeps his word.',
])('English: "%s" supposes somebody’s sex', text => {
  expect(findGendered(text, 'en', true)).toBeDefined()
})

test.each([
  'Elle tient sa parole.',
  'Il me comprend.',
  'Mon mari me comprend.',
  'Je suis fatiguée de répéter.',
  'Je me sens écouté ici.',
  '{name} est jaloux.',
  '{name} s’est fâché.',
  'Je suis prêt(e) à écouter.',
  'Je suis content·e ici.',
  'Je parle de {name} avec soin.',
  'Je pense que {name} comprend.',
  'Chacun parle à son tour.',
])('French: "%s" needs an agreement or supposes somebody’s sex', text => {
  expect(findGendered(text, 'fr', true)).toBeDefined()
})

test.each([
  ['en', 'The others hear me, and there is time for them.'],
  ['en', '{name} keeps the promises they make.'],
  ['fr', 'Il faut du temps, et il y a de la place.'],
  ['fr', 'Je suis à l’aise avec {name}.'],
  ['fr', 'Quand {name} a peur, je reste calme.'],
  ['fr', 'Je me sens en sécurité.'],
] as const)('%s: "%s" fits everybody', (language, text) => {
  expect(findGendered(text, language, true)).toBeUndefined()
})

test('in longer French questions "il" and "elle" may stand for things; in items they may not', () => {
  expect(findGendered('Votre douleur est-elle là depuis longtemps ?', 'fr', false)).toBeUndefined()
  expect(findGendered('Votre douleur est-elle là depuis longtemps ?', 'fr', true)).toBeDefined()
})
