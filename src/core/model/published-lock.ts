import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { accepted, type Checked, type Issue } from './checked.ts'
import { partnerModel } from './partner-model.ts'
import type { Model } from './schema.ts'

/** Where the lock stands, from the project's root. */
export const LOCK_PATH = 'model/published.lock'

const HEADER = [
  '# Hash of every published version. A published instrument is never edited, only superseded:',
  '# give the changed one the next number and publish that. Written by the check; do not edit by hand.',
]

/** JSON with keys in order, so that moving a line of YAML changes no hash. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
    .join(',')}}`
}

/**
 * SHA-256 (hex) of what a person was asked or agreed to, by version: `intake@1`, `safety@1`, `consent@1`, and each
 * secrets policy. Only words and choices that a person meets count; sources, notes and the therapist's side may be mended
 * at any time.
 */
export function hashVersions(model: Model): Map<string, string> {
  // The partner's part is exactly what a person meets. A key added to it changes every hash, which the lock's test tells.
  const { instrument, scale, meaning, consent, elements, climate, policies, safety } = partnerModel(model)
  const { question, choices, words } = meaning
  const contents: [string, unknown][] = [
    [instrument, { scale, meaning: { question, choices, words }, elements, climate }],
    [safety.version, { intro: safety.intro, helpForAll: safety.helpForAll, questions: safety.questions }],
    [consent.version, { title: consent.title, points: consent.points, agree: consent.agree }],
    ...policies.map(({ version, name, partner }): [string, unknown] => [version, { name, partner }]),
  ]
  return new Map(
    contents.map(([version, content]) => [version, bytesToHex(sha256(utf8ToBytes(canonical(content))))]),
  )
}

const readLock = (text: string): Checked<Map<string, string>> => {
  const hashes = new Map<string, string>()
  const issues: Issue[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim() || line.startsWith('#')) continue
    const [, version, hash] = /^([a-z-]+@\d+) ([0-9a-f]{64})$/.exec(line) ?? []
    if (version && hash && !hashes.has(version)) hashes.set(version, hash)
    else
      issues.push({
        code: 'lock.unreadable',
        path: String(index + 1),
        message: `${LOCK_PATH}:${index + 1}: this line is not a version and its hash, or repeats one. Mend: take the file back from the last release.`,
      })
  }
  return issues.length ? { ok: false, issues } : accepted(hashes)
}

/**
 * Holds the model against the lock. Refused where a published version's content was edited. Otherwise the versions that
 * are not yet published, to be locked before anybody answers them. `lock` is the text of the file, empty where there is none.
 */
export function checkPublished(model: Model, lock: string): Checked<{ unpublished: string[] }> {
  const locked = readLock(lock)
  if (!locked.ok) return locked
  const versions = hashVersions(model)
  const issues: Issue[] = []
  for (const [version, hash] of versions) {
    const published = locked.value.get(version)
    if (!published || published === hash) continue
    const [name, number] = version.split('@')
    issues.push({
      code: 'lock.edited',
      path: version,
      message: `${LOCK_PATH}: ${version} was edited after it was published, and people have answered it. Mend: publish a new version instead (${name}@${Number(number) + 1}).`,
    })
  }
  if (issues.length) return { ok: false, issues }
  return accepted({ unpublished: [...versions.keys()].filter(version => !locked.value.has(version)) })
}

/** The lock's text with every new version of the model added; refused where a published one was edited. */
export function publishVersions(model: Model, lock: string): Checked<string> {
  const check = checkPublished(model, lock)
  const locked = readLock(lock)
  if (!check.ok) return check
  if (!locked.ok) return locked
  const hashes = new Map([...hashVersions(model), ...locked.value])
  const lines = [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([version, hash]) => `${version} ${hash}`)
  return accepted(`${[...HEADER, ...lines].join('\n')}\n`)
}
