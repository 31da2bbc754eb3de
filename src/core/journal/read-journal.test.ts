import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, flipBit, playedJournal, PlayedDevice } from '../../../tests/support/play-journal.ts'
import { cryptography } from '../../vault/cryptography.ts'
import { mustFromBase64Url, toBase64Url } from './bytes.ts'
import { certifyDevice } from './certificate.ts'
import { type Entry, stubOf } from './entry.ts'
import { frontier, type JournalReading, readJournal } from './read-journal.ts'

const read = (entries: (Entry | Uint8Array)[], seen: string[] = []): Promise<JournalReading> =>
  readJournal(
    cryptography,
    { ...playedJournal, seen },
    entries.map(entry => (entry instanceof Uint8Array ? entry : entry.bytes)),
  )
const bodies = (reading: JournalReading) => reading.entries.map(({ body }) => body)
const codes = (reading: JournalReading) => reading.faults.map(({ code }) => code)
const name = (entry: Entry) => toBase64Url(entry.hash)

const chain = (count: number, device = new PlayedDevice(1, 1)) =>
  Array.from({ length: count }, (_, i) => device.write(i))

describe('a journal that nobody touched', () => {
  test('two devices of one person are two chains and no fork, and are vouched for by one master key', async () => {
    const [phone, tablet] = [new PlayedDevice(1, 1), new PlayedDevice(1, 2)]
    const first = phone.write('phone')
    const second = tablet.write('tablet', [first.hash])
    const reading = await read([second, first])
    expect(reading.faults).toEqual([])
    expect(bodies(reading)).toEqual(['phone', 'tablet'])
    expect(reading.entries[0]?.master).toEqual(reading.entries[1]?.master)
  })

  test('the frontier is what nobody has followed, the own chain left out', async () => {
    const [a, b] = [new PlayedDevice(1, 1), new PlayedDevice(2, 2)]
    const one = a.write('one')
    const two = b.write('two', [one.hash])
    const three = a.write('three')
    const { placed } = await read([one, two, three])
    expect(frontier(placed, toBase64Url(b.device))).toEqual([name(three)])
    expect(frontier(placed, toBase64Url(a.device))).toEqual([name(two)])
  })
})

describe('what an operator can do to bytes is named, and what is left out stays out', () => {
  test('an entry dropped at the start, in the middle, at the end', async () => {
    const [zero, one, two, three] = chain(4) as [Entry, Entry, Entry, Entry]
    const headless = await read([one, two])
    expect(headless.entries).toEqual([])
    expect(codes(headless)).toEqual(expect.arrayContaining(['gap', 'unknown-device']))
    expect(codes(await read([zero, two, three]))).toContain('gap')
    // The end alone cannot be missed, unless somebody has seen it: an earlier reading, a checkpoint, another writer.
    expect(codes(await read([zero, one]))).toEqual([])
    expect(await read([zero, one], [name(two)])).toMatchObject({
      faults: [{ code: 'gap', entry: name(two) }],
    })
    const witness = new PlayedDevice(2, 9).write('seen', [three.hash])
    expect(await read([zero, one, two, witness])).toMatchObject({
      faults: [{ code: 'gap', entry: name(three) }],
    })
  })

  test('with an entry dropped between, a correction still does not come before what it corrects', async () => {
    // Hashes are random: that it holds by chance twenty times over is one in a million.
    for (let i = 0; i < 20; i++) {
      const [zero, one, , three] = chain(4) as [Entry, Entry, Entry, Entry]
      expect(bodies(await read([three, zero, one]))).toEqual([0, 1, 3])
    }
  })

  test('a device that makes causes run in a circle takes nobody else out of view', async () => {
    const [liar, honest] = [new PlayedDevice(1, 1), new PlayedDevice(2, 2)]
    const first = liar.write('first')
    const later = liar.write('later', [], { sequence: 7, previous: bytesOf(70) })
    const answer = honest.write('an answer', [later.hash])
    const earlier = liar.write('earlier', [answer.hash], { sequence: 5, previous: bytesOf(71) })
    const entries = [first, later, answer, earlier]
    const reading = await read(entries)
    expect(bodies(reading).sort()).toEqual(['an answer', 'earlier', 'first', 'later'])
    expect(bodies(await read(entries.reverse()))).toEqual(bodies(reading))
    expect(codes(reading)).toEqual(['gap', 'gap'])
  })

  test('entries swapped in order or shown twice are read as if they were not', async () => {
    const entries = chain(4)
    const straight = await read(entries)
    const twisted = await read([...entries].reverse().concat(entries))
    expect(twisted).toEqual(straight)
    expect(bodies(twisted)).toEqual([0, 1, 2, 3])
  })

  test('an entry of another journal or another case', async () => {
    const device = new PlayedDevice(1, 1)
    for (const change of [{ journal: bytesOf(50, 16) }, { case: bytesOf(51, 16) }]) {
      const reading = await read([device.write('elsewhere', [], change)])
      expect(bodies(reading)).toEqual([])
      expect(codes(reading)).toEqual(['wrong-place'])
    }
  })

  test('an entry re-attributed to another device', async () => {
    const [mine, theirs] = [new PlayedDevice(1, 1), new PlayedDevice(2, 2)]
    const bytes = mine.write('said by one').bytes.slice()
    bytes.set(theirs.device, 38)
    expect(await read([bytes])).toMatchObject({ entries: [], faults: [{ code: 'forged' }] })
    // The certificate of another member put over one's own device does not hold either.
    const other = certifyDevice(cryptography, theirs.masterSeed, theirs.device)
    const dressed = mine.write('in borrowed clothes', [], { sequence: 0, certificate: other })
    expect(await read([dressed])).toMatchObject({ entries: [], faults: [{ code: 'forged' }] })
  })

  test('a device that writes two entries at one place', async () => {
    const device = new PlayedDevice(1, 1)
    const first = device.write('first')
    const one = device.write('told to one')
    const other = device.write('told to another', [], { sequence: 1, previous: first.hash })
    expect(codes(await read([first, one, other]))).toEqual(['fork'])
    const bent = device.write('bent', [], { sequence: 2, previous: bytesOf(77) })
    expect(codes(await read([first, one, bent]))).toEqual(['fork'])
  })

  test('an entry under an epoch that this reader holds no key of, or under a wrong key', async () => {
    const device = new PlayedDevice(1, 1)
    expect(codes(await read([device.write('later', [], { epoch: 3 })]))).toEqual(['altered'])
  })

  test('an entry that goes back to a retired epoch', async () => {
    const device = new PlayedDevice(1, 1)
    const [old, young] = [device.write('old'), device.write('young', [], { epoch: 2 })]
    expect((await read([old, young])).faults).toEqual([])
    const late = device.write('late')
    const reading = await read([old, young, late])
    expect(bodies(reading)).toEqual(['old', 'young'])
    expect(reading.faults).toEqual([{ code: 'wrong-place', entry: name(late) }])
  })

  test('bytes that are none', async () => {
    expect(await read([cryptography.random(900)])).toEqual({
      entries: [],
      placed: [],
      faults: [{ code: 'not-an-entry', entry: null }],
    })
  })

  test('a sound entry shown with a broken signature beside it is read; the broken one is named', async () => {
    const entry = new PlayedDevice(1, 1).write('sound')
    const broken = flipBit(entry.bytes, entry.bytes.length * 8 - 1)
    expect(await read([broken, entry])).toMatchObject({
      entries: [{ body: 'sound' }],
      faults: [{ code: 'forged', entry: name(entry) }],
    })
  })

  test('what was verified once is not taken as verified under another signature', async () => {
    const entry = new PlayedDevice(1, 1).write('once')
    const verified = new Set<string>()
    await readJournal(cryptography, playedJournal, [entry.bytes], verified)
    const broken = flipBit(entry.bytes, entry.bytes.length * 8 - 1)
    const reading = await readJournal(cryptography, playedJournal, [broken], verified)
    expect(codes(reading)).toEqual(['forged'])
  })
})

/** A random history of up to four devices, each of which has seen some of what stands before it; some devices fork. */
interface Step {
  device: number
  sees: number[]
  forks: boolean
}
const historySteps = fc.array(
  fc.record({
    device: fc.integer({ min: 0, max: 3 }),
    sees: fc.array(fc.nat(30), { maxLength: 3 }),
    forks: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
  }),
  { minLength: 1, maxLength: 14 },
)
const playHistory = (steps: Step[]): Entry[] => {
  const devices = [
    new PlayedDevice(1, 1),
    new PlayedDevice(1, 2),
    new PlayedDevice(2, 3),
    new PlayedDevice(3, 4),
  ]
  const written: Entry[] = []
  for (const [i, { device, sees, forks }] of steps.entries()) {
    const writer = devices[device] as PlayedDevice
    const heads = [...new Set(sees)].flatMap(back => written[back]?.hash ?? [])
    const at = forks && writer.last ? { sequence: writer.last.sequence, previous: writer.last.previous } : {}
    written.push(writer.write(i, heads, at))
  }
  return written
}
const sorted = (reading: JournalReading) => ({
  entries: reading.entries.map(({ hash, body, master }) => ({ hash, body, master })),
  faults: reading.faults.map(fault => JSON.stringify(fault)).sort(),
})

test('any history reads the same in any order and with any repeats', async () => {
  await fc.assert(
    fc.asyncProperty(historySteps, fc.infiniteStream(fc.nat()), async (steps, draws) => {
      const written = playHistory(steps)
      const shuffled = [...written, ...written.slice(0, 3)]
        .map(entry => ({ entry, at: draws.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ entry }) => entry)
      expect(sorted(await read(shuffled))).toEqual(sorted(await read(written)))
    }),
    { numRuns: 40 },
  )
})

test('no entry of any history comes before one that its writer had seen', async () => {
  await fc.assert(
    fc.asyncProperty(historySteps, async steps => {
      const { entries } = await read(playHistory(steps).reverse())
      const at = new Map(entries.map(({ hash }, i) => [hash, i]))
      for (const [i, { heads, previous }] of entries.entries())
        for (const cause of [...heads, previous]) expect(at.get(cause) ?? -1).toBeLessThan(i)
    }),
    { numRuns: 30 },
  )
})

test('a bit turned anywhere in any history never says something else, and never goes unnamed', async () => {
  await fc.assert(
    fc.asyncProperty(historySteps, fc.nat(), fc.nat(), async (steps, which, where) => {
      const written = playHistory(steps)
      const victim = written[which % written.length] as Entry
      const turned = flipBit(victim.bytes, where % (victim.bytes.length * 8))
      const honest = await read(written)
      const reading = await read(written.map(entry => (entry === victim ? turned : entry.bytes)))
      const said = new Map(honest.entries.map(({ hash, body }) => [hash, body]))
      for (const { hash, body } of reading.entries) expect(said.get(hash)).toEqual(body)
      expect(reading.entries.some(({ hash }) => hash === name(victim))).toBe(false)
      const named = ['not-an-entry', 'wrong-place', 'forged']
      expect(codes(reading).some(code => named.includes(code))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('any entries left out that another has followed are named', async () => {
  await fc.assert(
    fc.asyncProperty(historySteps, fc.nat(), async (steps, which) => {
      const written = playHistory(steps.map(step => ({ ...step, forks: false })))
      const victim = written[which % written.length] as Entry
      const { entries, faults } = await read(written.filter(entry => entry !== victim))
      const followed = entries.some(({ heads }) => heads.includes(name(victim)))
      if (followed) expect(faults).toContainEqual({ code: 'gap', entry: name(victim) })
    }),
    { numRuns: 40 },
  )
})

/** Erases entries as the vault does: with what their writers had seen, for the order of the rest. */
const erasing = (by: PlayedDevice, targets: Entry[], history: JournalReading): Entry => {
  const heads = history.placed.filter(({ hash }) => targets.some(target => name(target) === hash))
  const body = { kind: 'erased', at: '', heads: Object.fromEntries(heads.map(one => [one.hash, one.heads])) }
  return by.write(body, frontier(history.placed, toBase64Url(by.device)).map(mustFromBase64Url), {
    type: 'erase',
    erases: targets.map(({ hash }) => hash),
  })
}
const stub = (entry: Entry) => stubOf(entry)

describe('what is erased', () => {
  test('by its author, on whichever of their devices, or by the journal’s leader: not read, shown whole or not', async () => {
    const [phone, tablet, leader] = [new PlayedDevice(1, 1), new PlayedDevice(1, 2), new PlayedDevice(9, 9)]
    const [zero, one, two] = [phone.write('zero'), phone.write('one'), phone.write('two')] as const
    const known = await read([zero, one, two])
    const byAuthor = erasing(tablet, [one], known)
    const byLeader = erasing(leader, [zero], known)
    const led = { ...playedJournal, leader: cryptography.publicKey(leader.masterSeed) }
    for (const shown of [
      [zero.bytes, one.bytes, two.bytes],
      [stub(zero), stub(one), two.bytes],
      [zero.bytes, stub(zero), stub(one), two.bytes],
    ]) {
      const reading = await readJournal(cryptography, led, [...shown, byAuthor.bytes, byLeader.bytes])
      expect(reading.faults).toEqual([])
      expect(bodies(reading).filter(body => typeof body === 'string')).toEqual(['two'])
    }
  })

  test('a stub that nobody entitled has erased is named: without an erasing, by another member, by a leader of elsewhere', async () => {
    const [mine, theirs] = [new PlayedDevice(1, 1), new PlayedDevice(2, 2)]
    const [zero, one] = [mine.write('zero'), mine.write('one')]
    const known = await read([zero, one])
    const meddling = erasing(theirs, [one], known)
    for (const others of [[], [meddling.bytes]]) {
      const reading = await read([zero.bytes, stub(one), ...others])
      expect(reading.faults).toEqual([{ code: 'emptied', entry: name(one) }])
      expect(bodies(reading)).toContain('zero')
    }
    // What they may not erase is read as if they had never tried.
    expect(bodies(await read([zero, one, meddling]))).toEqual(expect.arrayContaining(['zero', 'one']))
  })

  test('what erases is not erased, and a stub of it is named', async () => {
    const device = new PlayedDevice(1, 1)
    const zero = device.write('zero')
    const first = erasing(device, [zero], await read([zero]))
    const second = erasing(device, [first], await read([zero, first]))
    expect((await read([stub(zero), first, second])).faults).toEqual([])
    expect(codes(await read([stub(zero), stub(first), second]))).toEqual(['emptied'])
  })

  test('a bit turned in a stub never goes unnamed', async () => {
    const device = new PlayedDevice(1, 1)
    const [zero, one] = [device.write('zero'), device.write('one')]
    const erased = erasing(device, [zero], await read([zero, one]))
    for (let bit = 0; bit < stub(zero).length * 8; bit += 7) {
      const reading = await read([flipBit(stub(zero), bit), one.bytes, erased.bytes])
      expect([bit, reading.faults.length > 0]).toEqual([bit, true])
    }
  })

  test('the rest of any history keeps its order, whoever has only the stubs', async () => {
    await fc.assert(
      fc.asyncProperty(historySteps, fc.array(fc.nat(), { maxLength: 4 }), async (steps, which) => {
        const written = playHistory(steps.map(step => ({ ...step, forks: false })))
        const targets = [...new Set(which.map(n => written[n % written.length] as Entry))]
        if (targets.length === 0) return
        const leader = new PlayedDevice(9, 9)
        const led = { ...playedJournal, leader: cryptography.publicKey(leader.masterSeed) }
        const before = await read(written)
        const erased = erasing(leader, targets, before)
        const left = written.filter(entry => !targets.includes(entry))
        const shows = [
          [...written, erased].map(({ bytes }) => bytes),
          [...targets.map(stub), ...left.map(({ bytes }) => bytes), erased.bytes],
        ]
        const gone = new Set(targets.map(name))
        for (const shown of shows) {
          const reading = await readJournal(cryptography, led, shown)
          expect(reading.faults).toEqual([])
          expect(reading.entries.map(({ hash }) => hash)).toEqual([
            ...before.entries.map(({ hash }) => hash).filter(hash => !gone.has(hash)),
            name(erased),
          ])
        }
      }),
      { numRuns: 30 },
    )
  })
})

test('gone on from an earlier reading, any history reads as if it were read at once', async () => {
  await fc.assert(
    fc.asyncProperty(historySteps, fc.nat(), async (steps, cut) => {
      const written = playHistory(steps.map(step => ({ ...step, forks: false })))
      const early = written.slice(0, cut % (written.length + 1))
      const { placed, faults } = await read(early)
      expect(faults).toEqual([])
      const late = written.slice(early.length).map(({ bytes }) => bytes)
      const gone = await readJournal(cryptography, { ...playedJournal, base: placed }, late)
      expect(sorted(gone)).toEqual(sorted(await read(written)))
    }),
    { numRuns: 40 },
  )
})
