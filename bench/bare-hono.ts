import { serve } from '@hono/node-server'
import { DatabaseSync } from '@photostructure/sqlite'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'

/**
 * The least that a server on the same libraries can be: it opens a database as Groundwork does and answers one question
 * from it; and it saves what a peer's page sends, each answer in a commit of its own.
 */
const database = new DatabaseSync(process.argv[2] ?? ':memory:')
database.exec('pragma journal_mode = wal')
database.exec('pragma synchronous = full')
database.exec('create table if not exists answers (id integer primary key, body text not null)')
const add = database.prepare('insert into answers (body) values (?)')
const count = database.prepare('select count(*) as count from answers')
const app = new Hono()
app.get('/api/state', context => context.json(count.get() as object))
app.post('/save', async context => {
  add.run(await context.req.text())
  return context.body(null, 204)
})
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
  console.log(JSON.stringify({ address: `http://127.0.0.1:${info.port}` })),
)
process.once('SIGTERM', () => {
  server.close()
  database.close()
  process.exit(0)
})
