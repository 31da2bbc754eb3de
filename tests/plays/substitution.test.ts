import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { concat, fromText, mustFromBase64Url, toBase64Url } from '../../src/core/journal/bytes.ts'
import { certifyDevice } from '../../src/core/journal/certificate.ts'
import { writeEntry } from '../../src/core/journal/entry.ts'
import { claimMac } from '../../src/core/journal/link.ts'
import type { Account, Keyring } from '../../src/core/protocol/account-protocol.ts'
import type { SeatState } from '../../src/core/protocol/case-protocol.ts'
import type { Claim } from '../../src/core/protocol/seat-protocol.ts'
import { evaluatePin } from '../../src/platform/oprf.ts'
import { sealToRecipient } from '../../src/vault/age-box.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import { partnerSeat } from '../../src/vault/partner-seat.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import { sealKeyring } from '../../src/vault/therapist-keyring.ts'
import type { OpenCase } from '../../src/vault/therapist-vault.types.ts'
import { sealWelcome } from '../../src/vault/welcome.ts'
import {
  insideAccount,
  insideSeat,
  lyingWorld,
  passphrase,
  plainCase,
  playPartner,
  playTherapist,
  secretOf,
  setStage,
  settle,
  type Stage,
  withJson,
  withoutEntries,
} from '../support/play-stage.ts'

const at = '2026-11-23T09:00:00.000Z'
let stage: Stage
let therapist: Awaited<ReturnType<typeof playTherapist>>
let other: Awaited<ReturnType<typeof playTherapist>>
let made: OpenCase
beforeAll(async () => {
  stage = await setStage()
  therapist = await playTherapist(stage, 'Practice on the hill')
  other = await playTherapist(stage, 'Practice by the lake', 'another-long-passphrase-of-six-words')
}, 60_000)
afterAll(() => stage.server.remove())
beforeEach(async () => {
  made = await therapist.vault.createCase(plainCase)
})

const database = () => stage.server.records.database
const codesOf = (open: { faults: { code: string }[] }) => open.faults.map(({ code }) => code)
const accountRow = (name: string) =>
  database().selectFrom('accounts').selectAll().where('sign_in_name', '=', name).executeTakeFirstOrThrow()
const refusal = (code: string) => expect.objectContaining({ name: 'Refused', code })

/** An operator's own keys, made for the play. */
const operator = () => {
  const masterSeed = cryptography.random(32)
  const deviceSeed = cryptography.random(32)
  const device = cryptography.publicKey(deviceSeed)
  const certificate = certifyDevice(cryptography, masterSeed, device)
  const text = {
    master: toBase64Url(certificate.master),
    device: toBase64Url(device),
    signature: toBase64Url(certificate.signature),
  }
  return { masterSeed, deviceSeed, device, certificate, text }
}

describe('a seat’s keys', () => {
  const rewriteClaim = async (seat: string, change: (claim: Claim) => Claim): Promise<void> => {
    const row = await database()
      .selectFrom('seats')
      .select('claim')
      .where('seat_id', '=', seat)
      .executeTakeFirstOrThrow()
    const claim = change(JSON.parse(row.claim ?? '') as Claim)
    await database()
      .updateTable('seats')
      .set({ claim: JSON.stringify(claim), master_key: claim.certificate.master })
      .where('seat_id', '=', seat)
      .execute()
  }
  const mine = operator().text
  test.each<[string, (claim: Claim) => Claim]>([
    ['the master key and the device key', claim => ({ ...claim, certificate: mine })],
    [
      'all keys, with a code under a key of the operator’s own',
      claim => {
        const forged = { ...claim, certificate: mine }
        return { ...forged, mac: toBase64Url(claimMac(cryptography, cryptography.random(32), forged)) }
      },
    ],
    [
      'the device key alone',
      claim => ({ ...claim, certificate: { ...claim.certificate, device: mine.device } }),
    ],
    ['the id of the journal to oneself', claim => ({ ...claim, own: toBase64Url(cryptography.random(16)) })],
    ['something that is no key at all', claim => ({ ...claim, certificate: { ...mine, master: '!' } })],
  ])('%s in the claim are refused, and named', async (_, change) => {
    const kim = await playPartner(stage, made, 0)
    await rewriteClaim(kim.vault.seat, change)
    await made.refresh()
    expect(codesOf(made)).toEqual(['swapped-key'])
    expect(made.seats[0]).toMatchObject({ claimHolds: false, words: null })
    const rosters = JSON.stringify(made.entries.filter(({ body }) => body.kind === 'roster'))
    expect(rosters).not.toContain(mine.master)
  })

  test('another seat’s true claim shown for this one is refused, and named', async () => {
    const noor = await playPartner(stage, made, 1)
    const lying = lyingWorld(therapist.world, async (request, honest) => {
      const reply = await honest()
      if (!/\/seats$/.test(request.path) || request.method !== 'GET') return reply
      const states = reply.json as SeatState[]
      const claim = states.find(({ seat }) => seat === noor.vault.seat)?.claim ?? null
      return withJson(
        reply,
        states.map(state => ({ ...state, link: 'claimed', claim })),
      )
    })
    const there = await therapistAccount(lying).signIn({ signInName: therapist.signInName, passphrase })
    const open = await there.openCase(made.id)
    expect(open.seats.map(({ seat, claimHolds }) => [seat === noor.vault.seat, claimHolds])).toEqual([
      [false, false],
      [true, true],
    ])
    expect(codesOf(open)).toEqual(['swapped-key'])
  })

  test('a roster that another partner forges gives nobody a name', async () => {
    const [kim, noor] = [await playPartner(stage, made, 0), await playPartner(stage, made, 1)]
    await made.refresh()
    await settle(made)
    await noor.vault.refresh()
    const forger = operator()
    // The other partner holds the shared key and has an operator who takes whatever they are given.
    await noor.vault.append('shared', {
      kind: 'roster',
      at,
      members: [{ member: kim.vault.seat, master: forger.text.master }],
      revoked: [],
    })
    await settle(noor.vault)
    const shared = insideSeat(noor.vault).journals.find(({ kind }) => kind === 'shared')
    if (!shared) throw new Error('there is no shared journal')
    const entry = writeEntry(
      cryptography,
      {
        type: 'entry',
        case: mustFromBase64Url(made.id),
        journal: mustFromBase64Url(shared.journal),
        epoch: 1,
        device: forger.device,
        sequence: 0,
        previous: new Uint8Array(32),
        certificate: forger.certificate,
        erases: [],
      },
      { heads: [], body: { kind: 'release', at, elements: {}, meaning: 'words put into a mouth' } },
      mustFromBase64Url(shared.keys[1] ?? ''),
      forger.deviceSeed,
    )
    await plant(made.id, shared.journal, entry.bytes, toBase64Url(entry.hash))
    await made.refresh()
    await kim.vault.refresh()
    for (const view of [made, kim.vault]) {
      expect(view.state.releases).toEqual({})
      expect(view.faults).toEqual([])
    }
  })

  test('a roster that is shown once more, or left out after it was seen, changes nobody’s name unnoticed', async () => {
    const kim = await playPartner(stage, made, 0)
    await made.refresh()
    await settle(made)
    // What somebody writes names what they had seen: from then on that cannot be left out.
    await kim.vault.refresh()
    await kim.vault.append('shared', { kind: 'release', at, elements: {}, meaning: 'my own words' })
    await settle(kim.vault)
    const noor = await playPartner(stage, made, 1)
    expect(noor.vault.state.releases[kim.vault.seat]?.meaning).toBe('my own words')
    const shared = insideSeat(noor.vault).journals.find(({ kind }) => kind === 'shared')?.journal ?? ''
    const rows = await entriesOf(shared)
    // The first roster, in which nobody had claimed a seat, once more at the end.
    const first = rows[0]
    if (!first) throw new Error('the journal is empty')
    const answer = async (positions: number[]) => {
      const world = stage.device()
      const lying = lyingWorld(world, async (request, honest) => {
        const reply = await honest()
        if (request.path === '/api/claim') return withoutEntries(reply)
        if (!request.path.includes(`${shared}/entries?after=0`)) return reply
        const shown = positions.map(i => rows[i]?.bytes ?? new Uint8Array())
        const bytes = concat(...shown.map(one => concat(lengthOf(one), one)))
        return { ...reply, bytes, position: Math.max(shown.length, 3) }
      })
      const secret = await freshLink(made.seats[1]?.seat ?? '')
      const vault = await partnerSeat(lying).open(secret)
      await settle(vault)
      await vault.refresh()
      return vault
    }
    const replayed = await answer([...rows.keys(), 0])
    expect(replayed.state.releases[kim.vault.seat]?.meaning).toBe('my own words')
    expect(replayed.faults).toEqual([])
    // Without the roster that names the seat, its words are nobody's; that there was an entry before is named.
    const without = await answer([...rows.keys()].filter(i => i !== 1))
    expect(without.state.releases).toEqual({})
    expect(codesOf(without)).toContain('gap')
  })
})

const lengthOf = (bytes: Uint8Array) => {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return length
}
const entriesOf = (journal: string) =>
  database().selectFrom('entries').selectAll().where('journal_id', '=', journal).orderBy('position').execute()
const plant = async (caseId: string, journal: string, bytes: Uint8Array, hash: string): Promise<void> => {
  const position = (await entriesOf(journal)).length + 1
  const key = { case_id: caseId, journal_id: journal }
  await database()
    .insertInto('entries')
    .values({ ...key, position, hash, device: 'planted', sequence: 0, bytes })
    .execute()
  await database().updateTable('journals').set({ position }).where('journal_id', '=', journal).execute()
}
const freshLink = async (seat: string): Promise<Uint8Array> => {
  await made.newLink(seat)
  await settle(made)
  return secretOf(stage, made, 1)
}

describe('a welcome', () => {
  const swapWelcome = (seat: string, welcome: string) =>
    database().updateTable('seats').set({ welcome }).where('seat_id', '=', seat).execute()
  test('another seat’s, and one of the operator’s own making, are refused, and named', async () => {
    const [one, two] = made.seats
    if (!one || !two) throw new Error('a case of two')
    const secret = secretOf(stage, made, 0)
    const theirs = await database()
      .selectFrom('seats')
      .select('welcome')
      .where('seat_id', '=', two.seat)
      .executeTakeFirstOrThrow()
    const own = operator()
    const identity = await generateHybridIdentity()
    const forged = sealWelcome(cryptography.random(32), made.id, one.seat, {
      therapist: { master: own.text.master, recipient: await identityToRecipient(identity) },
      journals: [],
      setting: '',
    })
    for (const welcome of [theirs.welcome, toBase64Url(forged)]) {
      await swapWelcome(one.seat, welcome)
      const link = partnerSeat(stage.device())
      await expect(link.open(secret)).rejects.toEqual(refusal('welcome-swapped'))
      // Whoever claimed stays who claimed: the play goes on with a link that is open again.
      await database().updateTable('seats').set({ claim: null }).where('seat_id', '=', one.seat).execute()
    }
  })
})

describe('a therapist’s account', () => {
  const facing = async (change: (account: Account) => Account) => {
    const lying = lyingWorld(stage.device(), async (request, honest) => {
      const reply = await honest()
      return request.path === '/api/sign-in/finish' ? withJson(reply, change(reply.json as Account)) : reply
    })
    return therapistAccount(lying).signIn({ signInName: therapist.signInName, passphrase })
  }

  test('another recipient or master key, that partners would be told to trust', async () => {
    const recipient = await identityToRecipient(await generateHybridIdentity())
    await expect(facing(account => ({ ...account, recipient }))).rejects.toEqual(refusal('account-swapped'))
    const { masterKey } = await accountRow(other.signInName).then(row => ({ masterKey: row.master_key }))
    await expect(facing(account => ({ ...account, masterKey }))).rejects.toEqual(refusal('account-swapped'))
    const classical = await identityToRecipient(await generateX25519Identity())
    await expect(facing(account => ({ ...account, recipient: classical }))).rejects.toEqual(
      refusal('account-swapped'),
    )
  })
  test('a whole other account behind one’s own name', async () => {
    const theirs = await accountRow(other.signInName)
    await expect(
      facing(account => ({ ...account, recipient: theirs.recipient, masterKey: theirs.master_key })),
    ).rejects.toEqual(refusal('account-swapped'))
  })
  test('another lockbox, by passphrase and by recovery code', async () => {
    const theirs = await accountRow(other.signInName)
    await expect(facing(account => ({ ...account, lockbox: theirs.lockbox }))).rejects.toEqual(
      refusal('lockbox-swapped'),
    )
    const lying = lyingWorld(stage.device(), async (request, honest) => {
      const reply = await honest()
      const account = { ...(reply.json as Account), recoveryLockbox: theirs.recovery_lockbox }
      return request.path === '/api/recover' ? withJson(reply, account) : reply
    })
    const { signInName, recoveryCode } = therapist
    await expect(therapistAccount(lying).recover({ signInName, recoveryCode, passphrase })).rejects.toEqual(
      refusal('lockbox-swapped'),
    )
  })
})

describe('a keyring', () => {
  const facing = (keyring: () => Promise<Keyring>, world = stage.device()) => {
    const lying = lyingWorld(world, async (request, honest) => {
      const reply = await honest()
      return request.path === '/api/keyring' && request.method === 'GET'
        ? withJson(reply, await keyring())
        : reply
    })
    return therapistAccount(lying).signIn({ signInName: therapist.signInName, passphrase })
  }
  const sealedNow = async () => {
    const row = await accountRow(therapist.signInName)
    return { version: row.keyring_version, sealed: row.keyring }
  }
  const inside = () => insideAccount(therapist.vault)
  const recipientOf = () => identityToRecipient(inside().secrets.identity)

  test.each<[string, () => Promise<Keyring>]>([
    [
      'another account’s',
      async () => {
        const row = await accountRow(other.signInName)
        return { version: row.keyring_version, sealed: row.keyring }
      },
    ],
    [
      'one that the operator sealed to the public recipient, signed by a key of their own',
      async () => {
        const forged = { ...inside().keyring, cases: [] }
        const secrets = { ...inside().secrets, masterSeed: toBase64Url(cryptography.random(32)) }
        return { version: forged.version, sealed: await sealKeyring(forged, secrets, await recipientOf()) }
      },
    ],
    [
      'noise that the operator sealed to the public recipient',
      async () => ({
        version: 1,
        sealed: toBase64Url(await sealToRecipient(await recipientOf(), fromText('no keyring'))),
      }),
    ],
    [
      'words of the right form that nobody signed',
      async () => ({
        version: 1,
        sealed: toBase64Url(
          await sealToRecipient(await recipientOf(), fromText('{"text":"{}","signature":null}')),
        ),
      }),
    ],
    [
      'bytes that are no age file',
      async () => ({ version: 1, sealed: toBase64Url(cryptography.random(500)) }),
    ],
    ['text that is not even bytes', async () => ({ version: 1, sealed: '%%%' })],
    [
      'an older one under a newer number',
      async () => ({ version: (await sealedNow()).version + 1, sealed: (await sealedNow()).sealed }),
    ],
  ])('%s is refused, and named', async (_, keyring) => {
    await expect(facing(keyring)).rejects.toEqual(refusal('keyring-swapped'))
  })

  test('an older one is refused within a session', async () => {
    const before = await sealedNow()
    const world = stage.device()
    let shown: Keyring | null = null
    const lying = lyingWorld(world, async (request, honest) => {
      const reply = await honest()
      return shown && request.path === '/api/keyring' ? withJson(reply, shown) : reply
    })
    const vault = await therapistAccount(lying).signIn({ signInName: therapist.signInName, passphrase })
    const made2 = await vault.createCase(plainCase)
    await settle(made2)
    shown = before
    await expect(vault.cases()).rejects.toEqual(refusal('keyring-rolled-back'))
  })

  test('an older one at sign-in takes no key away from a device that knows better, and is named', async () => {
    const before = await sealedNow()
    const world = stage.device()
    const account = therapistAccount(world)
    const vault = await account.signIn({ signInName: therapist.signInName, passphrase })
    const fresh = await vault.createCase({ ...plainCase, name: 'Made after the backup' })
    await settle(fresh)
    const again = await facing(async () => before, world)
    const line = await again.openCase(fresh.id)
    expect(line.state.name).toBe('Made after the backup')
    expect(line.faults).toContainEqual({ code: 'rolled-back', journal: 'keyring', entry: null })
    // What the device keeps is still the newer one: offline it opens the case as before.
    world.offline = true
    const offline = await account.signIn({ signInName: therapist.signInName, passphrase })
    expect((await offline.openCase(fresh.id)).state.name).toBe('Made after the backup')
    world.offline = false
    const honest = await account.signIn({ signInName: therapist.signInName, passphrase })
    expect((await honest.openCase(fresh.id)).faults).toEqual([])
  })
})

describe('the setting that a consent was given for', () => {
  test('a later one that the link did not speak of is named on the partner’s phone', async () => {
    const kim = await playPartner(stage, made, 0)
    const setting = kim.vault.state.setting
    if (!setting) throw new Error('there is no setting')
    expect(kim.vault.faults).toEqual([])
    await made.append(
      'private',
      { kind: 'setting', at, setting: { ...setting, policy: 'kept' } },
      kim.vault.seat,
    )
    await settle(made)
    await kim.vault.refresh()
    expect(kim.vault.faults).toMatchObject([{ code: 'altered', journal: 'setting' }])
  })
  test('another case’s setting in its place is named', async () => {
    const kim = await playPartner(stage, made, 0)
    const elsewhere = await therapist.vault.createCase({ ...plainCase, policy: 'kept' })
    await settle(elsewhere)
    const journalOf = (id: string, seat: string) =>
      insideAccount(therapist.vault)
        .keyring.cases.find(one => one.case === id)
        ?.journals.find(({ kind, of }) => kind === 'private' && of === seat)?.journal ?? ''
    const theirs = await entriesOf(journalOf(elsewhere.id, elsewhere.seats[0]?.seat ?? ''))
    const mine = journalOf(made.id, kim.vault.seat)
    await plant(made.id, mine, theirs[1]?.bytes ?? new Uint8Array(), theirs[1]?.hash ?? '')
    await kim.vault.refresh()
    expect(codesOf(kim.vault)).toEqual(['wrong-place'])
    expect(kim.vault.state.setting?.policy).toBe('discretion')
  })
})

describe('what a PIN opens', () => {
  const pin = '493817'
  test('an answer under another key opens nothing; one that is no answer is named', async () => {
    const kim = await playPartner(stage, made, 0)
    await kim.vault.setPin(pin)
    const withAnswer = (answer: (blinded: string) => string) =>
      lyingWorld(stage.device(), async (request, honest) => {
        const reply = await honest()
        if (request.path !== '/api/door') return reply
        const { blinded } = request.json as { blinded: string }
        return withJson(reply, { evaluated: answer(blinded), left: 9 })
      })
    const own = cryptography.random(32)
    const elsewhere = withAnswer(blinded =>
      toBase64Url(evaluatePin(own, kim.vault.seat, 1, mustFromBase64Url(blinded))),
    )
    expect(await partnerSeat(elsewhere).resume(kim.secret, pin)).toEqual({ left: 9 })
    for (const bytes of [new Uint8Array(32), new Uint8Array(32).fill(255)]) {
      const nonsense = withAnswer(() => toBase64Url(bytes))
      await expect(partnerSeat(nonsense).resume(kim.secret, pin)).rejects.toEqual(
        refusal('pin-answer-swapped'),
      )
    }
    expect('vault' in (await partnerSeat(stage.device()).resume(kim.secret, pin))).toBe(true)
  })
  test('another seat’s keyring, or a changed one, is refused, and named', async () => {
    const [kim, noor] = [await playPartner(stage, made, 0), await playPartner(stage, made, 1)]
    await kim.vault.setPin(pin)
    await noor.vault.setPin(pin)
    const row = await database()
      .selectFrom('seats')
      .select('keyring')
      .where('seat_id', '=', noor.vault.seat)
      .executeTakeFirstOrThrow()
    await database()
      .updateTable('seats')
      .set({ keyring: row.keyring })
      .where('seat_id', '=', kim.vault.seat)
      .execute()
    const resuming = partnerSeat(stage.device()).resume(kim.secret, pin)
    await expect(resuming).rejects.toEqual(refusal('keyring-swapped'))
  })
  test('the operator cannot sign a device in that the seat’s own key did not certify', async () => {
    const kim = await playPartner(stage, made, 0)
    const { text, deviceSeed } = operator()
    const ask = (path: string, json: unknown) => stage.device().transport({ method: 'POST', path, json })
    const { challenge } = (await ask('/api/seat/challenge', { seat: kim.vault.seat, device: text.device }))
      .json as { challenge: string }
    const message = concat(fromText('groundwork/sign-in/1\n'), mustFromBase64Url(challenge))
    const signature = toBase64Url(cryptography.sign(deviceSeed, message))
    const reply = await ask('/api/seat/sign-in', {
      seat: kim.vault.seat,
      certificate: text,
      challenge,
      signature,
    })
    expect(reply).toMatchObject({ status: 403, json: { code: 'sign-in-refused' } })
  })
})

describe('what is sealed to the therapist', () => {
  test('a classical recipient is refused, alone or as part of a longer text', async () => {
    const classical = await identityToRecipient(await generateX25519Identity())
    const hybrid = await identityToRecipient(await generateHybridIdentity())
    for (const recipient of [classical, `${classical}\n${hybrid}`, `${hybrid}\n${classical}`, '', 'age1pq1'])
      await expect(sealToRecipient(recipient, fromText('words'))).rejects.toThrow()
  })
  test('every file has one recipient, and it is hybrid', async () => {
    const hybrid = await identityToRecipient(await generateHybridIdentity())
    const file = Buffer.from(await sealToRecipient(hybrid, fromText('words'))).toString('latin1')
    const stanzas = file.split('\n').filter(line => line.startsWith('-> '))
    expect(stanzas.map(line => line.split(' ')[1])).toEqual(['mlkem768x25519'])
  })
  test('a drop of another form stays unopened, and is not moved again and again', async () => {
    const kim = await playPartner(stage, made, 0)
    const { recipient } = insideSeat(kim.vault).therapist
    const dropOf = async (value: unknown) => {
      const text = fromText(JSON.stringify(value))
      const plaintext = new Uint8Array(8192)
      plaintext.set(lengthOf(text))
      plaintext.set(text, 4)
      return toBase64Url(await sealToRecipient(recipient, plaintext))
    }
    for (const value of [{ fear: 7 }, ['often'], 'often', null, { fear: { deep: 'often' } }])
      await kim.vault.append('private', { kind: 'drop', at, box: await dropOf(value) })
    await settle(kim.vault)
    for (let i = 0; i < 3; i++) await made.refresh()
    await settle(made)
    expect(made.state.safety.map(({ answers }) => answers)).toEqual([null, null, null, null, null])
    const safety = insideAccount(therapist.vault)
      .keyring.cases.find(one => one.case === made.id)
      ?.journals.find(({ kind }) => kind === 'safety')?.journal
    expect(await entriesOf(safety ?? '')).toHaveLength(1)
  })
})
