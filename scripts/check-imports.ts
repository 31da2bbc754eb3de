import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { findImpure } from './find-impure.ts'
import {
  adapterFile,
  adapterRooms,
  browserRooms,
  buildPackages,
  corePackages,
  databasePackages,
  databaseRooms,
  insideFeatures,
  mayImport,
  mend,
  type Place,
  type Room,
  renderedByCli,
  serverPackages,
  tablesFile,
  testsMayImport,
} from './import-rules.ts'
import { placeOf } from './place-of.ts'
import { type Import, parse, readImports } from './read-imports.ts'

/** A file of the project, by its path from the root. */
export interface SourceFile {
  path: string
  text: string
}

/** The packages that package.json lists. */
export interface Packages {
  run: readonly string[]
  develop: readonly string[]
}

const roomNames: Partial<Record<Room, string>> = {
  feature: "a feature's pure file",
  routes: "a feature's routes",
  page: "a feature's page",
  cli: 'shared by all commands',
  'cli-server': "a server's command",
  'cli-reading': 'a reading command',
  'cli-both': "the demo's side of the command line",
  support: 'tests',
}
const name = (room: Room): string => roomNames[room] ?? room

const isAllowed = (from: Place, to: Place, use: Import): boolean => {
  if (to.test && !from.test && from.room !== 'support') return false
  // The command line's index loads each command when it is asked for.
  if (from.room === 'cli' && use.lazy && to.room.startsWith('cli-')) return true
  const stranger = from.feature !== undefined && to.feature !== undefined && from.feature !== to.feature
  if (use.typeOnly && to.room === 'routes' && from.room === 'page') return true
  // What a page is given has a type; whoever composes pages may name it.
  if (use.typeOnly && to.room === 'feature' && from.room === 'web') return true
  if (insideFeatures.includes(from.room) && stranger) return false
  if (mayImport[from.room].includes(to.room)) return true
  return from.test && (testsMayImport[from.room] ?? testsMayImport.others).includes(to.room)
}

/** Why one file may not import another; null where it may. */
const refuseFile = (from: Place, path: string, to: Place, use: Import): string | null => {
  const what = mend[from.room] ?? 'move what both need further down'
  if (!isAllowed(from, to, use)) {
    if (to.room === 'routes' && from.room === 'page')
      return `a page may take only the type of a route. Mend: write "import type"`
    if (from.feature && to.feature && from.feature !== to.feature)
      return `features never import each other. Mend: ${what}`
    if (to.test && !from.test) return `only a test may import a test's parts. Mend: ${what}`
    const more = from.test ? (testsMayImport[from.room] ?? testsMayImport.others) : []
    const allowed = [...new Set([...mayImport[from.room], ...more])].map(name).join(', ')
    return `${from.test ? 'a test of ' : ''}${name(from.room)} may import ${allowed}, not ${name(to.room)}. Mend: ${what}`
  }
  if (from.room === 'cli-reading' && to.room === 'ui' && !renderedByCli.some(part => path.startsWith(part)))
    return `the command line renders only ${renderedByCli.join(' and ')}. Mend: ${what}`
  if (from.test || from.room === 'support') return null
  if (path === tablesFile && !databaseRooms.includes(from.room))
    return 'only records touches the database. Mend: add a function to records'
  if (path === adapterFile && !adapterRooms.includes(from.room))
    return 'only records touches the database. Mend: add a function to records'
  return null
}

/** Why a file may not use a package; null where it may. */
const refusePackage = (from: Place, target: string, use: Import, packages: Packages): string | null => {
  if (target.startsWith('virtual:') || from.test || from.room === 'support' || from.room === 'scripts')
    return null
  const isNode = target.startsWith('node:')
  const owner = isNode ? target : target.split('/', target.startsWith('@') ? 2 : 1).join('/')
  if (from.room === 'core' && !corePackages.includes(owner))
    return `core is pure and uses only ${corePackages.join(', ')}. Mend: take what it gives as an argument`
  if (browserRooms.includes(from.room) && (isNode || serverPackages.includes(owner)) && !use.typeOnly)
    return `a browser loads ${name(from.room)}, and it has no ${owner}. Mend: leave it to platform or records`
  if (databasePackages.includes(owner) && !databaseRooms.includes(from.room))
    return 'only records touches the database. Mend: add a function to records'
  if (isNode || packages.run.includes(owner)) return null
  if (packages.develop.includes(owner))
    return buildPackages.includes(owner)
      ? null
      : `${owner} is a development package. Mend: keep it to tests and scripts`
  return `package.json does not list ${owner}. Mend: import by a relative path, or list the package`
}

/** Every import that the rules refuse, and every impurity in core, as `file:line: why. Mend: what to do`. */
export function checkImports(files: readonly SourceFile[], packages: Packages): string[] {
  const refused: string[] = []
  for (const { path, text } of files) {
    const from = placeOf(path)
    if (!from) {
      refused.push(
        `${path}:1: this folder is no room of the house. Mend: see ARCHITECTURE.md for where to put it`,
      )
      continue
    }
    const tree = parse(path, text)
    const say = (line: number, why: string) => refused.push(`${path}:${line}: ${why}`)
    for (const use of readImports(tree, text)) {
      if (use.target === null) {
        const free = from.test || from.room === 'support' || from.room === 'scripts'
        if (!free)
          say(use.line, 'an import that is worked out cannot be checked. Mend: write its path as plain text')
        continue
      }
      const target = use.target.replace(/[?#].*$/, '')
      if (!target.startsWith('.')) {
        const why = refusePackage(from, target, use, packages)
        if (why) say(use.line, `${target}: ${why}`)
        continue
      }
      const goal = posix.normalize(posix.join(dirname(path), target))
      if (!/\.[mc]?[jt]sx?$/.test(goal)) continue
      const to = placeOf(goal)
      if (!to && (from.room === 'support' || from.room === 'scripts')) continue
      const why = to
        ? refuseFile(from, goal, to, use)
        : 'it lies outside every room. Mend: see ARCHITECTURE.md'
      if (why) say(use.line, `${goal}: ${why}`)
    }
    if (from.room === 'core' && !from.test)
      for (const { line, what } of findImpure(tree, text))
        say(line, `${what}: core is pure. Mend: take the time, the dice or the world as an argument`)
  }
  return refused
}

/** Every TypeScript file of the project at `root` that the rules hold for. */
export function readSourceFiles(root: string): SourceFile[] {
  return ['src', 'scripts', 'tests', 'bench'].flatMap(top => {
    let names: string[]
    try {
      names = readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    } catch {
      return []
    }
    return names
      .map(path => `${top}/${path.replaceAll('\\', '/')}`)
      .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.includes('node_modules/'))
      .sort()
      .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  })
}

/** The packages of the project at `root`. */
export function readPackages(root: string): Packages {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as {
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  return { run: Object.keys(dependencies), develop: Object.keys(devDependencies) }
}

/** For the command line of `npm run check`. */
export const run = (root: string): string[] => {
  const files = readSourceFiles(root)
  if (files.length < 100)
    return [`only ${files.length} files were found. Mend: check the reading, not the rules`]
  return checkImports(files, readPackages(root))
}
