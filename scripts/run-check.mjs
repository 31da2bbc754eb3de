// Runs one check that is written in TypeScript: `node scripts/run-check.mjs check-imports`. Ends with 1 where it refuses something.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { module } = await runnerImport(join(root, 'scripts', `${process.argv[2]}.ts`), {
  root,
  configFile: false,
  logLevel: 'error',
})
const refused = await module.run(root)
for (const line of refused) console.log(line)
if (refused.length > 0) console.log(`${refused.length} refused.`)
process.exit(refused.length > 0 ? 1 : 0)
