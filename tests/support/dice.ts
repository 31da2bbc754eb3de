import fc from 'fast-check'

// By night a property is tried twenty times as often. Those that name their own number are seen to in vitest.config.ts.
if (process.env.GROUNDWORK_NIGHTLY === '1') fc.configureGlobal({ numRuns: 2000 })
