import { availableParallelism } from 'node:os'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { modelPlugin } from './scripts/model-plugin.ts'

const nightly = process.env.GROUNDWORK_NIGHTLY === '1'

/** By night, properties that name how often they are tried are tried twenty times as often. */
const moreRuns: Plugin = {
  name: 'groundwork-more-runs',
  enforce: 'pre',
  transform(code, id) {
    if (!nightly || !id.endsWith('.test.ts')) return undefined
    return {
      code: code.replace(/\bnumRuns: (\d+)/g, (_all, runs) => `numRuns: ${Number(runs) * 20}`),
      map: null,
    }
  },
}

export default defineConfig({
  plugins: [modelPlugin(), moreRuns],
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/support/dice.ts'],
    silent: 'passed-only',
    // On a machine of two cores the usual one worker fewer would leave half of it idle.
    maxWorkers: availableParallelism(),
    passWithNoTests: false,
    allowOnly: false,
    // Opening an account takes a second of hard work, and machines are shared.
    testTimeout: nightly ? 1_200_000 : 30_000,
    hookTimeout: 60_000,
  },
})
