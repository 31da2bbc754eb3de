/**
 * Stands at the top of the page and runs before the rest of it has come: takes the link's secret out of the address,
 * asks for the words in the reader's language, and asks the server how the link stands.
 */
import { askEarly, type EarlyStanding } from '../../client/early-standing.ts'

/** What the rest of the page finds when it comes. */
export interface Early {
  /** The address's fragment as it was; kept in memory alone. */
  fragment: string
  standing: Promise<EarlyStanding | null> | null
}
declare global {
  var early: Early | undefined
}
/** Where each language's words are; put here when it is built. */
declare const __WORDS__: Record<string, string>

const fragment = location.hash.slice(1)
if (fragment) history.replaceState(null, '', location.pathname)
// Another link pasted into the same tab opens from the start.
addEventListener('hashchange', () => {
  if (location.hash.length > 1) location.reload()
})

// A page that its worker kept was here before, and is here at once: it looks first at what is kept on the phone.
const isKept = Boolean(navigator.serviceWorker?.controller)
globalThis.early = { fragment, standing: fragment && !isKept ? askEarly(fragment) : null }

if (import.meta.env.PROD) {
  let language: string | null = null
  try {
    language = localStorage.getItem('language')
  } catch {
    // A browser that keeps nothing remembers no language either.
  }
  const words = __WORDS__[language ?? (navigator.language.startsWith('fr') ? 'fr' : 'en')]
  if (words)
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: words }))
}
