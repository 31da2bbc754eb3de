/** Where a command writes: `out` for what was asked for, `err` for everything else. Each call is one line or block. */
export interface CommandIo {
  out(text: string): void
  err(text: string): void
}

/** What every file in this folder that is a command exports, under these two names. */
export interface Command {
  /** What `--help` prints. */
  help: string
  /** Runs with the arguments after the command's name. The exit code: 0 done, 1 refused or bad input, 2 wrong usage. */
  run(args: string[], io: CommandIo): Promise<number>
}
