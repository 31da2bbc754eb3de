import { connect } from 'node:net'

/** What came of sending: how many were acknowledged in how long, and how long each took. */
export interface Load {
  perSecond: number
  latenciesMs: number[]
}

/**
 * Sends each connection's requests one after the other, all connections side by side, for so long. The client does next
 * to nothing for a request, since it shares the machine with the server. @throws where one is not answered 200
 */
export const sendLoad = async (
  port: number,
  queues: readonly (readonly Uint8Array[])[],
  cursors: number[],
  durationMs: number,
): Promise<Load> => {
  const latenciesMs: number[] = []
  let endsAt = 0
  let startedAt = 0
  /** Every connection sends one that is not counted, so that all are open and known when it begins. */
  const waiting: (() => void)[] = []
  const begin = (next: () => void): void => {
    waiting.push(next)
    if (waiting.length < queues.length) return
    startedAt = performance.now()
    endsAt = startedAt + durationMs
    for (const one of waiting) one()
  }
  const run = (queue: readonly Uint8Array[], connection: number) =>
    new Promise<() => Promise<void>>((ready, fail) => {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      socket.on('error', fail)
      socket.once('connect', () =>
        ready(
          () =>
            new Promise<void>((done, failed) => {
              let sentAt = 0
              let got = ''
              let warm = false
              const next = () => {
                if (!startedAt) {
                  if (warm) return begin(next)
                  warm = true
                }
                const request = queue[cursors[connection] as number]
                if ((startedAt && performance.now() >= endsAt) || !request) {
                  socket.end()
                  return done()
                }
                cursors[connection] = (cursors[connection] as number) + 1
                sentAt = performance.now()
                socket.write(request)
              }
              socket.on('error', failed)
              socket.on('data', data => {
                got += data.toString('latin1')
                const head = got.indexOf('\r\n\r\n')
                if (head < 0) return
                const length = Number(/content-length: (\d+)/i.exec(got)?.[1] ?? Number.NaN)
                if (!got.startsWith('HTTP/1.1 200')) return failed(new Error(got.slice(0, 400)))
                if (Number.isNaN(length)) {
                  if (!got.endsWith('0\r\n\r\n')) return
                } else if (got.length < head + 4 + length) return
                got = ''
                if (startedAt) latenciesMs.push(performance.now() - sentAt)
                next()
              })
              next()
            }),
        ),
      )
    })
  const starts = await Promise.all(queues.map(run))
  await Promise.all(starts.map(start => start()))
  return { perSecond: (latenciesMs.length * 1000) / (performance.now() - startedAt), latenciesMs }
}
