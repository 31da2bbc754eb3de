/** Could be a name that stands alone on its line: short, capitalised, without the marks of a sentence. */
const isBareName = (line: string): boolean =>
  line.length <= 40 &&
  !/[.!?,;:…]/.test(line) &&
  line.split(/\s+/).length <= 3 &&
  line.split(/\s+/).every(word => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word)) &&
  /\p{L}/u.test(line)

/**
 * Finds names on lines of their own, as when a page is copied: each paragraph begins with one, they come back, and there
 * are at least two. The indices of those lines; null where the file is not written so.
 */
export const nameBlocks = (lines: readonly string[]): Set<number> | null => {
  const places = new Map<string, number[]>()
  let paragraphs = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    if (!line.trim() || lines[i - 1]?.trim()) continue
    paragraphs++
    const name = line.trim()
    if (!isBareName(name) || !lines[i + 1]?.trim()) continue
    const at = places.get(name)
    if (at) at.push(i)
    else places.set(name, [i])
  }
  const found = [...places.values()].flat()
  const again = [...places.values()].filter(({ length }) => length >= 2)
  return places.size >= 2 && again.length >= 1 && found.length >= paragraphs * 0.7 ? new Set(found) : null
}
