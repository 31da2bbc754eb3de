import { isIP } from 'node:net'
import { Refusal } from '../platform/refusal.ts'

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an address's host names this computer itself. */
export const isLoopback = (hostname: string): boolean =>
  loopbackHosts.has(hostname) || hostname === '::1' || /^127\.\d+\.\d+\.\d+$/.test(hostname)

const hostnameOf = (host: string): string => {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return ''
  }
}

/**
 * Sees that the request was meant for this server (a name that somebody else's page has pointed here is refused) and
 * that nothing is changed on the word of another site's page. Programs that are no browser send neither header.
 * @param hosts host names beside this computer's own. @throws Refusal `wrong-host`, `other-site`
 */
export const checkOrigin = (request: Request, hosts: string[]): void => {
  const host = request.headers.get('host') ?? new URL(request.url).host
  const hostname = hostnameOf(host)
  // A number is nobody's name: only names can be pointed here by somebody else.
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  if (!isNumber && hostname !== 'localhost' && !hosts.includes(hostname))
    throw new Refusal(421, 'wrong-host', 'This server does not answer under this name.')
  if (request.method === 'GET' || request.method === 'HEAD') return
  const refuse = () => new Refusal(403, 'other-site', 'This came from another site.')
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw refuse()
  const origin = request.headers.get('origin')
  if (site === null && origin !== null && origin !== `http://${host}` && origin !== `https://${host}`)
    throw refuse()
}
