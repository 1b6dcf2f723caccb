// The least that could answer the same bytes. Told what by a JSON file, says where it listens.
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import pg from 'pg'
import type { BareAnswer, BareServer } from '../lib/bare-server.ts'

const told = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as BareServer
const app = fastify()

app.get('/hello', async () => ({ hello: 'world' }))
app.post('/api/v1/analytics/hits', async (_request, reply) => reply.code(204).send())

const pool = told.databaseUrl === undefined ? undefined : new pg.Pool({ connectionString: told.databaseUrl, max: 10 })
for (const answer of told.answers) {
  const { path, type, bytes, statements } = answer
  // What comes from a database is text; what is ready is ready to be sent.
  const ready = statements.length > 0 ? bytes : Buffer.from(bytes)
  app.get(path.split('?')[0] as string, async (_request, reply) => {
    await query(answer)
    return reply.type(type).send(ready)
  })
}

for (const { path, module, api, template } of told.pages) {
  const { preparePage } = (await import(module)) as { preparePage: (parts: object) => Promise<() => string> }
  const fetchFromApi = (address: string) => fetch(new URL(address, api))
  const render = await preparePage({ url: path, fetch: fetchFromApi, template: readFileSync(template, 'utf8') })
  app.get(path, async (_request, reply) => reply.type('text/html; charset=utf-8').send(render()))
}

async function query({ statements }: BareAnswer): Promise<void> {
  for (const statement of statements) await pool?.query(statement)
}

console.log(`Listens at ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
