import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
/** A fault for each rule that a person relies on. */
const planted: Record<string, [path: string, text: string]> = {
  'no-cycle': ['src/core/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n"],
  'no-floating-promises': ['src/core/float.ts', 'export const go = async () => 1\ngo()\n'],
  'no-misused-promises': [
    'src/core/misuse.ts',
    'export const f = async () => true\nif (f()) throw new Error()\n',
  ],
  'no-explicit-any': ['src/core/any.ts', 'export const x = (y: any) => y\n'],
  'switch-exhaustiveness-check': [
    'src/core/switch.ts',
    "export const f = (x: 'a' | 'b') => {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
  ],
  'rules-of-hooks': [
    'src/ui/hook.tsx',
    "import { useState } from 'react'\nexport function X(p: { y: boolean }) {\n  if (p.y) useState(1)\n  return <p />\n}\n",
  ],
  'exhaustive-deps': [
    'src/ui/deps.tsx',
    "import { useEffect } from 'react'\nexport function X(p: { y: () => void }) {\n  useEffect(() => p.y(), [])\n  return <p />\n}\n",
  ],
  'alt-text': ['src/ui/image.tsx', "export const X = () => <img src='x.png' />\n"],
  'no-danger': [
    'src/ui/danger.tsx',
    "export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />\n",
  ],
  'no-console': ['src/core/say.ts', "export const say = () => console.log('x')\n"],
  'expect-expect': ['src/core/x.test.ts', "import { test } from 'vitest'\ntest('x', () => {})\n"],
}

let root: string
let said: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'groundwork-lint-'))
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
    copyFileSync(join(project, file), join(root, file))
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
  for (const [path, text] of [
    ...Object.values(planted),
    ['src/core/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n"],
  ] as const) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const lint = join(project, 'node_modules/oxlint/bin/oxlint')
  said = spawnSync(process.execPath, [lint, '--type-aware', '--format=unix'], {
    cwd: root,
    encoding: 'utf8',
  }).stdout
})
afterAll(() => rmSync(root, { recursive: true }))

test.each(Object.keys(planted))('%s is refused, with its file and line', rule => {
  const [path] = planted[rule] as [string, string]
  const lines = said.split('\n').filter(line => line.startsWith(`${path}:`))
  expect(lines.join('\n')).toMatch(new RegExp(`^${path}:\\d+:\\d+: .*\\(${rule}\\)\\]$`, 'm'))
})
