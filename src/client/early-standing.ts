/** What was asked of the server while the rest of the page was still on its way. */
export interface EarlyStanding {
  /** The link's `door` key as base64url: which link was asked about. */
  door: string
  reply: Response
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/**
 * Asks how a link stands with the browser's own HKDF alone, so that the answer and the page come side by side. The same
 * question as the vault's (`core/journal/link.ts`); null where the fragment is no link or the browser cannot ask.
 */
export const askEarly = async (fragment: string): Promise<EarlyStanding | null> => {
  try {
    const secret = Uint8Array.from(atob(fragment.replaceAll('-', '+').replaceAll('_', '/')), letter =>
      letter.charCodeAt(0),
    )
    if (secret.length !== 16) return null
    const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
    const info = new TextEncoder().encode('groundwork/link/door/1')
    const bits = await crypto.subtle.deriveBits(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
      key,
      256,
    )
    const door = toBase64Url(new Uint8Array(bits))
    const reply = await fetch('/api/link', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ door }),
      cache: 'no-store',
      signal: AbortSignal.timeout(30_000),
    })
    return { door, reply }
  } catch {
    return null
  }
}
