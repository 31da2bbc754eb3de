import { afterEach, expect, test, vi } from 'vitest'
import { toBase64Url } from '../core/journal/bytes.ts'
import { deriveLinkKeys } from '../core/journal/link.ts'
import { cryptography } from '../vault/cryptography.ts'
import { askEarly } from './early-standing.ts'
import { earlyTransport } from './early-transport.ts'

const asked: string[] = []
const serve = (answer: () => Response) =>
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    asked.push((JSON.parse(body) as { door: string }).door)
    return answer()
  })
const unclaimed = () => Response.json({ claimed: false })
afterEach(() => {
  vi.unstubAllGlobals()
  asked.length = 0
})
const link = cryptography.random(16)
const door = toBase64Url(deriveLinkKeys(cryptography, link).door)
const question = (about: string) => ({ method: 'POST' as const, path: '/api/link', json: { door: about } })

test('the early question names the link as the vault does, and its answer is the vault’s', async () => {
  serve(unclaimed)
  const transport = earlyTransport(askEarly(toBase64Url(link)))
  expect((await transport(question(door))).json).toEqual({ claimed: false })
  expect(asked).toEqual([door])
  // Asked once more it is asked anew: how a link stands changes.
  await transport(question(door))
  expect(asked).toEqual([door, door])
})

test('an early answer about another link, or one that never came, is not taken', async () => {
  serve(unclaimed)
  const other = toBase64Url(cryptography.random(32))
  await earlyTransport(askEarly(toBase64Url(link)))(question(other))
  expect(asked).toEqual([door, other])
  let first = true
  serve(() => {
    if (!first) return unclaimed()
    first = false
    throw new TypeError('no network')
  })
  expect((await earlyTransport(askEarly(toBase64Url(link)))(question(door))).status).toBe(200)
})

test('what is no link asks nothing', async () => {
  serve(unclaimed)
  for (const fragment of ['', 'abc', '%%%', 'A'.repeat(40)]) expect(await askEarly(fragment)).toBeNull()
  expect(asked).toEqual([])
})
