import { framesType } from '../core/journal/frames-type.ts'
import { Offline, type ServerReply, type Transport } from '../vault/ports.ts'

/** How long an answer may take before the network counts as down, in milliseconds. */
const patienceMs = 30_000

/** What a reply says. @throws Offline where it is not this server's own. */
export const readReply = async (response: Response): Promise<ServerReply> => {
  // Anything that is not ours (a proxy's page, a hotel's sign-in) is no answer from the server.
  const type = response.headers.get('content-type') ?? ''
  const isJson = /^application\/(problem\+)?json/.test(type)
  if (response.status >= 500 || (response.status !== 204 && !isJson && !type.startsWith(framesType)))
    throw new Offline()
  const received = new Uint8Array(await response.arrayBuffer())
  return {
    status: response.status,
    json: isJson && received.length > 0 ? (JSON.parse(new TextDecoder().decode(received)) as unknown) : null,
    bytes: received,
    position: Number(response.headers.get('x-groundwork-position') ?? 0),
  }
}

/** Sends requests to the server that the page came from. */
export const httpTransport: Transport = async ({ method, path, json, bytes, seat }) => {
  const headers: Record<string, string> = {}
  if (seat) headers['x-groundwork-seat'] = seat
  if (bytes) headers['content-type'] = framesType
  else if (json !== undefined) headers['content-type'] = 'application/json'
  const body = bytes ? new Uint8Array(bytes) : json === undefined ? null : JSON.stringify(json)
  try {
    const response = await fetch(path, {
      method,
      headers,
      body,
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    })
    return await readReply(response)
  } catch {
    throw new Offline()
  }
}
