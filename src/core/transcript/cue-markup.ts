const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '\u200e',
  rlm: '\u200f',
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (all, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : all
  })

/** Tags of WebVTT and SubRip, times inside a cue, and positions; anything else in angle brackets is somebody's words. */
const markup =
  /<\/?(?:[cibuv]|ruby|rt|lang|font|s)(?:[ .\t][^<>]{0,300})?>|<\d[\d:.]{0,15}>|\{\\[a-z0-9]{1,12}\}/gi

/** The words of a cue without its markup. */
export const stripMarkup = (text: string): string => decodeEntities(text.replace(markup, ''))

/** One voice's part of a cue; `voice` is null before the first voice tag. */
export interface VoicePart {
  voice: string | null
  text: string
}

const voiceTag = /<v(?:\.[^\s<>]{0,100})?[ \t]+([^<>]{1,200})>|<\/v>/gi

/** Splits a cue's words at its voice tags. */
export const splitVoices = (text: string): VoicePart[] => {
  const parts: VoicePart[] = []
  let voice: string | null = null
  let from = 0
  const add = (to: number) => {
    const words = stripMarkup(text.slice(from, to)).trim()
    if (words) parts.push({ voice, text: words })
  }
  for (const tag of text.matchAll(voiceTag)) {
    add(tag.index)
    voice = tag[1] === undefined ? null : decodeEntities(tag[1]).trim()
    from = tag.index + tag[0].length
  }
  add(text.length)
  return parts
}
