import { join } from 'node:path'
import { type OwnProcess, startProcess, startServer } from './own-process.ts'
import { inPairs, median, summarise } from './pairs.ts'
import type { Bench, Measure } from './row.ts'

const firstAnswer = async (start: () => Promise<OwnProcess>): Promise<{ ms: number; server: OwnProcess }> => {
  const startedAt = performance.now()
  const server = await start()
  const reply = await fetch(`${server.address}/api/state`)
  await reply.arrayBuffer()
  if (!reply.ok) throw new Error(`the first answer was ${reply.status}`)
  return { ms: performance.now() - startedAt, server }
}

const timed = async (start: () => Promise<OwnProcess>): Promise<number> => {
  const { ms, server } = await firstAnswer(start)
  await server.stop()
  return ms
}

/** Memory of a server that has answered once and then been left alone for a second. */
const idle = async (start: () => Promise<OwnProcess>): Promise<number> => {
  const { server } = await firstAnswer(start)
  await new Promise(done => setTimeout(done, 1000))
  const memory = server.memoryMiB() ?? Number.NaN
  await server.stop()
  return memory
}

const bareArguments = (bench: Bench) => [
  join(bench.place, 'bare.js'),
  join(bench.scratch, 'bare-start.sqlite'),
]

/** From `npm start` to the first answer where everything is built, and memory when idle. */
export const measureStart: Measure = async bench => {
  const data = join(bench.scratch, 'start')
  const ours = () =>
    startProcess(bench, 'npm', ['start', '--silent', '--', '--port', '0', '--data', data, '--json'])
  const bare = () => startProcess(bench, 'npm', ['exec', '--silent', '--', 'node', ...bareArguments(bench)])
  await timed(ours)
  await timed(bare)
  const times = await inPairs(
    bench.pairs,
    () => timed(ours),
    () => timed(bare),
  )
  const memory = await inPairs(
    bench.pairs,
    () => idle(() => startServer(bench, data)),
    () => idle(() => startProcess(bench, process.execPath, bareArguments(bench))),
  )
  return [
    {
      row: 'start',
      ratio:
        'second npm start to its first answer / a bare hono server with the same database library, started by npm',
      value: summarise(times.map(([a, b]) => a / b)),
      goal: null,
      figures: { oursMs: median(times.map(([a]) => a)), bareMs: median(times.map(([, b]) => b)) },
    },
    {
      row: 'memory',
      ratio: 'resident memory when idle / the same of the bare server',
      value: summarise(memory.map(([a, b]) => a / b)),
      goal: null,
      figures: { oursMiB: median(memory.map(([a]) => a)), bareMiB: median(memory.map(([, b]) => b)) },
    },
  ]
}
