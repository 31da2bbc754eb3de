import type { Finding } from '../../core/language/reading.ts'

/** The name of a finding within its transcript: the same each time the same words are read. */
export const findingKey = ({ kind, turn, start, end }: Finding): string => `${kind}@${turn}:${start}-${end}`
