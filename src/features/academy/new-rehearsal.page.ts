import { toBase64Url } from '../../core/journal/bytes.ts'
import type { OpenOwn } from '../../vault/therapist-vault.types.ts'

interface Earlier {
  rehearsal: string
  seed: number
  /** What is said again before it goes on. */
  texts: string[]
}

/** Begins an hour, a fresh one or one that goes on from a turn of another; gives its id. */
export const newRehearsal = async (
  own: OpenOwn,
  couple: string,
  difficulty: number,
  from: Earlier | null = null,
): Promise<string> => {
  const rehearsal = toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
  const drawn = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000
  const at = new Date().toISOString()
  await own.appendAll([
    {
      kind: 'rehearsal-begun',
      at,
      rehearsal,
      couple,
      difficulty,
      seed: from?.seed ?? drawn,
      from: from ? { rehearsal: from.rehearsal, turns: from.texts.length } : null,
    },
    ...(from?.texts ?? []).map(words => ({ kind: 'rehearsal-turn' as const, at, rehearsal, words })),
  ])
  return rehearsal
}
