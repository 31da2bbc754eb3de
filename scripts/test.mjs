// `npm test`: checks, tests and journeys in a real browser, all of them, always. The last line is `N passed, N failed`.
// `npm run nightly` plays the journeys in every combination and throws the dice more often.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const nightly = process.argv.includes('--nightly')
// Twice what the tests take on two cores: an end to waiting, not a measure.
const endsAt = Date.now() + (nightly ? 8 * 60 : 40) * 60_000
const reports = mkdtempSync(join(tmpdir(), 'groundwork-reports-'))
const env = {
  ...process.env,
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
  ...(nightly ? { GROUNDWORK_NIGHTLY: '1' } : {}),
}
const total = { passed: 0, failed: 0 }

/** Adds a part's figures. A part that ends badly without a failed test, or that ran nothing, is a failure itself. */
const add = (part, code, { passed, failed }) => {
  const silent = failed === 0 && (code !== 0 || passed === 0)
  if (silent)
    console.error(`${part}: ${code === 0 ? 'nothing ran' : 'it ended badly'}; that counts as one failure.`)
  total.passed += passed
  total.failed += failed + (silent ? 1 : 0)
  console.log(`── ${part}: ${passed} passed, ${failed + (silent ? 1 : 0)} failed`)
}

const run = (command, args, more = {}) =>
  new Promise(done => {
    const left = endsAt - Date.now()
    if (left <= 0) return done(1)
    const child = spawn(command, args, {
      cwd: root,
      env: { ...env, ...more },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const late = setTimeout(() => {
      console.error('The time is up: the tests take longer than they may.')
      child.kill('SIGKILL')
    }, left)
    child.on('error', () => done(1))
    child.on('close', code => {
      clearTimeout(late)
      done(code ?? 1)
    })
  })
const node = (args, more) => run(process.execPath, args, more)

const readReport = (name, count) => {
  try {
    return count(JSON.parse(readFileSync(join(reports, name), 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

const runChecks = async () => {
  const { check } = await import('./check.mjs')
  const { passed, failed } = await check()
  add('checks', 0, { passed, failed: failed.length })
}

const runTests = async () => {
  const { findAge } = await import('./find-age.mjs')
  findAge()
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'tests.json')}`,
  ]
  const code = await node([join(root, 'node_modules/vitest/vitest.mjs'), ...args])
  add(
    'tests',
    code,
    // A test that did not run is no test that passed.
    readReport('tests.json', report => ({
      passed: report.numPassedTests,
      failed:
        report.numTotalTests -
        report.numPassedTests +
        report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
          .length,
    })),
  )
}

/** Programs that a night has time for, or that need a newer Node than people must have: what ends in `.nightly.mjs`. */
const runNightly = async () => {
  const names = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.nightly.mjs'),
  )
  const isNew = Number(process.versions.node.split('.')[0]) >= 24
  const [command, ...first] = isNew ? [process.execPath] : ['npx', '-y', 'node@24']
  let passed = 0
  for (const name of names) {
    const code = await run(command, [...first, join(root, 'tests', name)])
    if (code === 0) passed++
    else console.error(`tests/${name} ended with ${code}.`)
  }
  add('nightly programs', 0, { passed, failed: names.length - passed })
}

const runJourneys = async () => {
  const { findBrowser, noBrowser } = await import('./find-browser.mjs')
  const browser = await findBrowser()
  if (!browser) {
    console.error(noBrowser)
    return add('journeys', 1, { passed: 0, failed: 0 })
  }
  const code = await node(
    // It ends by itself before the time is up, so that what it found is told.
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--reporter=list,json',
      `--global-timeout=${Math.max(endsAt - Date.now() - 20_000, 1000)}`,
    ],
    {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'journeys.json'),
    },
  )
  add(
    'journeys',
    code,
    readReport('journeys.json', ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped,
    })),
  )
}

const startedAt = Date.now()
const prepared = await node([join(root, 'scripts/prepare.mjs')])
if (prepared !== 0) add('build', prepared, { passed: 0, failed: 1 })
else {
  // The journeys need the whole machine, and the checks a moment of it.
  await runChecks()
  await runTests()
  await runJourneys()
  if (nightly) await runNightly()
}
rmSync(reports, { recursive: true, force: true })
console.log(`It took ${Math.round((Date.now() - startedAt) / 1000)} s.`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
