import type { ServerState } from '../core/protocol/account-protocol.ts'
import { ask } from '../vault/ask.ts'
import { httpTransport } from './http-transport.ts'

/** How the server stands: whether it is new, and whether links may be made. @throws Offline without an answer. */
export const fetchServerState = async (): Promise<ServerState> =>
  (await ask(httpTransport, { method: 'GET', path: '/api/state' })).json as ServerState
