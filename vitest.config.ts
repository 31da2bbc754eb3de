import { defineConfig } from 'vitest/config'
import { modelPlugin } from './scripts/model-plugin.ts'

const nightly = process.env.GROUNDWORK_NIGHTLY === '1'

export default defineConfig({
  plugins: [modelPlugin()],
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/support/dice.ts'],
    silent: 'passed-only',
    passWithNoTests: false,
    allowOnly: false,
    // Opening an account takes a second of hard work, and machines are shared.
    testTimeout: nightly ? 600_000 : 30_000,
    hookTimeout: 60_000,
  },
})
