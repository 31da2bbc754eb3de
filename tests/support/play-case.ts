import { mustFromBase64Url } from '../../src/core/journal/bytes.ts'
import { deriveLinkKeys } from '../../src/core/journal/link.ts'
import { cryptography } from '../../src/vault/cryptography.ts'
import { canonicalRecoveryCode } from '../../src/vault/lockbox.ts'
import { partnerSeat } from '../../src/vault/partner-seat.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import { type Mark, textMark } from './play-search.ts'
import { playMarkedSession } from './play-session.ts'
import { insideAccount, insideSeat, playPartner, playTherapist, type Stage, secretOf } from './play-stage.ts'

const at = '2026-11-23T09:00:00.000Z'
const mark = (name: string): string => `canary ${name} ${Buffer.from(cryptography.random(6)).toString('hex')}`
const pins = ['493817', '806253'] as const

/**
 * A whole case with a mark in every place where somebody can write, played by the real vaults against the real server:
 * from the account to the recovery kit, by way of consent, answers, the safety screen, a PIN, another phone, a release,
 * a new link and a leaving. Gives everything that nobody but its readers may find, and the phones it was played on.
 */
export const playMarkedCase = async (stage: Stage) => {
  const words: Record<string, string> = {}
  const write = (name: string): string => {
    words[name] = mark(name)
    return words[name]
  }
  const bytes: Record<string, Uint8Array> = {}
  const signInName = mark('sign-in name')
  const passphrase = mark('passphrase')
  const nextPassphrase = mark('next passphrase')

  const therapist = await playTherapist(stage, signInName, passphrase)
  const made = await therapist.vault.createCase({
    name: write('case name'),
    people: [write('first label'), write('second label')],
    policy: 'discretion',
    jurisdiction: write('jurisdiction'),
    therapist: write('therapist label'),
  })
  const unusedLink = secretOf(stage, made, 1)
  await made.newLink(made.seats[1]?.seat ?? '')
  const [kim, noor] = [await playPartner(stage, made, 0), await playPartner(stage, made, 1)]
  for (const { vault } of [kim, noor]) {
    await vault.append('private', {
      kind: 'consent',
      at,
      version: write(`consent version ${vault.seat}`),
      text: Buffer.from(cryptography.random(32)).toString('base64url'),
      setting: vault.state.settingHash ?? '',
      language: 'fr',
      ofAge: true,
    })
    for (const [which, value] of [4, write(`own words ${vault.seat}`), null].entries()) {
      const item = write(`item id ${which} ${vault.seat}`)
      await vault.append('private', { kind: 'answer', at, instrument: 'intake@1', item, value })
    }
    const note = vault.seat
    await vault.append('own', { kind: 'own-note', at, note, words: write(`own note ${vault.seat}`) })
    await vault.dropSafety({
      [write(`safety question ${vault.seat}`)]: write(`safety answer ${vault.seat}`),
      'safety.words': write(`safety words ${vault.seat}`),
      'safety.none': null,
    })
    await vault.append('private', { kind: 'finished', at, instrument: 'intake@1' })
    await vault.refresh()
  }
  await made.refresh()

  const seat = kim.vault.seat
  await made.append('record', { kind: 'met-alone', at, seat, met: true })
  const circumstances = 'translated'
  await made.append('record', {
    kind: 'sheet-confirmed',
    at,
    seat,
    circumstances,
    words: write('who was nearby'),
  })
  await made.append('record', { kind: 'sexual-map-opened', at, open: true, words: write('reason') })
  await made.append('record', { kind: 'order-chosen', at, elements: ['power', 'values'] })
  await made.append('record', {
    kind: 'blueprint-kept',
    at,
    elements: [{ element: 'power', scores: [{ seat, score: 41.25 }] }],
  })
  await made.append('notes', { kind: 'note', at, note: made.id, words: write('process note') })
  for (const { drop } of made.state.safety) await made.append('safety', { kind: 'safety-opened', at, drop })
  await playMarkedSession(made, seat, write)
  await made.append('shared', { kind: 'joint-opened', at, open: true })
  await made.refresh()
  await kim.vault.refresh()
  await kim.vault.append('shared', {
    kind: 'release',
    at,
    elements: { communication: 62.5 },
    meaning: write('released meaning'),
  })

  await kim.vault.setPin(pins[0])
  await noor.vault.setPin(pins[1])
  const tablet = stage.device()
  const resumed = await partnerSeat(tablet).resume(kim.secret, pins[0])
  if (!('vault' in resumed)) throw new Error('the right PIN was refused')
  await resumed.vault.refresh()
  await resumed.vault.append('own', {
    kind: 'own-note',
    at,
    note: noor.vault.seat,
    words: write('own note on the tablet'),
  })
  await resumed.vault.refresh()

  const secrets = { ...insideAccount(therapist.vault).secrets }
  const { keyring, writer } = insideAccount(therapist.vault)
  const partners = { kim: insideSeat(kim.vault), noor: insideSeat(noor.vault) }
  bytes['account master seed'] = mustFromBase64Url(secrets.masterSeed)
  bytes['therapist device seed'] = writer.deviceSeed
  for (const { journals } of keyring.cases)
    for (const { kind, of, keys } of journals)
      for (const [epoch, key] of Object.entries(keys))
        bytes[`key ${epoch} of ${kind} ${of ?? ''}`] = mustFromBase64Url(key)
  for (const [who, inside] of Object.entries(partners)) {
    bytes[`${who} master seed`] = mustFromBase64Url(inside.masterSeed)
    bytes[`${who} device seed`] = mustFromBase64Url(inside.deviceSeed)
    for (const { kind, keys } of inside.journals)
      bytes[`key of ${kind} as ${who} holds it`] = mustFromBase64Url(keys[1] ?? '')
  }
  bytes['tablet device seed'] = mustFromBase64Url(insideSeat(resumed.vault).deviceSeed)
  for (const [who, secret] of Object.entries({ kim: kim.secret, noor: noor.secret, unused: unusedLink })) {
    bytes[`${who} link secret`] = secret
    const { welcome, mac, pin } = deriveLinkKeys(cryptography, secret)
    Object.assign(bytes, {
      [`${who} link welcome`]: welcome,
      [`${who} link mac`]: mac,
      [`${who} link pin`]: pin,
    })
  }

  await noor.vault.leave()
  await made.refresh()
  await made.append('record', { kind: 'case-archived', at, archived: true })
  await made.refresh()
  await therapist.vault.signOut()
  await therapistAccount(stage.device()).recover({
    signInName,
    recoveryCode: therapist.recoveryCode,
    passphrase: nextPassphrase,
  })
  const there = await therapistAccount(stage.device()).signIn({ signInName, passphrase: nextPassphrase })
  const [line] = await there.cases()

  const marks: Mark[] = [
    ...Object.entries({
      ...words,
      passphrase,
      nextPassphrase,
      identity: secrets.identity,
      'recovery code': therapist.recoveryCode,
      'recovery code, canonical': canonicalRecoveryCode(therapist.recoveryCode),
      'a PIN': pins[0],
      'another PIN': pins[1],
      // Not who wrote what, but that there is such a thing: kinds, policies, elements, scores.
      'a kind of entry': '"kind":"',
      'the policy': 'discretion',
      'a kind of safety entry': 'safety-answers',
      circumstances,
      'an element': 'communication',
      'a score': '"score":62.5',
      'the age of consent': 'ofAge',
    }).map(([name, text]) => textMark(name, text)),
    ...Object.entries(bytes).map(([name, value]): Mark => ({ name, bytes: value })),
  ]
  const reopen = () => there.openCase(made.id)
  return { marks, words, signInName, reopen, state: line?.state, kim, noor, tablet, therapist }
}
