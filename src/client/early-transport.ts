import type { Transport } from '../vault/ports.ts'
import type { EarlyStanding } from './early-standing.ts'
import { httpTransport, readReply } from './http-transport.ts'

/** Sends requests; the first question how a link stands takes the answer to the same question asked early. */
export const earlyTransport = (standing: Promise<EarlyStanding | null> | null): Transport => {
  let waiting = standing
  return async request => {
    const asked = request.path === '/api/link' ? waiting : null
    if (asked) {
      waiting = null
      const early = await asked
      // Where it did not come through, it is asked again as ever.
      if (early && (request.json as { door: string }).door === early.door)
        try {
          return await readReply(early.reply)
        } catch {
          return httpTransport(request)
        }
    }
    return httpTransport(request)
  }
}
