import { expect, test } from 'vitest'
import { checkLock } from '../../scripts/check-lock.ts'

const listed = { dependencies: { tool: '1.2.3' } }
const sound = {
  packages: {
    '': {},
    'node_modules/tool': { version: '1.2.3', optionalDependencies: { 'tool-linux': '1.2.3' } },
    'node_modules/tool-linux': { version: '1.2.3' },
  },
}

test('a sound lock passes', () => expect(checkLock(sound, listed)).toEqual([]))

test('an address of a registry is refused', () => {
  const packages = {
    ...sound.packages,
    'node_modules/other': { resolved: 'https://registry.example/other.tgz' },
  }
  expect(checkLock({ packages }, listed)).toEqual([
    expect.stringMatching(/node_modules\/other names a registry.*Mend/),
  ])
})

test('a platform that the lock lacks is refused, as it would install here and fail elsewhere', () => {
  const { 'node_modules/tool-linux': _, ...packages } = sound.packages
  expect(checkLock({ packages }, listed)).toEqual([
    expect.stringMatching(/tool wants tool-linux on another platform/),
  ])
})

test('a range, and a version that is not the locked one, are refused', () => {
  expect(checkLock(sound, { dependencies: { tool: '^1.2.3' } }).join()).toMatch(/pin one exact version/)
  expect(checkLock(sound, { devDependencies: { tool: '1.2.4' } }).join()).toMatch(
    /tool is 1\.2\.3, package\.json says 1\.2\.4/,
  )
})
