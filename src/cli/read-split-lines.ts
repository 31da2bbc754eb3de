/**
 * The lines of a stream as they come, without their "\n" or "\r\n". Only a line feed ends a line: JSON may hold the other
 * characters that some readers of lines stop at.
 */
export async function* splitLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      parts.push(text.slice(from, at))
      yield parts.join('').replace(/\r$/, '')
      parts = []
      from = at + 1
    }
    parts.push(text.slice(from))
  }
  const last = parts.join('') + decoder.decode()
  if (last) yield last
}
