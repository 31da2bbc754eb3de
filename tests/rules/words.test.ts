import { expect, test } from 'vitest'
import { checkWords } from '../../scripts/check-words.ts'

const slash = '/'
const dot = '.'

test.each([
  ['docs/guide.md', `open ${slash}root${slash}project`, /path of one machine/],
  ['src/core/x.ts', `const x = '${slash}work${slash}main'`, /path of one machine/],
  [
    'package-lock.json',
    `"resolved": "https${':'}${slash}${slash}registry.example.org/x"`,
    /registry's address/,
  ],
  ['src/x.test.ts', `test${dot}skip('x', () => {})`, /skipped/],
  ['tests/journeys/x.spec.ts', `test.describe${dot}only('x', () => {})`, /skipped/],
  ['src/x.test.ts', `${'x'}it('x', () => {})`, /skipped/],
  ['src/x.test.ts', `expect(${'true'}).toBe(true)`, /cannot fail/],
  ['src/x.ts', `// @ts-${'ignore'}`, /silenced/],
  ['src/x.ts', `// ox${'lint'}-disable no-console`, /silenced/],
  ['src/x.ts', `// ox${'lint'}-disable-next-line no-console`, /silenced/],
  ['docs/x.md', `see issue ${'#'}12`, /says nothing to a reader/],
])('%s: %s is refused, with its line', (path, line, why) => {
  const refused = checkWords([{ path, text: `first\n${line}\n` }])
  expect(refused).toHaveLength(1)
  expect(refused[0]).toContain(`${path}:2: `)
  expect(refused[0]).toMatch(why)
})

test.each([
  ['src/x.ts', "import { x } from '../works/thing.ts'"],
  ['src/x.ts', `// ox${'lint'}-disable-next-line no-console -- the command line speaks here`],
  ['src/x.ts', 'export const only = list.filter(each => each.skip)'],
  ['docs/x.md', 'put the data under /var/lib/groundwork'],
])('%s: %s is let be', (path, text) => expect(checkWords([{ path, text }])).toEqual([]))
