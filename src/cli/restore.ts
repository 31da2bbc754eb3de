import type { CommandIo } from './command.ts'

export const help = 'groundwork restore'

export const run = async (_args: string[], io: CommandIo): Promise<number> => {
  io.err('restore: not there yet')
  return 1
}
