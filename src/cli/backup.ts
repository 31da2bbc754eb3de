import type { CommandIo } from './command.ts'

export const help = 'groundwork backup'

export const run = async (_args: string[], io: CommandIo): Promise<number> => {
  io.err('backup: not there yet')
  return 1
}
