#!/usr/bin/env node
// Starts the built command line; builds it first where that has not been done.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../dist/cli/groundwork.js', import.meta.url)
if (!existsSync(built)) {
  const prepare = fileURLToPath(new URL('../scripts/prepare.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [prepare], {
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (status !== 0) process.exit(1)
}
const { main } = await import(built.href)
process.exitCode = await main(process.argv.slice(2))
