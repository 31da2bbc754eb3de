import type * as z from 'zod'
import type { Issue } from './checked.ts'
import type { Keys, OpenedFile } from './model-file.ts'

type Complaint = { code: string; keys: Keys; cause: string; mend: string }

const place = (keys: Keys) => (keys.length ? `\`${keys.map(String).join('.')}\`` : 'the file')
const valueAt = (data: unknown, keys: Keys): unknown =>
  keys.reduce<unknown>(
    (found, key) => (found as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  )

function explain(issue: z.core.$ZodIssue, data: unknown): Complaint[] {
  const keys = issue.path
  const complaint = (code: string, cause: string, mend: string): Complaint[] => [
    { code: `model.${code}`, keys, cause, mend },
  ]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      code: 'model.unknown-key',
      keys: [...keys, key],
      cause: `${place([...keys, key])} is not a key that the model knows here`,
      mend: 'check its spelling, or remove it',
    }))
  if (valueAt(data, keys) === undefined)
    return complaint('missing', `${place(keys)} is missing`, 'add it; docs/model-data.md shows a whole file')
  if (issue.code === 'invalid_type')
    return complaint(
      'wrong-kind',
      `${place(keys)} is not a ${issue.expected}`,
      `write a ${issue.expected} there`,
    )
  if (issue.code === 'invalid_value')
    return complaint(
      'unknown-value',
      `${place(keys)} holds a value that the model does not know`,
      `use one of: ${issue.values.map(String).join(', ')}`,
    )
  if (issue.code === 'too_small' && issue.origin === 'string')
    return complaint('empty', `${place(keys)} is empty`, 'write its text')
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum
    return complaint(
      'count',
      `${place(keys)} has ${issue.code === 'too_small' ? 'too few' : 'too many'} entries, or its number is out of range`,
      `it takes ${issue.exact ? 'exactly' : issue.code === 'too_small' ? 'at least' : 'at most'} ${bound}`,
    )
  }
  return complaint('form', `${place(keys)} is not in the right form`, issue.message.replace(/\.$/, ''))
}

/** A file's data as its schema describes it, or every place where the two differ, each with a cause and a mend. */
export function checkShape<S extends z.ZodType>(
  schema: S,
  file: OpenedFile,
  issues: Issue[],
): z.infer<S> | undefined {
  if (file.faults.length) {
    issues.push(...file.faults)
    return undefined
  }
  const result = schema.safeParse(file.data)
  if (result.success) return result.data
  for (const found of result.error.issues.flatMap(issue => explain(issue, file.data)))
    issues.push(file.complain(found.code, found.keys, found.cause, found.mend))
  return undefined
}
