/** Where a partner's page goes when it is left quickly: a site anybody may be looking at. */
export const NEUTRAL_SITE = 'https://www.wikipedia.org/'

/** Two Escapes within this time leave the page. */
const TWICE_WITHIN_MS = 1500

const wipes = new Set<() => void>()

/** Runs `wipe` when the page is left quickly, to forget what is in memory. Gives back how to take it off again. */
export function onQuickExit(wipe: () => void): () => void {
  wipes.add(wipe)
  return () => void wipes.delete(wipe)
}

/** Empties the page at once and puts a neutral site in its place, so that the back button does not lead here. */
export function leaveQuickly(): void {
  document.body.replaceChildren()
  for (const wipe of wipes) {
    try {
      wipe()
    } catch {
      // Leaving comes before everything else.
    }
  }
  location.replace(NEUTRAL_SITE)
}

/**
 * Leaves on two Escapes, hides the page while another is in front of it (phones keep a picture for their list of open
 * pages), and never shows a page that a browser kept from before.
 */
export function guardPage(): void {
  let before = Number.NEGATIVE_INFINITY
  addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape' || event.repeat) return
      if (event.timeStamp - before < TWICE_WITHIN_MS) leaveQuickly()
      before = event.timeStamp
    },
    { capture: true },
  )
  document.addEventListener('visibilitychange', () => {
    document.documentElement.classList.toggle('unseen', document.hidden)
  })
  addEventListener('pagehide', () => document.body.replaceChildren())
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}
