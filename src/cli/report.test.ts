import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import model from 'virtual:model'
import { anySheet, evenSheet } from '../core/assessment/sheets-for-tests.ts'
import { LONGEST_FILE } from './read-text.ts'
import { run } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'sheets.json')

const report = async (content: string | object, ...options: string[]) => {
  const out: string[] = []
  const err: string[] = []
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  const code = await run([file, ...options], { out: text => out.push(text), err: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const sheets = (...partners: unknown[]) => ({ instrument: 'intake@1', partners })
const two = ['A', 'B']
const couple = sheets(
  evenSheet(model, 'A', two, 4, { meaning: 'more-sex', 'meaning.words': 'Less <b>waiting</b>' }),
  evenSheet(model, 'B', two, 2, { meaning: 'getting-on-better' }),
)

describe('groundwork report', () => {
  it('prints the stable JSON form', async () => {
    const { code, out, err } = await report(couple, '--json')
    const data = JSON.parse(out)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(Object.keys(data)).toEqual([
      'elements',
      'meaning',
      'climate',
      'beginWith',
      'sexuality',
      'notEnough',
    ])
    expect(data.elements[0]).toMatchObject({
      id: 'communication',
      partners: [
        { seat: 'A', score: 75, self: 75, other: 75, us: 75, band: null, answered: 6, of: 6 },
        { seat: 'B', score: 25, self: 25, other: 25, us: 25, band: null, answered: 6, of: 6 },
      ],
      gap: 50,
    })
    expect(data.meaning).toMatchObject({ match: false, bySeat: { A: { choice: 'more-sex' } } })
    expect(data.beginWith[0].reasons[0].words).toBeTruthy()
    expect(data.sexuality.open).toBe(false)
    expect(data.notEnough).toEqual([])
  })

  it('names every pair among three', async () => {
    const seats = ['A', 'B', 'C']
    const { out } = await report(
      sheets(...seats.map((seat, i) => evenSheet(model, seat, seats, i + 2))),
      '--json',
    )
    const [first] = JSON.parse(out).elements
    expect(first.gap).toBeNull()
    expect(first.gaps.map(({ gap }: { gap: number }) => gap)).toEqual([25, 50, 25])
  })

  it('says the same where to begin in text, page and data, in both languages', async () => {
    for (const language of ['en', 'fr']) {
      const data = JSON.parse((await report(couple, '--json', '--language', language)).out)
      const sentence: string = data.beginWith[0].reasons[0].words
      const text = (await report(couple, '--language', language)).out
      const html = (await report(couple, '--html', '--language', language)).out
      expect(text.replace(/\s+/g, ' ')).toContain(sentence)
      expect(html).toContain(sentence)
      expect(html).toContain(`<html lang="${language}">`)
      expect(text).not.toMatch(/\{\{|undefined|NaN/)
      expect(html).not.toMatch(/\{\{|undefined|NaN/)
    }
  })

  it('makes one page that loads nothing, says nothing in its title, and takes words as words', async () => {
    const { out } = await report(couple, '--html')
    expect(out.startsWith('<!doctype html>')).toBe(true)
    expect(out).toContain('<title>Notes</title>')
    expect(out).toContain('Less &lt;b&gt;waiting&lt;/b&gt;')
    expect(out).not.toMatch(/<script|<link|src=|https?:|url\(/)
  })

  it('reports on one person alone, and on nobody having answered', async () => {
    const alone = await report(sheets(evenSheet(model, 'A', ['A'], 2)))
    expect(alone.out).toContain('One person, low')
    const silent = await report(sheets({ seat: 'A', answers: {} }, { seat: 'B', answers: {} }))
    expect(silent.code).toBe(0)
    expect(silent.out).toContain('Where to begin is not known yet')
    expect(silent.out).toContain('No answers yet')
  })

  it('reports whatever a person can hand in', async () => {
    await fc.assert(
      fc.asyncProperty(anySheet(model, 'A', two), anySheet(model, 'B', two), async (a, b) => {
        for (const format of ['--json', '--text', '--html']) {
          const { code, out, err } = await report(sheets(a, b), format)
          expect({ code, err }).toEqual({ code: 0, err: '' })
          expect(out).not.toMatch(/undefined|NaN|\{\{/)
        }
      }),
      { numRuns: 15 },
    )
  })

  it.each([
    ['', 'line 1, column 1'],
    ['not json', 'line 1, column 1'],
    ['{"instrument": "intake@1",\n "partners": [', 'line 2, column'],
    ['{"instrument": "intake@1", "instrument": "intake@1", "partners": []}', 'line 1, column 28'],
    [
      '{"instrument":"intake@1","partners":[{"seat":"A","answers":{"power.self.1":1,"power.self.1":2}}]}',
      'once',
    ],
    ['{"instrument":"intake@1","partners":[]} {}', 'nothing after'],
    [`${'['.repeat(100_000)}`, 'nesting'],
    [
      '{"instrument":"intake@1","partners":[{"seat":"A","answers":{"__proto__":{"power.self.1":3}}}]}',
      '__proto__',
    ],
    [JSON.stringify({ instrument: 'intake@9', partners: [] }), 'instrument'],
    [JSON.stringify(sheets()), 'partners'],
    [JSON.stringify(sheets({ seat: 'A', answers: {} }, { seat: 'A', answers: {} })), 'partners.1.seat'],
    [JSON.stringify(sheets({ seat: 'A', answers: { 'power.self.7': 3 } })), 'power.self.7'],
    [JSON.stringify(sheets({ seat: 'A', answers: { 'power.self.1': 9 } })), '1 to 5'],
    [' '.repeat(LONGEST_FILE + 1), 'at most 1 MB'],
  ])('refuses bad input in one line that names the place (%#)', async (content, place) => {
    for (const options of [[], ['--json'], ['--html']]) {
      const { code, out, err } = await report(content, ...options)
      expect(code).toBe(1)
      expect(out).toBe('')
      expect(err.split('\n')).toHaveLength(1)
      expect(err.startsWith(`${file}: `)).toBe(true)
      expect(err).toContain(place)
    }
  })

  it('refuses every truncation of a good file', async () => {
    const whole = JSON.stringify(
      sheets({ seat: 'A', answers: { 'power.self.1': 3, 'meaning.words': 'a "b" \\ é' } }),
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async length => {
        const { code, err } = await report(whole.slice(0, length))
        expect(code).toBe(1)
        expect(err).toMatch(/line 1, column \d+: expected [^\n]+$/)
      }),
    )
  })

  it('repeats no answer in an error', async () => {
    const { err } = await report(
      sheets({ seat: 'A', answers: { 'power.self.1': 'I am afraid', 'I am afraid': 2 } }),
    )
    expect(err).not.toContain('afraid')
  })

  it('says where a file is missing, and keeps wrong usage apart', async () => {
    const err: string[] = []
    const io = { out: () => {}, err: (text: string) => err.push(text) }
    expect(await run([join(folder, 'none.json')], io)).toBe(1)
    expect(await run([folder], io)).toBe(1)
    expect(await run([], io)).toBe(2)
    expect(await run([file, file], io)).toBe(2)
    expect(await run([file, '--html', '--json'], io)).toBe(2)
    expect(await run([file, '--colour'], io)).toBe(2)
    expect(await run([file, '--language', 'de'], io)).toBe(2)
    expect(err).toHaveLength(7)
    expect(err.every(line => !line.includes('\n'))).toBe(true)
  })
})
