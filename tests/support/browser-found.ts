import { findBrowser, noBrowser } from '../../scripts/find-browser.mjs'

/** Before the journeys, where they are started by themselves: sees to a browser. Workers read its path from the environment. */
export default async function browserFound(): Promise<void> {
  if (process.env.CHROMIUM_PATH) return
  const path = await findBrowser()
  if (!path) throw new Error(noBrowser)
  process.env.CHROMIUM_PATH = path
}
