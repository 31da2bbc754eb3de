import { fromBase64Url, fromText, mustFromBase64Url, toBase64Url, toText } from '../core/journal/bytes.ts'
import { deviceStatement } from '../core/journal/certificate.ts'
import { type LinkKeys, linkLength } from '../core/journal/link.ts'
import type { Claim, ClaimReply, DoorReply, LinkState, ResumeReply } from '../core/protocol/seat-protocol.ts'
import { ask } from './ask.ts'
import { freshKey } from './fresh-key.ts'
import { KeptSeats, type SeatSecrets } from './kept-seat.ts'
import { linkKeysOf, linkTag, macOfClaim } from './link-keys.ts'
import type { OpenedSeat } from './opened-seat.ts'
import type { PartnerSeat, PartnerVault } from './partner-vault.types.ts'
import { Offline, OpenElsewhere, Refused, type World } from './ports.ts'

/** What comes after the first page; a page whose rest cannot be fetched is one without a network. */
const opening = async () => {
  try {
    return (await import('./seat-opening.ts')).seatOpening
  } catch {
    throw new Offline()
  }
}
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** A claim that may have reached the server: kept until its reply came, so that a retry is the same to the letter. */
interface PendingClaim {
  claim: Claim
  masterSeed: string
  deviceSeed: string
  ownKey: string
}

/** Opens partners' seats on this device. */
export const partnerSeat = (world: World): PartnerSeat => {
  const kept = new KeptSeats(world)

  const show = async (secrets: SeatSecrets, tag: string, hasPin: boolean): Promise<OpenedSeat> => {
    if (!(await world.holdAlone(`seat/${secrets.seat}`))) throw new OpenElsewhere()
    const { OpenedSeat } = await opening()
    return OpenedSeat.open(secrets, tag, hasPin, world, kept)
  }

  const pendingClaim = async (keys: LinkKeys): Promise<PendingClaim> => {
    const at = `c/${await linkTag(keys.door)}`
    const sealed = await world.store.get(at)
    const before = sealed && (await world.deviceLock.open(sealed))
    if (before) return JSON.parse(toText(before)) as PendingClaim
    const [master, device] = await Promise.all([freshKey(), freshKey()])
    const signature = await master.sign(deviceStatement(master.publicKey, device.publicKey))
    const claim = {
      token: toBase64Url(keys.claim),
      certificate: {
        master: toBase64Url(master.publicKey),
        device: toBase64Url(device.publicKey),
        signature: toBase64Url(signature),
      },
      own: toBase64Url(random(16)),
    }
    const pending: PendingClaim = {
      claim: { ...claim, mac: await macOfClaim(keys.mac, claim) },
      masterSeed: toBase64Url(master.seed),
      deviceSeed: toBase64Url(device.seed),
      ownKey: toBase64Url(random(32)),
    }
    await world.store.write([[at, await world.deviceLock.seal(fromText(JSON.stringify(pending)))]])
    return pending
  }

  const claim = async (keys: LinkKeys): Promise<PartnerVault> => {
    const tag = await linkTag(keys.door)
    const pending = await pendingClaim(keys)
    let reply: ClaimReply
    try {
      const asked = ask(world.transport, { method: 'POST', path: '/api/claim', json: pending.claim })
      // While the answer is on its way the library gets ready: its first use takes a slow phone as long as the network.
      const ready = opening().then(({ cryptography }) =>
        cryptography.publicKey(mustFromBase64Url(pending.deviceSeed)),
      )
      // Whether it came is seen where it is used.
      ready.catch(() => {})
      reply = (await asked).json as ClaimReply
    } catch (error) {
      // Another phone was faster: this claim will never be answered, and must not hide how the link stands.
      if (error instanceof Refused && error.code === 'link-spent')
        await world.store.write([[`c/${tag}`, undefined]])
      throw error
    }
    const { openWelcome } = await opening()
    const sealed = fromBase64Url(reply.welcome)
    const welcome = sealed && openWelcome(keys.welcome, reply.case, reply.seat, sealed)
    if (!welcome) throw new Refused(409, 'welcome-swapped')
    const secrets: SeatSecrets = {
      case: reply.case,
      seat: reply.seat,
      therapist: welcome.therapist,
      masterSeed: pending.masterSeed,
      journals: [
        ...welcome.journals,
        { journal: pending.claim.own, kind: 'own', of: reply.seat, epoch: 1, keys: { 1: pending.ownKey } },
      ],
      setting: welcome.setting,
      pinSalt: toBase64Url(keys.pin),
      deviceSeed: pending.deviceSeed,
      firstPin: null,
    }
    const shown = reply.journals.flatMap(({ journal, position, entries }) => {
      const bytes = fromBase64Url(entries)
      return bytes ? [{ journal, position, entries: bytes }] : []
    })
    const [vault] = await Promise.all([
      show(secrets, tag, false).then(async opened => {
        await opened.begin(shown, pending.claim.certificate.master)
        return opened
      }),
      kept.keep(secrets, tag, null, `c/${tag}`),
    ])
    return vault
  }

  return {
    readLink(fragment) {
      const bytes = fromBase64Url(fragment.replace(/^#/, '').trim())
      return bytes?.length === linkLength ? bytes : null
    },

    async standing(secret) {
      const { door } = await linkKeysOf(secret)
      const tag = await linkTag(door)
      const here = await kept.byTag(tag)
      if (here) return here.hasPin ? 'locked-here' : 'open-here'
      if (await world.store.get(`c/${tag}`)) return 'unclaimed'
      try {
        const reply = await ask(world.transport, {
          method: 'POST',
          path: '/api/link',
          json: { door: toBase64Url(door) },
        })
        return (reply.json as LinkState).claimed ? 'elsewhere' : 'unclaimed'
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return 'no-use'
        throw error
      }
    },

    async open(secret) {
      const keys = secret && (await linkKeysOf(secret))
      const here = keys
        ? await kept.byTag(await linkTag(keys.door))
        : (await kept.all()).find(one => !one.hasPin)
      if (!here && keys) return claim(keys)
      const secrets = here && !here.hasPin ? await kept.open(here, null) : null
      if (!here || !secrets) throw new Refused(401, 'locked')
      return show(secrets, here.tag, false)
    },

    async unlock(secret, pin) {
      const tag = secret && (await linkTag((await linkKeysOf(secret)).door))
      const here = tag ? await kept.byTag(tag) : (await kept.all()).find(one => one.hasPin)
      if (!here) return { left: 0 }
      const { slowKey } = await import('./slow-key.ts')
      const secrets = await kept.open(here, await slowKey(pin, mustFromBase64Url(here.salt)))
      if (!secrets) return { left: await kept.countWrong(here) }
      await kept.clearTries(here)
      return { vault: await show(secrets, here.tag, true) }
    },

    async resume(secret, pin) {
      const keys = await linkKeysOf(secret)
      const tag = await linkTag(keys.door)
      const door = toBase64Url(keys.door)
      const { derivePinKeys } = await import('./pin.ts')
      let left = 0
      const pinKeys = await derivePinKeys(pin, keys.pin, async blinded => {
        const reply = await ask(world.transport, {
          method: 'POST',
          path: '/api/door',
          json: { door, blinded: toBase64Url(blinded) },
        })
        const evaluated = reply.json as DoorReply
        left = evaluated.left
        return mustFromBase64Url(evaluated.evaluated)
      })
      let reply: ResumeReply
      try {
        const json = { door, proof: toBase64Url(pinKeys.resume) }
        reply = (await ask(world.transport, { method: 'POST', path: '/api/resume', json }))
          .json as ResumeReply
      } catch (error) {
        if (error instanceof Refused && error.code === 'wrong-pin') return { left }
        throw error
      }
      const { openSeatKeyring } = await opening()
      const content = await openSeatKeyring(pinKeys.wrap, reply.keyring.sealed)
      if (!content || content.seat !== reply.seat || content.case !== reply.case)
        throw new Refused(409, 'keyring-swapped')
      const secrets: SeatSecrets = { ...content, deviceSeed: toBase64Url(random(32)) }
      const { slowKey } = await import('./slow-key.ts')
      const salt = random(16)
      await kept.keep(secrets, tag, { key: await slowKey(pin, salt), salt })
      return { vault: await show(secrets, tag, true) }
    },

    async keptSeats() {
      return (await kept.all()).map(({ seat, hasPin }) => ({ seat, hasPin }))
    },
  }
}
