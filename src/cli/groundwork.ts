import { WrongUsage, reportFailure } from './arguments.ts'
import type { Command, CommandIo } from './command.ts'

/** Every command, loaded when it is asked for. */
const commands: Record<string, { brief: string; load(): Promise<Command> }> = {
  serve: { brief: 'run the server', load: () => import('./serve.ts') },
  demo: { brief: 'a practice with simulated cases, to look around in', load: () => import('./demo.ts') },
  invite: { brief: 'make a code for a colleague to make an account with', load: () => import('./invite.ts') },
  backup: {
    brief: 'make a sealed copy of the data, also while the server runs',
    load: () => import('./backup.ts'),
  },
  restore: { brief: 'put a backup into an empty folder', load: () => import('./restore.ts') },
  report: { brief: 'make the blueprint of answer sheets', load: () => import('./report.ts') },
  read: { brief: 'read what words do in a transcript', load: () => import('./read.ts') },
  rehearse: { brief: 'practise with a simulated couple', load: () => import('./rehearse.ts') },
  model: { brief: 'check the clinical model, or list its items', load: () => import('./model.ts') },
  verify: { brief: 'check every entry that is stored', load: () => import('./verify.ts') },
}

const width = Math.max(...Object.keys(commands).map(name => name.length))
const usage = [
  'Usage: groundwork <command> [options]',
  '',
  ...Object.entries(commands).map(([name, { brief }]) => `  ${name.padEnd(width)}  ${brief}`),
  '',
  'groundwork <command> --help says more. Exit codes: 0 done, 1 refused, 2 wrong usage.',
].join('\n')

const standardIo: CommandIo = {
  out: text => void process.stdout.write(`${text}\n`),
  err: text => void process.stderr.write(`${text}\n`),
}

/** Runs a command line. @returns the exit code */
export const main = async (args: string[], io: CommandIo = standardIo): Promise<number> => {
  const [name = 'help', ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(usage)
    return 0
  }
  const json = rest.includes('--json')
  if (!Object.hasOwn(commands, name))
    return reportFailure(new WrongUsage(`There is no command ${name}.`), json, io)
  try {
    const command = await (commands[name] as (typeof commands)[string]).load()
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(command.help)
      return 0
    }
    return await command.run(rest, io)
  } catch (error) {
    return reportFailure(error, json, io)
  }
}
