import { commandSides, type Place, type Room } from './import-rules.ts'

const folders: Record<string, Room> = {
  core: 'core',
  vault: 'vault',
  platform: 'platform',
  records: 'records',
  client: 'client',
  ui: 'ui',
  server: 'server',
  web: 'web',
}

const roomOfCommand = (file: string): Room => {
  const name = file.replace(/\.tsx?$/, '').replace(/\.test$/, '')
  const command = Object.keys(commandSides).find(known => name === known || name.startsWith(`${known}-`))
  return command ? (commandSides[command] as Room) : 'cli'
}

/** The room of a file by its path from the project's root, with `/`; null for a file that belongs to none. */
export function placeOf(path: string): Place | null {
  const [top = '', folder = '', feature = ''] = path.split('/')
  const file = path.split('/').at(-1) ?? ''
  const test = /\.test\.tsx?$|-for-tests\.tsx?$/.test(file)
  if (top === 'tests' || top === 'bench') return { room: 'support', test: false }
  if (top === 'scripts') return { room: 'scripts', test }
  if (top !== 'src') return null
  if (folder === 'features') {
    const room: Room = /\.page\.tsx?$/.test(file)
      ? 'page'
      : file.endsWith('.routes.ts')
        ? 'routes'
        : 'feature'
    return { room, feature, test }
  }
  // A test of the command line plays several commands at once.
  if (folder === 'cli') return { room: test ? 'cli-both' : roomOfCommand(file), test }
  const room = folders[folder]
  return room ? { room, test } : null
}
