import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface Rule {
  /** Which files it holds for. */
  in: RegExp
  found: RegExp
  why: string
}

/** Joined here, so that this file does not find itself. */
const any = (...words: string[]) => words.join('|')
const everywhere = /./
const code = /\.(?:[mc]?[jt]sx?)$/
const tests = /\.(?:test|spec)\.tsx?$/

/** What the project's files may not say. */
const rules: Rule[] = [
  {
    in: everywhere,
    found: new RegExp(`(?:^|[\\s'"\`(=:])/(?:${any('work', 'root', 'home', 'Users', 'farm')})/[\\w.-]`),
    why: "a path of one machine. Mend: start from the project's own folder, or a temporary one",
  },
  {
    in: /^(?:package(?:-lock)?\.json|\.npmrc|bench\/.*\.json)$/,
    found: /https?:\/\/[\w.-]*(?:registry|npmjs|verdaccio|artifactory|nexus)/,
    why: "a registry's address. Mend: leave it to each machine's own settings",
  },
  {
    in: tests,
    found: new RegExp(
      `\\b(?:it|test|describe|suite)(?:\\.\\w+)*\\.(?:${any('skip', 'only', 'todo', 'fixme', 'fails')})\\b`,
    ),
    why: 'a test that is skipped, focused or planned. Mend: make it run, or take it out',
  },
  {
    in: tests,
    found: new RegExp(`\\b(?:x|f)(?:${any('it', 'test', 'describe')})\\(`),
    why: 'a test that is skipped or focused. Mend: make it run, or take it out',
  },
  {
    in: tests,
    found: /expect\((?:true|1)\)\.toBe(?:Truthy\(\)|\((?:true|1)\))/,
    why: 'a test that cannot fail. Mend: expect what a person relies on',
  },
  {
    in: code,
    found: new RegExp(
      `@ts-(?:${any('ignore', 'nocheck')})|(?:${any('ox', 'es')})lint-(?:${any('disable')})(?!-next-line [\\w/@-]+ -- )`,
    ),
    why: 'a check that is silenced. Mend: mend the cause; a single line may be excepted by rule, with "-- " and the reason',
  },
  {
    in: everywhere,
    found: /\b(?:issue|ticket|PR) #\d/i,
    why: 'a number that says nothing to a reader of the code. Mend: say the reason itself',
  },
]

const binary = /\.(?:png|jpe?g|gif|webp|ico|woff2?|pdf|gz|br|wasm|age|sqlite)$/

/** Every forbidden wording in the files, as `file:line: why`. */
export function checkWords(files: readonly { path: string; text: string }[]): string[] {
  return files.flatMap(({ path, text }) => {
    const held = rules.filter(rule => rule.in.test(path))
    return text
      .split('\n')
      .flatMap((line, index) =>
        held.filter(rule => rule.found.test(line)).map(rule => `${path}:${index + 1}: ${rule.why}`),
      )
  })
}

const notOurs = /^(?:\.git|node_modules|dist|data|test-results|playwright-report)(?:\/|$)/

/** The files that git knows or would take; without git, all but what is installed or built. */
const listFiles = (root: string): string[] => {
  const command = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const git = spawnSync('git', command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const names =
    git.status === 0
      ? git.stdout.split('\0')
      : readdirSync(root, { recursive: true, encoding: 'utf8' })
          .map(name => name.replaceAll('\\', '/'))
          .filter(name => !notOurs.test(name) && !name.includes('/node_modules/'))
  return names.filter(
    path => path && !binary.test(path) && statSync(join(root, path), { throwIfNoEntry: false })?.isFile(),
  )
}

export const run = (root: string): string[] =>
  checkWords(listFiles(root).map(path => ({ path, text: readFileSync(join(root, path), 'utf8') })))
