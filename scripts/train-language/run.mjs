// Runs one trainer: `node scripts/train-language/run.mjs intimacy FOLDER`. The folder holds the labelled text, which stays outside the project.
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const [name, folder, ...rest] = process.argv.slice(2)
if (!name || !folder) {
  console.error('Say which model and where its labelled text is: run.mjs intimacy FOLDER')
  process.exit(2)
}
const { module } = await runnerImport(join(root, 'scripts/train-language', `train-${name}.ts`), {
  root,
  configFile: false,
  logLevel: 'error',
})
await module.train({ root, folder: resolve(folder), arguments: rest })
