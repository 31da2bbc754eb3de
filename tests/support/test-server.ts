import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataFiles } from '../../src/platform/data-folder.ts'
import type { Log } from '../../src/platform/log.ts'
import { loadSecrets } from '../../src/platform/secrets.ts'
import { type Records, openRecords } from '../../src/records/records.ts'
import { createApp } from '../../src/server/create-app.ts'

/** A whole server over a real database in a folder of its own, with a clock that tests move. */
export interface TestServer {
  folder: string
  records: Records
  /** Every line that was logged. */
  lines: string[]
  clock: { now: number }
  fetch(request: Request): Promise<Response>
  /** Closes it and removes its folder. */
  remove(): Promise<void>
}

export const startTestServer = async (
  options: { publicUrl?: string; knocksPerMinute?: number } = {},
): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  const clock = { now: Date.parse('2026-11-23T09:00:00.000Z') }
  const now = () => clock.now
  const files = dataFiles(folder)
  const records = await openRecords(files.database, now, fresh => loadSecrets(files.secrets, fresh))
  const lines: string[] = []
  const log: Log = (event, fields) => void lines.push(JSON.stringify({ event, ...fields }))
  const knocks = options.knocksPerMinute ?? 10_000
  const app = createApp({
    records,
    log,
    now,
    publicUrl: options.publicUrl ?? null,
    links: 'this-computer-only',
    version: '0.0.0',
    web: null,
    knocksPerMinute: { 'sign-in': knocks, claim: knocks, door: knocks },
  })
  return {
    folder,
    records,
    lines,
    clock,
    fetch: async request => app.fetch(request),
    remove: async () => {
      await records.database.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
