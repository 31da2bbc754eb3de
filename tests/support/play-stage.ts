import { type MemoryWorld, memoryWorld } from '../../src/cli/memory-world.ts'
import { makeInvitation, makeSetUpCode } from '../../src/records/invitations.ts'
import type { SeatSecrets } from '../../src/vault/kept-seat.ts'
import { partnerSeat } from '../../src/vault/partner-seat.ts'
import type { PartnerVault } from '../../src/vault/partner-vault.types.ts'
import type { ServerReply, ServerRequest, World } from '../../src/vault/ports.ts'
import { therapistAccount } from '../../src/vault/therapist-account.ts'
import type { AccountSecrets, TherapistKeyring } from '../../src/vault/therapist-keyring.ts'
import type { NewCaseInput, OpenCase, TherapistVault } from '../../src/vault/therapist-vault.types.ts'
import { type TestServer, startTestServer } from './test-server.ts'

/** The real server in this process, with every byte that came to it or went from it written down. */
export interface Stage {
  server: TestServer
  /** What went over the wire: lines and headers as text, bodies as they were. */
  wire: Uint8Array[]
  fetch(request: Request): Promise<Response>
  device(): MemoryWorld
}

const headLines = (first: string, headers: Headers): Uint8Array =>
  new TextEncoder().encode(`${first}\n${[...headers].map(([name, value]) => `${name}: ${value}`).join('\n')}`)

export const setStage = async (): Promise<Stage> => {
  const server = await startTestServer()
  const wire: Uint8Array[] = []
  const fetch = async (request: Request): Promise<Response> => {
    const body = new Uint8Array(await request.clone().arrayBuffer())
    wire.push(headLines(`${request.method} ${request.url}`, request.headers), body)
    const response = await server.fetch(request)
    const answer = new Uint8Array(await response.clone().arrayBuffer())
    wire.push(headLines(String(response.status), response.headers), answer)
    return response
  }
  return { server, wire, fetch, device: () => memoryWorld(fetch, () => server.clock.now) }
}

/** What a play says of words and names where it does not matter which. */
export const plainCase: NewCaseInput = {
  name: 'Harbour',
  people: ['Kim', 'Noor'],
  policy: 'discretion',
  jurisdiction: 'ca-bc',
  therapist: 'T. Lind',
}

export const passphrase = 'ochre-lantern-willow-harbour-quiet-seven'

/** A therapist with an account whose kit is confirmed, on a device of their own. */
export const playTherapist = async (
  stage: Stage,
  signInName: string,
  words = passphrase,
): Promise<{ vault: TherapistVault; world: MemoryWorld; recoveryCode: string; signInName: string }> => {
  const world = stage.device()
  const { records } = stage.server
  const setUpCode = (await makeSetUpCode(records)) ?? (await makeInvitation(records, 'a play'))
  const made = await therapistAccount(world).register({ setUpCode, signInName, passphrase: words })
  if (!(await made.vault.confirmKit(made.recoveryCode))) throw new Error('the kit was not confirmed')
  return { ...made, world, signInName }
}

/** The secret of a seat's link, as its holder has it. */
export const secretOf = (stage: Stage, made: OpenCase, seat: number): Uint8Array => {
  const fragment = (made.seats[seat]?.linkPath ?? '').split('#')[1] ?? ''
  const secret = partnerSeat(stage.device()).readLink(fragment)
  if (!secret) throw new Error('the seat has no link')
  return secret
}

/** Waits until a device has sent what it keeps: what it does next then does not race with what it did before. */
export const settle = async (vault: PartnerVault | OpenCase): Promise<void> => {
  const { set } = vault as unknown as { set: { allSent: boolean; sending: unknown } }
  for (let tries = 0; !set.allSent || set.sending || vault.sync !== 'sent'; tries++) {
    if (tries > 5000) throw new Error(`the device still says ${vault.sync}`)
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}

/** The partner of a seat, who has opened the link on a phone of their own and read what is there. */
export const playPartner = async (
  stage: Stage,
  made: OpenCase,
  seat: number,
): Promise<{ vault: PartnerVault; world: MemoryWorld; secret: Uint8Array }> => {
  const world = stage.device()
  const secret = secretOf(stage, made, seat)
  const vault = await partnerSeat(world).open(secret)
  await settle(vault)
  await vault.refresh()
  return { vault, world, secret }
}

/** What a therapist's open vault holds in memory and shows nobody. */
export const insideAccount = (vault: TherapistVault) =>
  vault as unknown as {
    secrets: AccountSecrets
    keyring: TherapistKeyring
    writer: { deviceSeed: Uint8Array }
  }

/** What a partner's open vault holds in memory and shows nobody. */
export const insideSeat = (vault: PartnerVault): SeatSecrets =>
  (vault as unknown as { secrets: SeatSecrets }).secrets

/** The same device facing an operator who answers as they please: `lie` gets each honest reply and gives another. */
export const lyingWorld = (
  world: MemoryWorld,
  lie: (request: ServerRequest, honest: () => Promise<ServerReply>) => Promise<ServerReply>,
): World => ({ ...world, transport: request => lie(request, () => world.transport(request)) })

/** A claim's reply that shows no entries beside the welcome, so that each journal is asked for. */
export const withoutEntries = (reply: ServerReply): ServerReply =>
  withJson(reply, { ...(reply.json as object), journals: [] })

/** A reply with another JSON body. */
export const withJson = (reply: ServerReply, json: unknown): ServerReply => ({
  ...reply,
  json,
  bytes: new TextEncoder().encode(JSON.stringify(json)),
})
