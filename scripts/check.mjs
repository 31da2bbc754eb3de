// `npm run check`: every part that can be judged without running the program, a line for each.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = process.execPath
const tool = path => join(root, 'node_modules', path)
const own = name => [node, join(root, 'scripts/run-check.mjs'), name]

/** Each part's name and command. `bundles` builds first, where a source changed since. */
const parts = [
  [
    'format',
    [node, tool('@biomejs/biome/bin/biome'), 'format', '--colors=off', '--max-diagnostics=200', '.'],
  ],
  ['lint', [node, tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--format=unix']],
  ['types', [node, tool('typescript/bin/tsc'), '-p', '.', '--pretty', 'false']],
  ['imports', own('check-imports')],
  ['model', own('check-model')],
  ['words', own('check-words')],
  ['lock', own('check-lock')],
  ['bundles', [node, join(root, 'scripts/prepare.mjs')], own('check-bundles')],
]

const runOne = ([command, ...args]) =>
  new Promise(done => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', chunk => (text += chunk))
    child.stderr.on('data', chunk => (text += chunk))
    child.on('error', error => done({ code: 1, text: `${error.message}\n` }))
    child.on('close', code => done({ code: code ?? 1, text }))
  })

/** The formatter prints whole differences; which files it is about is enough. */
const brief = {
  format: text => {
    const files = [...text.matchAll(/^(\S+) format ━/gm)]
      .map(([, path]) => path)
      .filter(path => path !== 'format')
    return files.length === 0
      ? text
      : files.map(path => `${path}: not formatted. Mend: npm run format`).join('\n')
  },
}

/** The ends of a long output: its first lines, and its last, which sum up. */
const shorten = text => {
  const lines = text.trimEnd().split('\n')
  return lines.length <= 60
    ? lines
    : [...lines.slice(0, 45), `… ${lines.length - 55} more lines …`, ...lines.slice(-10)]
}

/** Runs the parts named, or all. Prints a line for each. @returns how many passed, and which failed */
export const check = async (names = parts.map(([name]) => name)) => {
  const waiting = parts.filter(([name]) => names.includes(name))
  const failed = []
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const [name, ...commands] = part
      const startedAt = Date.now()
      let result = { code: 1, text: 'nothing ran' }
      for (const command of commands) {
        result = await runOne(command)
        if (result.code !== 0) break
      }
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
      if (result.code === 0) console.log(`ok    ${name.padEnd(8)} ${seconds} s`)
      else {
        failed.push(name)
        console.log(`RED   ${name.padEnd(8)} ${seconds} s`)
        for (const line of shorten((brief[name] ?? String)(result.text))) console.log(`      ${line}`)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work))
  return { passed: names.length - failed.length, failed }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2)
  const unknown = asked.filter(name => !parts.some(([known]) => known === name))
  if (unknown.length > 0) {
    console.error(
      `There is no part ${unknown.join(', ')}. The parts: ${parts.map(([name]) => name).join(', ')}.`,
    )
    process.exit(2)
  }
  const { failed } = await check(asked.length > 0 ? asked : undefined)
  console.log(failed.length === 0 ? 'All is well.' : `Red: ${failed.join(', ')}.`)
  process.exit(failed.length === 0 ? 0 : 1)
}
