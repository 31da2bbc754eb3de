import { framesType } from '../../src/core/journal/frames.ts'
import type { TestServer } from './test-server.ts'

export interface TestReply {
  status: number
  /** The body parsed where it is JSON, else null. */
  json: Record<string, unknown>
  bytes: Uint8Array
  headers: Headers
}

/** Something that asks the server and keeps its cookies as a browser does. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  private readonly server: Pick<TestServer, 'fetch'>
  constructor(server: Pick<TestServer, 'fetch'>) {
    this.server = server
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestReply> {
    const isBytes = body instanceof Uint8Array
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': isBytes ? framesType : 'application/json' }),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    const reply = await this.server.fetch(request)
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name && value) this.cookies.set(name, value)
      else if (name) this.cookies.delete(name)
    }
    const bytes = new Uint8Array(await reply.arrayBuffer())
    const isJson = /json/.test(reply.headers.get('content-type') ?? '')
    return {
      status: reply.status,
      json: isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>) : {},
      bytes,
      headers: reply.headers,
    }
  }
}
