import type { OpenCase } from '../vault/therapist-vault.types.ts'

const now = (): string => new Date().toISOString()

/** The therapist met each alone, noted how they answered, looked at the screens, and opened what all see together. */
export const openTogether = async (open: OpenCase): Promise<void> => {
  await open.refresh()
  for (const { seat } of open.seats) {
    await open.append('record', { kind: 'met-alone', at: now(), seat, met: true })
    const circumstances = 'alone'
    await open.append('record', { kind: 'sheet-confirmed', at: now(), seat, circumstances, words: '' })
  }
  for (const { drop } of open.state.safety)
    await open.append('safety', { kind: 'safety-opened', at: now(), drop })
  await open.append('shared', { kind: 'joint-opened', at: now(), open: true })
  await open.refresh()
}
