import { afterAll, expect, test, vi } from 'vitest'

interface Kinds {
  entryKinds: Record<string, { body: { safeParse(body: unknown): { success: boolean; data?: unknown } } }>
}
const whole = (await import('../../core/case/entry-kind.ts')) as unknown as Kinds
vi.resetModules()
vi.doMock('zod/mini', () => import('./light-checks.ts'))
const light = (await import('../../core/case/entry-kind.ts')) as unknown as Kinds
afterAll(() => vi.doUnmock('zod/mini'))

const id = 'A'.repeat(22)
const hash = 'B'.repeat(43)
/** Values that one part of some entry takes and another does not. */
const values: unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  1,
  5,
  6,
  -1,
  1.5,
  100,
  101,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  '',
  'x',
  'en',
  'fr',
  'kept',
  'alone',
  'values',
  'intake@1',
  id,
  hash,
  `${id}=`,

  'x'.repeat(60),
  'x'.repeat(61),
  'x'.repeat(120),
  'x'.repeat(121),
  'x'.repeat(20_000),
  'x'.repeat(20_001),
  '2026-11-23T09:00:00.000Z',
  '2026-11-23T09:00Z',
  '2026-11-23T09:00:00Z',
  '2026-11-23 09:00:00Z',
  '2026-02-29T09:00:00Z',
  '2028-02-29T09:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-04-31T00:00:00Z',

  '2026-11-23T24:00:00Z',
  '2026-11-23T23:59:60Z',
  '2026-11-23T09:00:00+01:00',
  '2026-11-23',
  '0000-01-01T00:00:00Z',
  [],
  ['values'],
  [id],
  [hash],
  ['x', 'y'],
  [1, 2],
  [1],
  [[]],
  [null],
  [undefined],
  {},
  { values: 5 },
  { values: null },
  { other: 5 },
  { x: 'y' },
  { x: null },
  { x: 1 },
  [{ seat: id, label: 'Kim' }],
  [{ seat: id, label: '' }],
  [{ member: 'x', master: null }],
  [{ element: 'values', scores: [{ seat: id, score: null }] }],
  [{ element: 'values', scores: [] }],
  JSON.parse('{"__proto__":"x"}'),
]

/** What a checked part reads, by which its values are found: names that a refusal complains about. */
const partsOf = (body: object): string[] =>
  Object.keys((body as { _zod?: { def: { shape: object } } })._zod?.def.shape ?? {})

/** A body that the library takes, found part by part among the values; null where none of them fits a part. */
const fitting = (kind: string): Record<string, unknown> | null => {
  const { body } = whole.entryKinds[kind] as Kinds['entryKinds'][string]
  const found: Record<string, unknown> = {}
  const shape = (
    body as unknown as { _zod: { def: { shape: Record<string, Kinds['entryKinds'][string]['body']> } } }
  )._zod.def.shape
  for (const name of partsOf(body)) {
    const of = [kind, ...values].find(value => shape[name]?.safeParse(value).success)
    if (of === undefined) return null
    found[name] = of
  }
  return found
}

const verdict = (kinds: Kinds, kind: string, body: unknown) => {
  const read = kinds.entryKinds[kind]?.body.safeParse(body)
  return read?.success ? { data: read.data } : null
}

test('the light checks know the same kinds', () => {
  expect(Object.keys(light.entryKinds)).toEqual(Object.keys(whole.entryKinds))
  expect(light.entryKinds['answer']?.body).not.toBe(whole.entryKinds['answer']?.body)
})

test.each(Object.keys(whole.entryKinds))('%s: every part is judged as the library judges it', kind => {
  const body = whole.entryKinds[kind]?.body as object
  const base = fitting(kind) ?? { kind }
  for (const odd of [...values, base, { ...base, beside: 1 }, [base]])
    expect([odd, verdict(light, kind, odd)]).toEqual([odd, verdict(whole, kind, odd)])
  for (const name of partsOf(body))
    for (const value of values) {
      const bent = { ...base, [name]: value }
      expect([name, value, verdict(light, kind, bent)]).toEqual([name, value, verdict(whole, kind, bent)])
    }
})

test('most kinds are tried from a body that is taken, so that each part decides alone', () => {
  const taken = Object.keys(whole.entryKinds).filter(kind => verdict(light, kind, fitting(kind)))
  expect(taken).toEqual(
    expect.arrayContaining([
      'roster',
      'own-roster',
      'consent',
      'answer',
      'drop',
      'release',
      'own-note',
      'left',
    ]),
  )
  expect(taken.length).toBeGreaterThan(Object.keys(whole.entryKinds).length / 2)
})
