/** Resolves at the first of the two signals that stop a running server. */
export const interrupted = (): Promise<void> =>
  new Promise(done => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
