/** A room of the house: a folder, or one kind of file in a feature's or the command line's folder. */
export type Room =
  | 'core'
  | 'vault'
  | 'platform'
  | 'records'
  | 'client'
  | 'ui'
  | 'feature'
  | 'routes'
  | 'page'
  | 'server'
  | 'web'
  | 'cli'
  | 'cli-server'
  | 'cli-reading'
  | 'cli-both'
  | 'support'
  | 'scripts'

/** Where a file stands. */
export interface Place {
  room: Room
  /** The feature's name, for `feature`, `routes` and `page`. */
  feature?: string
  /** A test beside the code: it may use more than its room. */
  test: boolean
}

/** Which rooms each room may import; within one feature for `feature`, `routes` and `page`. The same table stands in ARCHITECTURE.md. */
export const mayImport: Record<Room, readonly Room[]> = {
  core: ['core'],
  vault: ['core', 'vault'],
  platform: ['core', 'platform'],
  records: ['core', 'platform', 'records'],
  client: ['core', 'vault', 'client'],
  ui: ['core', 'ui'],
  feature: ['core', 'feature'],
  routes: ['core', 'platform', 'records', 'feature', 'routes'],
  page: ['core', 'vault', 'client', 'ui', 'feature', 'page'],
  server: ['core', 'platform', 'records', 'routes', 'server'],
  web: ['core', 'vault', 'client', 'ui', 'page', 'web'],
  cli: ['core', 'platform', 'cli'],
  'cli-server': ['core', 'platform', 'records', 'server', 'cli', 'cli-server'],
  'cli-reading': ['core', 'feature', 'ui', 'cli', 'cli-reading'],
  'cli-both': [
    'core',
    'vault',
    'platform',
    'records',
    'feature',
    'routes',
    'server',
    'cli',
    'cli-server',
    'cli-reading',
    'cli-both',
  ],
  support: [
    'core',
    'vault',
    'platform',
    'records',
    'client',
    'ui',
    'feature',
    'routes',
    'page',
    'server',
    'web',
    'cli',
    'cli-server',
    'cli-reading',
    'cli-both',
    'support',
    'scripts',
  ],
  scripts: ['core', 'scripts'],
}

/** Features that never meet are told apart by these. */
export const insideFeatures: readonly Room[] = ['feature', 'routes', 'page']

/** What a test beside the code may use beside what its room may. */
export const testsMayImport: Partial<Record<Room, readonly Room[]>> & { others: readonly Room[] } = {
  core: ['support', 'scripts', 'vault'],
  ui: ['support', 'scripts'],
  feature: ['support', 'scripts', 'vault', 'platform', 'records', 'server', 'routes', 'cli-both'],
  scripts: ['support'],
  others: ['support', 'scripts', 'core', 'vault', 'platform', 'records', 'server', 'cli-both'],
}

/** Every command by the side it is on; a file named `<command>-….ts` helps that command. Others are shared by all. */
export const commandSides: Record<string, 'cli-server' | 'cli-reading' | 'cli-both'> = {
  serve: 'cli-server',
  verify: 'cli-server',
  backup: 'cli-server',
  restore: 'cli-server',
  invite: 'cli-server',
  report: 'cli-reading',
  read: 'cli-reading',
  rehearse: 'cli-reading',
  measure: 'cli-reading',
  model: 'cli-reading',
  demo: 'cli-both',
  'memory-world': 'cli-both',
}

/** What a reading command may take from `ui`: the blueprint and its words. */
export const renderedByCli: readonly string[] = ['src/ui/blueprint/', 'src/ui/strings/blueprint']

/** Only these rooms touch the database: its packages, its tables, its adapter. */
export const databasePackages: readonly string[] = ['kysely', '@photostructure/sqlite', 'pg']
export const databaseRooms: readonly Room[] = ['records', 'platform']
export const tablesFile = 'src/records/tables.ts'
export const adapterFile = 'src/platform/sqlite.ts'
/** Besides, these copy and check the database as a whole file. */
export const adapterRooms: readonly Room[] = ['records', 'platform', 'cli-server', 'cli-both']

/** Rooms that a browser loads: nothing of Node's or the server's. */
export const browserRooms: readonly Room[] = ['core', 'vault', 'client', 'ui', 'feature', 'page', 'web']
export const serverPackages: readonly string[] = ['hono', '@hono/node-server', ...databasePackages]

/** The only packages of `core`: functions of their arguments. `fflate` and `fast-xml-parser` open Word documents; the last two weigh the model's wording when it is built. */
export const corePackages: readonly string[] = [
  'zod',
  'yaml',
  '@noble/hashes',
  'fflate',
  'fast-xml-parser',
  'flesch-kincaid',
  'syllable',
]
/** Development packages that code which is no test may use: the build does, no bundle holds them unnoticed. */
export const buildPackages: readonly string[] = ['flesch-kincaid', 'syllable']

/** What to do instead, by the room that imports too much. */
export const mend: Partial<Record<Room, string>> = {
  core: 'pass it in as an argument, or move the pure part into core',
  vault: 'ask for it through a port (src/vault/ports.ts)',
  platform: 'hand over plain data; platform knows nothing of what is kept',
  records: 'take it as an argument; records never answer HTTP',
  client: 'move it to vault or core, or leave it to a page',
  ui: 'take it as a property; a component knows no vault and no feature',
  feature: 'move what both need down to core, or do it in the page or the routes',
  routes: 'go through records; what two features need moves down to core or records',
  page: 'take only the type of a route; what two features need moves down to core, vault or ui',
  server: 'compose routes; work belongs in records or a *.routes.ts',
  web: 'compose pages; work belongs in a *.page.tsx',
  cli: 'put it into the command that needs it, and name that command in scripts/import-rules.ts',
  'cli-server':
    'a server command opens nothing that is sealed; a command for both sides is named in scripts/import-rules.ts',
  'cli-reading': 'a reading command needs no server; use core or a pure file of a feature',
  scripts: 'use core, or a script of its own',
}
