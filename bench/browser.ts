import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import type { Bench } from './row.ts'

/** A Chromium as the journeys use it. @throws where there is none */
export const openBrowser = async (bench: Bench): Promise<Browser> => {
  const script = pathToFileURL(join(bench.root, 'scripts/find-browser.mjs')).href
  const { findBrowser, noBrowser } = (await import(/* @vite-ignore */ script)) as {
    findBrowser(): Promise<string | null>
    noBrowser: string
  }
  const executablePath = await findBrowser()
  if (!executablePath) throw new Error(noBrowser)
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: !isRoot,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking', '--disable-gpu'],
  })
  bench.ends.push(() => void browser.close().catch(() => {}))
  return browser
}
