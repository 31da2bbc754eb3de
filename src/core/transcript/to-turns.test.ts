import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'
import { suggestRoles } from './suggest-roles.ts'
import { type SpeakerRoles, toTurns, unsettledSpeakers } from './to-turns.ts'
import type { Transcript } from './transcript.ts'

const sample = (name: string): Transcript => {
  const read = readTranscript(readFileSync(join(import.meta.dirname, 'samples', name)))
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}
const text = (words: string): Transcript => {
  const read = readTranscript(new TextEncoder().encode(words))
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}
const roles: SpeakerRoles = {
  Robin: { role: 'therapist', name: 'Robin' },
  Anna: { role: 'partner', name: 'A' },
  Ben: { role: 'partner', name: 'B' },
}

describe('toTurns', () => {
  it('puts the words of one person together and names them as the case does', () => {
    const turns = toTurns(text('Anna: One.\nAnna: Two.\nRobin: Three?\nBen: Four.'), roles)
    expect(turns.map(({ speaker, role, text }) => [speaker, role, text])).toEqual([
      ['A', 'partner', 'One. Two.'],
      ['Robin', 'therapist', 'Three?'],
      ['B', 'partner', 'Four.'],
    ])
    expect(turns[0]).toMatchObject({ from: 0, to: 2 })
  })

  it('makes one person of two names that a recogniser gave', () => {
    const turns = toTurns(text('Anna: One.\nAnna 2: Two.\nBen: Three.'), {
      ...roles,
      'Anna 2': { role: 'partner', name: 'A' },
    })
    expect(turns.map(({ text }) => text)).toEqual(['One. Two.', 'Three.'])
  })

  it('leaves out only who is left out, and parts the words around them', () => {
    const turns = toTurns(text('Anna: One.\nRadio: News.\nAnna: Two.'), {
      ...roles,
      Radio: { role: 'left-out', name: 'Radio' },
    })
    expect(turns.map(({ text }) => text)).toEqual(['One.', 'Two.'])
  })

  it('reads whoever nobody has settled as a partner, and names them as unsettled', () => {
    const transcript = text('Anna: One.\nConstructor: Two.\nConstructor: Three.')
    expect(toTurns(transcript, roles).map(({ speaker }) => speaker)).toEqual(['A', 'Constructor'])
    expect(unsettledSpeakers(transcript, roles)).toEqual(['Constructor'])
  })
})

describe('suggestRoles', () => {
  const therapists = (transcript: Transcript) =>
    Object.entries(suggestRoles(transcript)).filter(([, { role }]) => role === 'therapist')

  it('guesses the therapist by name or title, and says why', () => {
    expect(therapists(sample('seance.txt'))).toEqual([
      ['Thérapeute', { role: 'therapist', name: 'Thérapeute', guess: true, because: 'name' }],
    ])
    expect(therapists(text('T: Hello.\nP1: Hello.\nP2: Hello.')).map(([name]) => name)).toEqual(['T'])
  })

  it('guesses by who asks and reflects', () => {
    expect(therapists(sample('names.txt'))).toMatchObject([['Robin', { because: 'asks', guess: true }]])
  })

  it('guesses nobody where nothing tells them apart', () => {
    expect(therapists(text('Anna: Yes, of course.\nBen: No, never mind.'))).toEqual([])
    expect(therapists(text('We talked, and then we stopped talking for a while.'))).toEqual([])
  })

  it('has an answer for every speaker, whatever their name', () => {
    const transcript = text('Constructor: One.\nConstructor: Two.\n__proto__: Three.\n__proto__: Four.')
    const suggested = suggestRoles(transcript)
    expect(Object.keys(suggested)).toEqual(transcript.speakers)
    expect(unsettledSpeakers(transcript, suggested)).toEqual([])
  })
})
