import { Refused, type ServerReply, type ServerRequest, type Transport } from './ports.ts'

/** Sends a request and gives the reply of a success. @throws Refused with the server's code; Offline without an answer. */
export const ask = async (transport: Transport, request: ServerRequest): Promise<ServerReply> => {
  const reply = await transport(request)
  if (reply.status >= 200 && reply.status < 300) return reply
  const problem = reply.json
  const code =
    typeof problem === 'object' && problem !== null && 'code' in problem
      ? String(problem.code)
      : 'no-reason-given'
  throw new Refused(reply.status, code)
}
