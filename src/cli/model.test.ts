import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from './model.ts'

const folder = mkdtempSync(join(tmpdir(), 'model-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync(resolve(import.meta.dirname, '../../model'), join(folder, 'model'), { recursive: true })

const model = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, { out: text => out.push(text), err: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('groundwork model', () => {
  it('lists everything that can be answered', async () => {
    const items = JSON.parse((await model('items', '--json')).out) as Record<string, unknown>[]
    expect(items.filter(({ element }) => element !== null)).toHaveLength(42)
    expect(items.filter(({ id }) => String(id).startsWith('climate.'))).toHaveLength(11)
    expect(items.find(({ id }) => id === 'power.other.1')).toMatchObject({
      element: 'power',
      facet: 'other',
      kind: 'scale',
      allowed: [1, 2, 3, 4, 5],
    })
    expect(items.find(({ id }) => id === 'meaning')).toMatchObject({ element: null, kind: 'choice' })
    expect(items.at(-1)).toEqual({
      id: 'meaning.words',
      element: null,
      facet: null,
      reversed: false,
      kind: 'words',
      allowed: [],
    })
    expect((await model('items')).out.split('\n')).toHaveLength(items.length)
  })

  it('passes the model of the project, and names file and line of what is wrong in another', async () => {
    expect(await model('check', folder)).toMatchObject({ code: 0, err: '' })
    const path = join(folder, 'model', 'elements', 'power.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('facet: self', 'facet: selves'))
    const bad = await model('check', folder)
    expect(bad.code).toBe(1)
    expect(bad.err).toMatch(/model\/elements\/power\.yaml:\d+: /)
    const data = JSON.parse((await model('check', folder, '--json')).out)
    expect(data.ok).toBe(false)
    expect(data.issues[0].code).toBeTruthy()
  })

  it('keeps wrong usage apart', async () => {
    expect((await model()).code).toBe(2)
    expect((await model('items', 'more')).code).toBe(2)
    expect((await model('check', '--strict')).code).toBe(2)
    expect((await model('check', join(folder, 'nowhere'))).code).toBe(1)
  })
})
