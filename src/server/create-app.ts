import { Hono } from 'hono'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { ServerState } from '../core/protocol/account-protocol.ts'
import type { Clock } from '../platform/clock.ts'
import { Limiter } from '../platform/limiter.ts'
import { type Log, errorFields } from '../platform/log.ts'
import { NotFound, TooMany } from '../platform/refusal.ts'
import type { Answer, Door, Route } from '../platform/route.ts'
import { isFresh } from '../records/accounts.ts'
import type { Records } from '../records/records.ts'
import { checkOrigin } from './check-origin.ts'
import { identifyCaller } from './identify-caller.ts'
import { problemResponse, refusalOf } from './problem-response.ts'
import { WrongShape, readBody } from './read-body.ts'
import { allRoutes } from './route-table.ts'
import { securityHeaders } from './security-headers.ts'
import type { WebFiles } from './web-files.ts'

/** What the server is made of. */
export interface Dependencies {
  records: Records
  log: Log
  now: Clock
  /** The address that partners' links start with, e.g. `https://room.example.org`; null for try-out. */
  publicUrl: string | null
  links: ServerState['links']
  /** Host names it answers to beside this computer's own and the public address's. */
  hosts?: string[]
  version: string
  web: WebFiles | null
  /** How many knocks at each door one address has in a minute. */
  knocksPerMinute?: Record<Door, number>
}

/** The matched route's own pattern, for the log: no id of a case or a seat comes into it. */
type Env = { Variables: { route: string } }

const usualKnocks: Record<Door, number> = { 'sign-in': 60, claim: 60, door: 60 }

/** Where a request came from. A proxy on this computer is believed about whom it speaks for; nobody else is. */
const addressOf = (context: Context<Env>): string => {
  const socket = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket?.remoteAddress
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const local = socket === undefined || /^(::1|(::ffff:)?127\.)/.test(socket)
  return (local && forwarded) || socket || 'here'
}

/** The whole server as one function from request to reply; tests call it in their own process. */
export const createApp = (dependencies: Dependencies): Hono<Env> => {
  const { records, log, now, publicUrl, web } = dependencies
  const https = publicUrl?.startsWith('https:') ?? false
  const hosts = [...(dependencies.hosts ?? []), ...(publicUrl === null ? [] : [new URL(publicUrl).hostname])]
  const headers = securityHeaders(https)
  const knocks = { ...usualKnocks, ...dependencies.knocksPerMinute }
  const limiters: Record<Door, Limiter> = {
    'sign-in': new Limiter(now, knocks['sign-in'], 60_000),
    claim: new Limiter(now, knocks.claim, 60_000),
    door: new Limiter(now, knocks.door, 60_000),
  }

  const knock = (door: Door | undefined, context: Context<Env>): void => {
    const waitS = door ? limiters[door].take(addressOf(context)) : 0
    if (waitS > 0) throw new TooMany('too-many', 'That was often. Please wait a little.', waitS)
  }

  const reply = (context: Context<Env>, { status, json, bytes, headers: own, cookie }: Answer): Response => {
    if (cookie)
      setCookie(context, cookie.name, cookie.token ?? '', {
        httpOnly: true,
        sameSite: 'Strict',
        secure: https,
        path: '/',
        maxAge: cookie.maxAgeS,
      })
    for (const [name, value] of Object.entries(own ?? {})) context.header(name, value)
    if (json !== undefined) return context.json(json, status as 200)
    if (!bytes) return context.body(null, status as 200)
    return context.body(bytes as Uint8Array<ArrayBuffer>, status as 200)
  }

  const answer = async (row: Route<Records>, context: Context<Env>): Promise<Response> => {
    context.set('route', row.path)
    knock(row.door, context)
    const request = context.req.raw
    const { caller, signIn } = await identifyCaller(records, row.caller, request, name =>
      getCookie(context, name),
    )
    const body = await readBody(request, row.body)
    const path = context.req.param() as Record<string, string>
    return reply(
      context,
      await row.answer(records, { caller, signIn, path, query: context.req.query(), body }),
    )
  }

  const app = new Hono<Env>({ strict: true })
  app.use(async (context, next) => {
    const startedAt = now()
    try {
      checkOrigin(context.req.raw, hosts)
      await next()
    } catch (error) {
      context.res = problemResponse(refusalOf(error))
    }
    for (const [name, value] of Object.entries(headers))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    if (!context.req.path.startsWith('/api/')) return
    context.res.headers.set('cache-control', 'no-store')
    log('request', {
      method: context.req.method,
      route: context.get('route') ?? 'none',
      status: context.res.status,
      ms: now() - startedAt,
    })
  })
  app.onError((error, context) => {
    const refusal = refusalOf(error)
    if (refusal.status >= 500)
      log('failure', { method: context.req.method, status: refusal.status, ...errorFields(error) })
    return problemResponse(refusal, error instanceof WrongShape ? error.paths : undefined)
  })
  app.notFound(context => {
    const { method, path } = context.req
    const page =
      /^(GET|HEAD)$/.test(method) && !path.startsWith('/api/') ? web?.answer(path, context.req.raw) : null
    return page ?? problemResponse(new NotFound())
  })
  app.get('/api/state', async context => {
    context.set('route', '/api/state')
    const state: ServerState = {
      fresh: await isFresh(records),
      publicUrl,
      links: dependencies.links,
      build: web ? `${dependencies.version}+${web.build}` : dependencies.version,
    }
    return context.json(state)
  })
  for (const row of allRoutes) app.on(row.method, row.path, context => answer(row, context))
  return app
}
