import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  version?: string
  resolved?: string
  link?: boolean
  optionalDependencies?: Record<string, string>
  hasInstallScript?: boolean
}
interface Lock {
  packages: Record<string, Locked>
}
type Listed = Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string> | undefined
>

/** What is wrong with a lock file, as a person mends it: hosts, ranges instead of versions, platforms that were left out. */
export function checkLock(lock: Lock, listed: Partial<Listed>): string[] {
  const refused: string[] = []
  const places = Object.keys(lock.packages)
  for (const [place, { resolved, optionalDependencies }] of Object.entries(lock.packages)) {
    if (resolved)
      refused.push(
        `package-lock.json: ${place} names a registry's address. Mend: npm install --package-lock-only, with this folder's .npmrc`,
      )
    // A release whose other platforms were not yet in the registry installs here and fails elsewhere.
    for (const name of Object.keys(optionalDependencies ?? {}))
      if (!places.some(other => other === `node_modules/${name}` || other.endsWith(`/node_modules/${name}`)))
        refused.push(
          `package-lock.json: ${place || 'the project'} wants ${name} on another platform, and the lock lacks it. Mend: pin a version that has all`,
        )
  }
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const)
    for (const [name, version] of Object.entries(listed[kind] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        refused.push(`package.json: ${name} is "${version}". Mend: pin one exact version`)
      const locked = lock.packages[`node_modules/${name}`]?.version
      if (locked !== version)
        refused.push(
          `package-lock.json: ${name} is ${locked ?? 'absent'}, package.json says ${version}. Mend: npm install`,
        )
    }
  return refused
}

export const run = (root: string): string[] => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hosts = /"(?:resolved|registry)"\s*:|https?:\/\/registry\./.test(lockText)
  const refused = checkLock(read('package-lock.json') as Lock, read('package.json') as Partial<Listed>)
  return hosts && refused.length === 0 ? ["package-lock.json: a registry's address stands in it"] : refused
}
