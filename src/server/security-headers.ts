const policy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What stands in a page itself, by the hashes of its scripts and styles: nothing that was put into it later runs. */
export interface InPage {
  scripts: string[]
  styles: string[]
}

const sources = (kinds: string[], hashes: string[]): string =>
  [...kinds, ...hashes.map(hash => `'sha256-${hash}'`)].join(' ')

/** What a page of this server may do. Only the therapist's page may compile WebAssembly: OPAQUE's client is that. */
export const pagePolicy = (audience: 'therapist' | 'partner', { scripts, styles }: InPage): string =>
  policy(
    sources(audience === 'therapist' ? ["'self'", "'wasm-unsafe-eval'"] : ["'self'"], scripts),
    sources(["'self'"], styles),
  )

/** What every reply says to the browser. */
export const securityHeaders = (https: boolean): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})
