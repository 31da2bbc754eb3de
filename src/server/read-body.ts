import type { BodyRule } from '../platform/route.ts'
import { BadInput, Refusal } from '../platform/refusal.ts'

/** A JSON body of the wrong shape. `paths` names where, from the schema; never what stood there. */
export class WrongShape extends BadInput {
  readonly paths: string
  constructor(paths: string) {
    super('bad-input', 'The request does not have the form that is asked for.')
    this.paths = paths
  }
}

const tooLarge = () => new Refusal(413, 'too-large', 'This is more than the server takes at once.')

const cutShort = () => new BadInput('cut-short', 'The request ended before its body did.')

const readBytes = async (request: Request, limit: number): Promise<Uint8Array> => {
  const told = request.headers.get('content-length')
  if (told !== null) {
    if (Number(told) > limit) throw tooLarge()
    // Nothing longer than it was told can come, so it is taken at once: much is spared by not making it a stream.
    const bytes = await request.arrayBuffer().catch(() => {
      throw cutShort()
    })
    if (bytes.byteLength !== Number(told)) throw cutShort()
    return new Uint8Array(bytes)
  }
  if (!request.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > limit) {
        await reader.cancel().catch(() => {})
        throw tooLarge()
      }
      parts.push(value)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw cutShort()
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const checkType = (request: Request, type: string): void => {
  const sent = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (sent !== type) throw new Refusal(415, 'wrong-type', `This asks for a body of type ${type}.`)
}

/**
 * The body of a request by the rule of its route. @throws Refusal `too-large`, `wrong-type`; BadInput `cut-short`,
 * `not-json`, `bad-input`
 */
export const readBody = async (request: Request, rule: BodyRule<unknown>): Promise<unknown> => {
  if (rule.kind === 'none') return null
  checkType(request, rule.kind === 'json' ? 'application/json' : rule.type)
  const bytes = await readBytes(request, rule.limit)
  if (rule.kind === 'bytes') return bytes
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new BadInput('not-json', 'The body is not JSON.')
  }
  const checked = rule.schema.safeParse(value)
  if (checked.success) return checked.data
  const paths = new Set(checked.error.issues.map(({ path }) => path.join('.')))
  throw new WrongShape(
    [...paths]
      .filter(path => path !== '')
      .slice(0, 5)
      .join(', '),
  )
}
