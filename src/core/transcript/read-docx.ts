import { XMLParser } from 'fast-xml-parser'
import { Unzip, UnzipInflate } from 'fflate'
import { type Checked, accepted, refused } from '../model/checked.ts'
import { LONGEST_UNFOLDED } from './limits.ts'

const DOCUMENT = 'word/document.xml'
/** Compressed bytes taken at a time: what they unfold to is counted before the next are taken. */
const STEP = 16 * 1024

/** Unfolds one file of an archive and stops as soon as it is longer than it may be; null where it is not there. */
const unfold = (bytes: Uint8Array): Uint8Array | 'too-long' | null => {
  const parts: Uint8Array[] = []
  let length = 0
  let found = false
  let ended = false
  const unzip = new Unzip(file => {
    if (file.name !== DOCUMENT || found) return
    found = true
    // What the archive says of itself is believed only where it is too much.
    if ((file.originalSize ?? 0) > LONGEST_UNFOLDED) {
      length = file.originalSize ?? 0
      return
    }
    file.ondata = (error, part, final) => {
      if (error) throw error
      length += part.length
      if (length <= LONGEST_UNFOLDED) parts.push(part)
      ended ||= final
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length && !ended; at += STEP) {
    unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
    if (length > LONGEST_UNFOLDED) return 'too-long'
  }
  if (!found) return null
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

type XmlNode = Record<string, unknown>

/** The words of a document: a line for each break, an empty line between paragraphs. What was deleted is not read. */
const linesOf = (nodes: readonly XmlNode[], out: string[]): void => {
  for (const node of nodes) {
    const name = Object.keys(node)[0] ?? ''
    const children = node[name]
    const local = name.slice(name.indexOf(':') + 1)
    if (local === 'br' || local === 'cr') out.push('\n')
    else if (local === 'tab') out.push('  ')
    else if (local === 't') out.push(textOf(children))
    else if (/^(?:del|instrText|Fallback|moveFrom|pPr|rPr|drawing)$/.test(local)) continue
    else if (Array.isArray(children)) linesOf(children as XmlNode[], out)
    if (local === 'p') out.push('\n\n')
  }
}

const textOf = (children: unknown): string =>
  Array.isArray(children)
    ? children
        .map(child => (child as XmlNode)['#text'])
        .filter(text => typeof text === 'string')
        .join('')
    : ''

const unreadable = () => refused('transcript.docx', '', 'expected a Word document that can be opened')

/**
 * The lines of a Word document (.docx). Issues: `transcript.docx` where it is broken or none, `transcript.unfolds-too-long`
 * where it would unfold to more than any transcript. No more than that is ever unfolded, whatever the archive says of itself.
 */
export const readDocx = (bytes: Uint8Array): Checked<string> => {
  try {
    const document = unfold(bytes)
    if (document === null) return refused('transcript.docx', '', 'expected a Word document in this archive')
    if (document === 'too-long')
      return refused(
        'transcript.unfolds-too-long',
        '',
        `expected at most ${LONGEST_UNFOLDED / 2 ** 20} MB of text`,
      )
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(document)
    // A Word document declares no entities of its own; one that does is made to do harm.
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return unreadable()
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: true,
      trimValues: false,
      parseTagValue: false,
      htmlEntities: true,
    })
    const out: string[] = []
    linesOf(parser.parse(xml) as XmlNode[], out)
    return accepted(out.join(''))
  } catch {
    // Both libraries throw at what is broken; their messages quote the document, so they stay here.
    return unreadable()
  }
}
