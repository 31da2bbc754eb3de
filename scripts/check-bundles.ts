import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandSides } from './import-rules.ts'
import type { ModuleList } from './module-list-plugin.ts'

/** Folders of which no browser's bundle may hold anything. */
const serverOnly = ['src/records/', 'src/platform/', 'src/server/']
const startsWithAny = (id: string, folders: string[]) => folders.some(folder => id.startsWith(folder))

/** What a browser's bundle holds that it must not: the server's rooms, or Node's own modules. */
export function checkBrowserBundle(part: string, list: ModuleList): string[] {
  if (Object.keys(list.modules).length === 0)
    return [`${part}: no module was listed. Mend: check the build, not the rule`]
  return Object.entries(list.chunks).flatMap(([chunk, { modules }]) =>
    modules
      .filter(id => startsWithAny(id, serverOnly) || /^node:|__vite-browser-external/.test(id))
      .map(
        id =>
          `${part}: ${chunk} holds ${id}. Mend: find what imports it (npm run check imports), and take it out`,
      ),
  )
}

/** Every module that a module loads, at once or later. */
const reach = (list: ModuleList, from: string): Set<string> => {
  const reached = new Set([from])
  for (const id of reached) {
    const { imports = [], lazy = [] } = list.modules[id] ?? {}
    for (const next of [...imports, ...lazy]) reached.add(next)
  }
  return reached
}

/**
 * What the server's part of the command line holds of the vault. The server's part is all that its commands reach, and all
 * that lies in the same chunks, as it is loaded with them. The demo plays both sides, in a chunk of its own.
 */
export function checkServerBundle(list: ModuleList, folder = 'src/cli/'): string[] {
  const refused: string[] = []
  const commands = Object.keys(commandSides).filter(name => commandSides[name] === 'cli-server')
  const entries = commands.map(name => `${folder}${name}.ts`).filter(id => list.modules[id])
  if (!entries.includes(`${folder}serve.ts`))
    return ['cli: the server itself was not listed. Mend: check the build, not the rule']
  for (const entry of entries) {
    const reached = reach(list, entry)
    for (const [chunk, { modules }] of Object.entries(list.chunks)) {
      if (!modules.some(id => reached.has(id))) continue
      for (const id of modules)
        if (id.startsWith('src/vault/'))
          refused.push(
            `cli: ${entry} loads ${chunk}, which holds ${id}. Mend: the server opens nothing that is sealed`,
          )
    }
  }
  return refused
}

/** Packages outside the bundle must be installed with it. */
export function checkExternals(part: string, list: ModuleList, packages: readonly string[]): string[] {
  return list.external
    .filter(id => !id.startsWith('node:'))
    .filter(id => !packages.includes(id.split('/', id.startsWith('@') ? 2 : 1).join('/')))
    .map(
      id =>
        `${part}: ${id} is not among the dependencies. Mend: list it there, or take it out of the program`,
    )
}

export const run = (root: string): string[] => {
  const refused: string[] = []
  const read = (part: string): ModuleList | null => {
    const path = join(root, 'dist', `${part}-modules.json`)
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as ModuleList
    refused.push(`dist/${part}-modules.json is not there. Mend: node scripts/prepare.mjs`)
    return null
  }
  for (const part of ['app', 'partner']) {
    const list = read(part)
    if (list) refused.push(...checkBrowserBundle(part, list))
  }
  const cli = read('cli')
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: object
  }
  if (cli) refused.push(...checkServerBundle(cli), ...checkExternals('cli', cli, Object.keys(dependencies)))
  return refused
}
