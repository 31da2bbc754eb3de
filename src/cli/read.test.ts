import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import bundle from 'virtual:model/language'
import { answerLine } from './read-answer.ts'
import { readRoles } from './read-roles.ts'
import { splitLines } from './read-split-lines.ts'
import { run } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'session.txt')
const samples = join(import.meta.dirname, '../core/transcript/samples')

const read = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, { out: text => out.push(text), err: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const readText = (text: string, ...options: string[]) => {
  writeFileSync(file, text)
  return read(file, ...options)
}

const hour =
  'P1: We have not been intimate for months. I miss the sex.\n' +
  'T: What would you like to ask for?\n' +
  'P2: I promise I will be home by six on Friday.\n'

describe('groundwork read', () => {
  it('prints turns, findings and a summary, and nothing else', async () => {
    const { code, out } = await readText(hour, '--json', '--roles', 'P1=partner,P2=partner,T=therapist')
    const data = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(data)).toEqual(['turns', 'findings', 'summary'])
    expect(data.turns).toMatchObject([
      { speaker: 'P1', role: 'partner', text: expect.stringContaining('months') },
      { speaker: 'T', role: 'therapist' },
      { speaker: 'P2', role: 'partner' },
    ])
    expect(Object.keys(data.summary)).toEqual(['talk', 'therapist', 'byKind'])
    expect(Object.keys(data.summary.talk)).toEqual(['P1', 'T', 'P2'])
    expect(Object.values<number>(data.summary.talk).reduce((sum, share) => sum + share)).toBeCloseTo(1)
    expect(Object.keys(data.summary.therapist)).toEqual([
      'questions',
      'open',
      'reflections',
      'input',
      'sexBeforeFoundations',
    ])
    for (const { turn, start, end, quote } of data.findings)
      expect(data.turns[turn].text.slice(start, end)).toBe(quote)
  })

  it('finds every mention of intimacy and gives it a sense', async () => {
    const { out } = await readText(hour, '--json', '--roles', 'T=therapist')
    expect(JSON.parse(out).findings).toContainEqual(
      expect.objectContaining({ kind: 'intimacy', turn: 0, sense: expect.any(String) }),
    )
  })

  it('says when it guessed who is who, and what it did not read, by lines and not by words', async () => {
    const { code, err } = await read(join(samples, 'names.txt'))
    expect(code).toBe(0)
    expect(err).toContain('guessed')
    expect(err).toContain('2 pieces were not read as speech (lines 1, 2)')
    expect(err).not.toContain('evening')
    const told = await readText(hour, '--roles', 'T=therapist,P1=partner,P2=partner')
    expect(told.err).toBe('')
  })

  it('prints a page in either language that never calls silence safety', async () => {
    const english = await readText('Anna: Good morning.\nBen: Good morning.', '--language', 'en')
    expect(english.out).toContain('That is not safety.')
    const french = await read(join(samples, 'seance.txt'))
    expect(french.out).toContain('Qui a parlé')
    expect(french.out).toContain('plus récente')
    for (const { out } of [english, french]) expect(out).not.toMatch(/undefined|NaN|\u001b/)
  })

  it('writes no control character of a transcript to a terminal', async () => {
    const { out } = await readText('An\u001b[2Jna: We were intimate.\nAn\u001b[2Jna: \u001b]0;x\u0007Good.')
    expect(out).not.toMatch(/[\u001b\u0007]/)
  })

  it.each(['teams.docx', 'zoom.vtt', 'otter.srt', 'deepgram.json', 'whisper-cpp.json'])(
    'reads %s',
    async name => {
      const { code, out } = await read(join(samples, name), '--json')
      expect(code).toBe(0)
      expect(JSON.parse(out).turns.length).toBeGreaterThan(0)
    },
  )

  it.each([
    ['', 'somebody to speak'],
    ['{"segments": [{"text": "afraid of', 'JSON that is whole'],
    ['{"text": "a",\n"segments": [1 2]}', 'line 2: expected JSON'],
    ['%PDF-1.7', 'not a PDF'],
    ['\u0000\u0001\u0002'.repeat(100), 'no text'],
  ])('refuses bad input in one line that names the place (%#)', async (text, said) => {
    const { code, out, err } = await readText(text)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.split('\n')).toHaveLength(1)
    expect(err.startsWith(`${file}: `)).toBe(true)
    expect(err).toContain(said)
    expect(err).not.toContain('afraid')
  })

  it('refuses a role for somebody who does not speak, without repeating the name', async () => {
    const { code, err } = await readText(hour, '--roles', 'T=therapist,Zelda=partner')
    expect(code).toBe(1)
    expect(err).toBe(`${file}: roles 2: expected the name of somebody who speaks in this file`)
  })

  it('keeps wrong usage apart', async () => {
    writeFileSync(file, hour)
    for (const args of [
      [],
      [file, file],
      [file, '--json', '--text'],
      [file, '--language', 'de'],
      [file, '--roles', 'P1=boss'],
      [file, '--roles', 'P1'],
      [file, '--roles', 'P1=partner,P1=therapist'],
      [file, '--colour'],
      [file, '--jsonl'],
    ]) {
      const { code, out, err } = await read(...args)
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
      expect(err.split('\n')).toHaveLength(1)
    }
    expect((await read(join(folder, 'none.txt'))).code).toBe(1)
    expect((await read(folder)).code).toBe(1)
  })

  it('takes any name in --roles', () => {
    expect(readRoles('Anna K.=partner, a=b=therapist,=left-out,__proto__=partner')).toEqual(
      Object.fromEntries([
        ['Anna K.', { role: 'partner', name: 'Anna K.' }],
        ['a=b', { role: 'therapist', name: 'a=b' }],
        ['', { role: 'left-out', name: '' }],
        ['__proto__', { role: 'partner', name: '__proto__' }],
      ]),
    )
  })
})

describe('groundwork read --jsonl', () => {
  const answer = (value: unknown) => answerLine(JSON.stringify(value), bundle, undefined)

  it('answers a line with moves for the therapist and findings in place', () => {
    const text = 'We have not been intimate for months.'
    const answered = answer({
      id: 'a',
      turns: [
        { speaker: 'A', role: 'partner', text },
        { speaker: 'T', role: 'therapist', text: 'What would you like?' },
      ],
    })
    if (!answered.ok) throw new Error(answered.fault)
    const data = JSON.parse(answered.answer)
    expect(Object.keys(data)).toEqual(['id', 'turns', 'findings'])
    expect(data.turns).toHaveLength(2)
    expect(data.findings).toContainEqual(
      expect.objectContaining({ kind: 'intimacy', turn: 0, start: text.indexOf('intimate') }),
    )
  })

  it.each([
    ['not json', 'expected one JSON object'],
    ['[]', 'id'],
    ['{"id": 1, "turns": []}', 'id'],
    ['{"id": "a"}', 'turns'],
    [
      '{"id": "a", "turns": [{"speaker": "A", "role": "partner", "text": "x"}, {"text": "afraid"}]}',
      'turns.1',
    ],
    ['{"id": "a", "turns": [{"speaker": "A", "role": "boss", "text": "afraid"}]}', 'turns.0'],
  ])('says what is wrong with a line (%#)', (line, said) => {
    const answered = answerLine(line, bundle, undefined)
    expect(answered).toMatchObject({ ok: false, fault: expect.stringContaining(said) })
    expect(JSON.stringify(answered)).not.toContain('afraid')
  })

  it('splits lines at line feeds alone, wherever the chunks end', async () => {
    const text = '{"a":"é\u2028b"}\r\n\n{"c":1}\n{"d":"😀"}'
    const bytes = new TextEncoder().encode(text)
    for (const size of [1, 2, 3, 7, 100]) {
      const chunks = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const lines: string[] = []
      for await (const line of splitLines(chunks())) lines.push(line)
      expect(lines).toEqual(['{"a":"é\u2028b"}', '', '{"c":1}', '{"d":"😀"}'])
    }
  })
})
