import fc from 'fast-check'
import { expect, test } from 'vitest'
import model from 'virtual:model'
import { partnerModel } from './partner-model.ts'
import { checkPublished, hashVersions, publishVersions } from './published-lock.ts'
import type { Model } from './schema.ts'

const copy = (change: (draft: Model) => void): Model => {
  const draft = structuredClone(model)
  change(draft)
  return draft
}
const firstLock = () => {
  const lock = publishVersions(model, '')
  if (!lock.ok) throw new Error('the first lock was refused')
  return lock.value
}

test('a new version is unpublished until it is locked, and then the model agrees with its lock', () => {
  expect(checkPublished(model, '')).toEqual({
    ok: true,
    value: { unpublished: [...hashVersions(model).keys()] },
  })
  expect(checkPublished(model, firstLock())).toEqual({ ok: true, value: { unpublished: [] } })
  expect(firstLock()).toMatch(/^intake@1 [0-9a-f]{64}$/m)
})

test.each<[string, string, (draft: Model) => void]>([
  ['an item', 'intake@1', draft => void (draft.elements[0]!.items[0]!.text.fr += ' Oui.')],
  ['the turn of an item', 'intake@1', draft => void (draft.elements[0]!.items[0]!.reversed = true)],
  ['the scale', 'intake@1', draft => void (draft.scale.labels[0]!.en = 'Never')],
  ['a climate item', 'intake@1', draft => void (draft.climate[0]!.item.text.en = 'We talk.')],
  ['a safety question', 'safety@1', draft => void draft.safety.questions.pop()],
  [
    'a point of the consent',
    'consent@1',
    draft => void (draft.consent.points[0]!.text.en = 'Anyone may read this.'),
  ],
  ['a policy', 'kept@1', draft => void (draft.policies[2]!.partner.en = 'Nothing is private.')],
])('%s edited after publication is refused, and a new version is asked for', (_what, version, change) => {
  const edited = checkPublished(copy(change), firstLock())
  expect(edited.ok ? [] : edited.issues.map(issue => issue.path)).toEqual([version])
  const [name] = version.split('@')
  expect(edited.ok ? '' : edited.issues[0]?.message).toContain(
    `Mend: publish a new version instead (${name}@2).`,
  )
  expect(publishVersions(copy(change), firstLock()).ok).toBe(false)
})

test('the same edit under the next number is published, and the old version stays in the lock', () => {
  const next = copy(draft => {
    draft.instrument = 'intake@2'
    draft.elements[0]!.items[0]!.text.en = 'I listen first.'
  })
  expect(checkPublished(next, firstLock())).toEqual({ ok: true, value: { unpublished: ['intake@2'] } })
  const lock = publishVersions(next, firstLock())
  const before = /^intake@1 .*$/m.exec(firstLock())?.[0]
  expect(lock.ok && lock.value).toContain(before)
  expect(lock.ok && lock.value).toMatch(/^intake@2 /m)
})

test('notes, sources and the therapist’s side may be mended at any time', () => {
  const mended = copy(draft => {
    draft.elements[0]!.weak.text.en = 'Another picture.'
    draft.elements[0]!.items[0]!.serves = 'Another note'
    draft.safety.clear.en = 'Nothing was disclosed here'
    draft.helplines.pop()
  })
  expect(checkPublished(mended, firstLock()).ok).toBe(true)
})

test('a lock that was damaged is refused with its line', () => {
  const damaged = checkPublished(model, firstLock().replace(/intake@1 ....../, 'intake@1 oops'))
  expect(damaged.ok ? '' : damaged.issues[0]?.message).toMatch(/^model\/published\.lock:\d+: .*Mend:/)
})

test('whatever word of a question is changed, in either language, some version is refused', () => {
  const lock = firstLock()
  const { elements, climate, safety } = partnerModel(model)
  const asked = [
    ...elements.flatMap(element => element.items),
    ...climate.map(area => area.item),
    ...safety.questions,
  ]
  const drafted = (draft: Model, id: string) =>
    [
      ...draft.elements.flatMap(element => element.items),
      ...draft.climate.map(area => area.item),
      ...draft.safety.questions,
    ].find(question => question.id === id)
  fc.assert(
    fc.property(
      fc.constantFrom(...asked),
      fc.constantFrom('en', 'fr'),
      fc.string({ minLength: 1 }),
      (question, language, word) => {
        const edited = copy(draft => {
          const text = drafted(draft, question.id)?.text
          if (text) text[language] += word
        })
        expect(checkPublished(edited, lock).ok).toBe(false)
      },
    ),
    { numRuns: 60 },
  )
})
