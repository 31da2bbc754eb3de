import { longestEntry } from '../core/journal/entry.ts'
import { decodeFrames, encodeFrames, framesType } from '../core/journal/frames.ts'
import { BadInput, Refusal } from '../platform/refusal.ts'
import { type Route, noBody, route } from '../platform/route.ts'
import { appendEntries } from '../records/append-entries.ts'
import { readEntries, readHeads } from '../records/journals.ts'
import type { Records } from '../records/records.ts'

/** The most bytes of frames in one append: 32 of the longest entries. A longer outbox sends several. */
const longestAppend = 32 * (4 + longestEntry)

/** The most entries in one append, however short: each has signatures to verify. */
const mostEntries = 256

const readAfter = (text: string | undefined): number => {
  if (text === undefined) return 0
  if (!/^\d{1,9}$/.test(text)) throw new BadInput('bad-input', 'The place to read after is not a number.')
  return Number(text)
}

/** The one way for all clinical data: sealed entries in, sealed entries out. */
export const journalRoutes: Route<Records>[] = [
  route({
    method: 'GET',
    path: '/api/cases/:case/heads',
    caller: 'reader',
    body: noBody,
    answer: async (records, { caller, path }) => ({
      status: 200,
      json: await readHeads(records, caller, path['case'] ?? ''),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:case/journals/:journal/entries',
    caller: 'reader',
    body: noBody,
    answer: async (records, { caller, path, query }) => {
      const { entries, position } = await readEntries(
        records,
        caller,
        path['case'] ?? '',
        path['journal'] ?? '',
        readAfter(query['after']),
      )
      return {
        status: 200,
        bytes: encodeFrames(entries),
        headers: { 'content-type': framesType, 'x-groundwork-position': String(position) },
      }
    },
  }),
  route<Records, Uint8Array>({
    method: 'POST',
    path: '/api/cases/:case/journals/:journal/entries',
    caller: 'reader',
    body: { kind: 'bytes', type: framesType, limit: longestAppend },
    answer: async (records, { caller, path, body }) => {
      const frames = decodeFrames(body)
      if (!frames.ok) throw new BadInput('not-frames', 'The body ends inside an entry, or has one too long.')
      if (frames.value.length > mostEntries)
        throw new Refusal(413, 'too-large', 'These are more entries than the server takes at once.')
      const position = await appendEntries(
        records,
        caller,
        path['case'] ?? '',
        path['journal'] ?? '',
        frames.value,
      )
      return { status: 200, json: { position } }
    },
  }),
]
