import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterEach, expect, test } from 'vitest'
import { modelPlugin } from './model-plugin.ts'
import { publishModel } from './publish-model.ts'

const project = resolve(import.meta.dirname, '..')
const folders: string[] = []
afterEach(() => folders.splice(0).forEach(folder => rmSync(folder, { recursive: true })))

/** A copy of the model with an entry that imports it. */
const copyModel = () => {
  const root = mkdtempSync(join(tmpdir(), 'groundwork-model-'))
  folders.push(root)
  cpSync(join(project, 'model'), join(root, 'model'), { recursive: true })
  rmSync(join(root, 'model/published.lock'), { force: true })
  writeFileSync(
    join(root, 'entry.js'),
    "export { default as model } from 'virtual:model'\nexport { default as partner } from 'virtual:model/partner'\n",
  )
  return root
}
const bundle = (root: string) =>
  build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [modelPlugin(root)],
    build: {
      lib: { entry: join(root, 'entry.js'), formats: ['es'], fileName: () => 'bundle.mjs' },
      minify: false,
    },
  })
const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

test('a build carries the model', async () => {
  const root = copyModel()
  await bundle(root)
  const { model, partner } = await import(join(root, 'dist/bundle.mjs'))
  expect(model.elements).toHaveLength(7)
  expect(partner.elements[0].items).toHaveLength(6)
  expect(partner.elements[0].weak).toBeUndefined()
})

test('a bad file fails the build with file, line, cause and mend', async () => {
  const root = copyModel()
  edit(join(root, 'model/elements/values.yaml'), 'origin: seed', 'origin: hearsay')
  await expect(bundle(root)).rejects.toThrow(
    /model\/elements\/values\.yaml:3: `origin` holds a value.*Mend: use one of/,
  )
})

test('an edited published instrument fails the build; publishing locks new versions only', async () => {
  const root = copyModel()
  expect(publishModel(root)).toEqual([])
  await bundle(root)
  edit(
    join(root, 'model/elements/power.yaml'),
    'When I want something, my request is easy to understand.',
    'When I want something, my request is clear.',
  )
  await expect(bundle(root)).rejects.toThrow(
    /intake@1 was edited after it was published.*Mend: publish a new version/,
  )
  expect(publishModel(root)).toHaveLength(1)
  edit(join(root, 'model/intake.yaml'), 'intake@1', 'intake@2')
  expect(publishModel(root)).toEqual([])
  await bundle(root)
})
