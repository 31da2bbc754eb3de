import fc from 'fast-check'

/** How often a property is tried: more at night. A test that names its own number keeps it, times ten at night. */
const nightly = process.env.GROUNDWORK_NIGHTLY === '1'
if (nightly) fc.configureGlobal({ numRuns: 2000 })
