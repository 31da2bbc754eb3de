import {
  ChallengeSchema,
  ClaimSchema,
  DeviceSignInSchema,
  DoorSchema,
  LinkQuerySchema,
  PinEvaluationSchema,
  ResumeSchema,
  SeatKeyringSchema,
} from '../../core/protocol/seat-protocol.ts'
import { type Route, json, route } from '../../platform/route.ts'
import { claimLink } from '../../records/claims.ts'
import { challengeDevice, signInDevice } from '../../records/device-sign-in.ts'
import { readLinkStanding } from '../../records/link-standing.ts'
import { replaceSeatKeyring } from '../../records/keyrings.ts'
import { evaluateSeatPin, knockAtDoor, resumeSeat } from '../../records/pin.ts'
import type { Records } from '../../records/records.ts'

/** What a partner's phone asks beside the journals: the table in `core/protocol/seat-protocol.ts`. */
export const seatRoutes: Route<Records>[] = [
  route({
    method: 'POST',
    path: '/api/link',
    caller: 'nobody',
    body: json(LinkQuerySchema),
    door: 'claim',
    answer: async (records, { body }) => ({ status: 200, json: await readLinkStanding(records, body) }),
  }),
  route({
    method: 'POST',
    path: '/api/claim',
    caller: 'nobody',
    body: json(ClaimSchema),
    door: 'claim',
    answer: async (records, { body }) => {
      const { reply, cookie } = await claimLink(records, body)
      return { status: 200, json: reply, ...(cookie && { cookie }) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/seat/pin',
    caller: 'seat',
    body: json(PinEvaluationSchema),
    answer: async (records, { caller, body }) => ({
      status: 200,
      json: await evaluateSeatPin(records, caller, body),
    }),
  }),
  route({
    method: 'PUT',
    path: '/api/seat/keyring',
    caller: 'seat',
    body: json(SeatKeyringSchema, 98_304),
    answer: async (records, { caller, body }) => {
      await replaceSeatKeyring(records, caller, body)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/api/door',
    caller: 'nobody',
    body: json(DoorSchema),
    door: 'door',
    answer: async (records, { body }) => ({ status: 200, json: await knockAtDoor(records, body) }),
  }),
  route({
    method: 'POST',
    path: '/api/resume',
    caller: 'nobody',
    body: json(ResumeSchema),
    door: 'door',
    answer: async (records, { body }) => {
      const { reply, cookie } = await resumeSeat(records, body)
      return { status: 200, json: reply, cookie }
    },
  }),
  route({
    method: 'POST',
    path: '/api/seat/challenge',
    caller: 'nobody',
    body: json(ChallengeSchema),
    door: 'door',
    answer: async (records, { body }) => ({
      status: 200,
      json: { challenge: challengeDevice(records, body) },
    }),
  }),
  route({
    method: 'POST',
    path: '/api/seat/sign-in',
    caller: 'nobody',
    body: json(DeviceSignInSchema),
    door: 'door',
    answer: async (records, { body }) => ({
      status: 200,
      json: { seat: body.seat },
      cookie: await signInDevice(records, body),
    }),
  }),
]
