// Measures the reader of words on the project's own rows:
//
//   node eval/evaluate.mjs [--half test|dev|all] [--errors N] [--kind KIND] [--language en|fr] [--client-turns FILE]
//
// `--client-turns` names a table with the columns transcript, role and text that is kept elsewhere; false alarms on the turns of its clients are counted.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { module } = await runnerImport(join(root, 'scripts/evaluate-language.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
})
module.evaluate({ root, arguments: process.argv.slice(2), print: line => process.stdout.write(`${line}\n`) })
