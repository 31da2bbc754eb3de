import { delimiter } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser, type Machine } from '../../scripts/find-browser.mjs'

/** A machine that holds the files named, on which `installs` says what a command brings. */
const machine = (
  files: string[],
  {
    installs = {},
    isRoot = false,
    named,
  }: { installs?: Record<string, string>; isRoot?: boolean; named?: string } = {},
) => {
  const present = new Set(files)
  const asked: string[] = []
  const made: Machine & { asked: string[] } = {
    asked,
    env: { PATH: ['/a/bin', '/b/bin'].join(delimiter), CHROMIUM_PATH: named },
    isRoot,
    exists: path => present.has(path),
    starts: path => present.has(path) && !path.includes('broken'),
    playwrightPath: async () => '/cache/chrome',
    run: (command, args) => {
      const what = command === 'apt-get' ? `apt-get ${args[0]}` : 'playwright'
      asked.push(what)
      const brought = installs[what]
      if (brought) present.add(brought)
      return brought !== undefined
    },
  }
  return made
}

test('one that is named is taken, and no other in its place', async () => {
  expect(await findBrowser(machine(['/x/chrome', '/a/bin/chromium'], { named: '/x/chrome' }))).toBe(
    '/x/chrome',
  )
  expect(await findBrowser(machine(['/a/bin/chromium'], { named: '/x/chrome' }))).toBe(null)
  expect(await findBrowser(machine(['/x/broken'], { named: '/x/broken' }))).toBe(null)
})

test('one on the path is taken before anything is installed', async () => {
  const here = machine(['/b/bin/google-chrome'])
  expect(await findBrowser(here)).toBe('/b/bin/google-chrome')
  expect(here.asked).toEqual([])
})

test('where there is none, Playwright is asked, then Debian as root', async () => {
  const first = machine([], { installs: { playwright: '/cache/chrome' } })
  expect(await findBrowser(first)).toBe('/cache/chrome')
  const second = machine(['/usr/bin/apt-get'], {
    isRoot: true,
    installs: { 'apt-get install': '/b/bin/chromium' },
  })
  expect(await findBrowser(second)).toBe('/b/bin/chromium')
  expect(second.asked).toEqual(['playwright', 'apt-get update', 'apt-get install'])
})

test('where nothing helps it says so, and asks Debian for nothing without being root', async () => {
  const bare = machine(['/usr/bin/apt-get'])
  expect(await findBrowser(bare)).toBe(null)
  expect(bare.asked).toEqual(['playwright'])
})
