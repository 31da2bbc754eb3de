import { describe, expect, it } from 'vitest'
import { readModelFiles } from '../../../scripts/read-model-files.ts'
import { openModelFile } from '../model/model-file.ts'
import type { Cue } from '../model/couple-schema.ts'
import { compileCue, foldWords } from './cue-pattern.ts'

const cues = readModelFiles(process.cwd())
  .filter(({ path }) => /^model\/rehearsal\/(?:cues|topics)\.yaml$/.test(path))
  .flatMap(file => (openModelFile(file).data as { cues: Cue[] }).cues)

describe.each(cues)('the cue $id', ({ patterns, flag, pass }) => {
  const compiled = patterns.map(compileCue)
  const found = (text: string) => patterns.filter((_pattern, i) => compiled[i]?.test(foldWords(text)))
  it.each(flag)('is shown by: %s', text => expect(found(text)).not.toEqual([]))
  it.each(pass)('is not shown by: %s', text => expect(found(text)).toEqual([]))
})
