// The program `age`, in Go, opens a backup in the tests: it shares no code with what sealed it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const isHere = () => spawnSync('age', ['--version'], { stdio: 'ignore' }).status === 0

/** Makes sure of `age`: as root on Debian it is installed. Where there is none to be had, its test fails and says how. */
export const findAge = () => {
  if (isHere() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error("Asking Debian's packages for age …")
  const apt = args => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], timeout: 300_000 })
  apt(['update', '-q'])
  apt(['install', '-y', '-q', '--no-install-recommends', 'age', 'bsdutils'])
}
