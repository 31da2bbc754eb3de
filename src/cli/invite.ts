import type { CommandIo } from './command.ts'

export const help = 'groundwork invite'

export const run = async (_args: string[], io: CommandIo): Promise<number> => {
  io.err('invite: not there yet')
  return 1
}
