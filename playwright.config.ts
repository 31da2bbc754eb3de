import { defineConfig } from '@playwright/test'
import type { JourneyOptions } from './tests/support/journey.ts'
import { allPlays, pairedPlays, playName, viewports } from './tests/support/plays.ts'

const nightly = process.env.GROUNDWORK_NIGHTLY === '1'

/** Journeys in a real browser against the built server. Each play is a project: `--project=phone-touch-en-light`. */
export default defineConfig<JourneyOptions>({
  testDir: 'tests/journeys',
  testMatch: '*.spec.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  globalSetup: './tests/support/browser-found.ts',
  use: {
    browserName: 'chromium',
    // A trace takes about as long as the journey itself: asked for where something has to be found out.
    trace: process.env.GROUNDWORK_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-gpu',
        '--disable-quic',
        // A page held ready for a window that never comes is work for nothing.
        '--disable-features=SpareRendererForSitePerProcess',
      ],
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
  projects: (nightly ? allPlays : pairedPlays).map(play => ({
    name: playName(play),
    // A journey whose tag names plays is played in those by day; one without a tag in each. By night each is played in all.
    ...(nightly ? {} : { grep: new RegExp(`^[^@]*$|@${playName(play)}(?![\\w-])`) }),
    use: {
      play,
      viewport: viewports[play.device],
      hasTouch: play.input === 'touch',
      isMobile: play.device === 'phone' && play.input === 'touch',
      locale: play.language === 'fr' ? 'fr-CA' : 'en-CA',
      timezoneId: 'America/Toronto',
      colorScheme: play.theme,
    },
  })),
})
