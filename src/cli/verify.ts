import type { CommandIo } from './command.ts'

export const help = 'groundwork verify'

export const run = async (_args: string[], io: CommandIo): Promise<number> => {
  io.err('verify: not there yet')
  return 1
}
