/**
 * Stands at the top of the page and runs before the rest of it has come: takes the link's secret out of the address,
 * asks for the words in the reader's language and for what comes after the first page, and asks the server how the link stands.
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
  // In the order in which they are needed; a server that knows the reader's language has named them already.
  const later = document.getElementById('later')?.textContent ?? '{}'
  const known = (JSON.parse(later) as Record<string, string[]>)[
    language ?? (navigator.language.startsWith('fr') ? 'fr' : 'en')
  ]
  for (const href of known ?? [])
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
}
