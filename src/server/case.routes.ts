import { NewCaseSchema, NewLinkSchema } from '../core/protocol/case-protocol.ts'
import { type Call, type Route, json, noBody, route } from '../platform/route.ts'
import { createCase } from '../records/cases.ts'
import type { Records } from '../records/records.ts'
import { readSeats, replaceLink, resetTries, revokeLink } from '../records/seats.ts'

const place = ({ path }: Call<unknown>): [string, string] => [path['case'] ?? '', path['seat'] ?? '']

/** Cases and their seats, for the therapist: the table in `core/protocol/case-protocol.ts`. */
export const caseRoutes: Route<Records>[] = [
  route({
    method: 'POST',
    path: '/api/cases',
    caller: 'account',
    body: json(NewCaseSchema, 131_072),
    answer: async (records, { caller, body }) => {
      await createCase(records, caller, body)
      return { status: 201, json: { case: body.case } }
    },
  }),
  route({
    method: 'GET',
    path: '/api/cases/:case/seats',
    caller: 'account',
    body: noBody,
    answer: async (records, call) => ({
      status: 200,
      json: await readSeats(records, call.caller, place(call)[0]),
    }),
  }),
  route({
    method: 'PUT',
    path: '/api/cases/:case/seats/:seat/link',
    caller: 'account',
    body: json(NewLinkSchema),
    answer: async (records, call) => {
      await replaceLink(records, call.caller, ...place(call), call.body)
      return { status: 204 }
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/cases/:case/seats/:seat/link',
    caller: 'account',
    body: noBody,
    answer: async (records, call) => {
      await revokeLink(records, call.caller, ...place(call))
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/api/cases/:case/seats/:seat/reset',
    caller: 'account',
    body: noBody,
    answer: async (records, call) => {
      await resetTries(records, call.caller, ...place(call))
      return { status: 204 }
    },
  }),
]
