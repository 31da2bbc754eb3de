import { isCollection, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml'
import type { Issue } from './checked.ts'

/** One file of the clinical model as it was written. `path` runs from the project's root: `model/elements/power.yaml`. */
export interface ModelFile {
  path: string
  text: string
}

/** Keys and indices that lead to a place inside a file. */
export type Keys = readonly PropertyKey[]

/** A file after reading: its data and a way to say what is wrong at one place of it. */
export interface OpenedFile {
  path: string
  data: unknown
  /** What YAML itself refuses, such as bad indentation or a key given twice. */
  faults: Issue[]
  /** An issue whose message reads `file:line: cause. Mend: what to do.`; the line is that of the nearest existing key. */
  complain(code: string, keys: Keys, cause: string, mend: string): Issue
}

/** Reads one YAML file and keeps its line numbers. Never throws on bad text: its faults are issues. */
export function openModelFile(file: ModelFile): OpenedFile {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })

  const lineOf = (keys: Keys): number => {
    let offset = 0
    let node: unknown = document.contents
    for (const key of keys) {
      if (!isCollection(node)) break
      if (isMap(node)) {
        const pair = node.items.find(
          item => isPair(item) && isNode(item.key) && String(item.key) === String(key),
        )
        if (!pair) break
        if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
        node = pair.value
      } else {
        node = node.items[Number(key)]
        if (isNode(node)) offset = node.range?.[0] ?? offset
      }
    }
    return lines.linePos(offset).line
  }

  const message = (line: number, cause: string, mend: string) =>
    `${file.path}:${line}: ${cause}. Mend: ${mend}.`
  return {
    path: file.path,
    data: document.errors.length ? undefined : document.toJS(),
    faults: document.errors.map(error => ({
      code: 'model.yaml',
      path: '',
      message: message(
        lines.linePos(error.pos[0]).line,
        `this is not readable YAML (${error.message.split('\n')[0]?.replace(/[.:]$/, '')})`,
        'check the indentation, and put quotes around text that holds a colon followed by a space',
      ),
    })),
    complain: (code, keys, cause, mend) => ({
      code,
      path: keys.map(String).join('.'),
      message: message(lineOf(keys), cause, mend),
    }),
  }
}
