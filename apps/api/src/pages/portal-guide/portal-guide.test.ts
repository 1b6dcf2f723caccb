import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { escapeHtml } from '@bantin/shared/body/escape-html'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublished } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { webhookHeaders } from '../../editorial/webhooks/signature.ts'
import { guides } from './guide-page.ts'
import { languages, snippet, type Topic, topics } from './snippets.ts'

const execute = promisify(execFile)

let it: TestApp
let admin: SignedInForTest
let baseUrl: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  baseUrl = await it.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => it.close())

test.each(Object.entries(guides))(
  'the guide in %s has each thing in each language, is whole without scripts, and leads to the other one',
  async (language, path) => {
    const { body, headers } = await it.app.inject(path)
    expect(headers['content-type']).toContain('text/html')
    expect(headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'")
    expect(body).toContain(`<html lang="${language}">`)
    for (const topic of topics) {
      for (const end of Object.keys(languages) as (keyof typeof languages)[]) {
        expect(body).toContain(escapeHtml(snippet(topic, end, it.app.config.publicUrl)))
      }
    }
    expect(body).not.toMatch(/<script|bantin\.example| style=/)
    for (const [other, address] of Object.entries(guides)) if (other !== language) expect(body).toContain(`<a href="${address}"`)
    const catalog = JSON.stringify([
      (await it.app.inject('/.well-known/api-catalog')).json(),
      (await it.app.inject('/openapi.json')).json().info,
    ])
    expect(catalog).toContain('http://localhost:3000/docs/portals')
    expect((await it.app.inject('/docs/portals.css')).headers['content-type']).toContain('text/css')
  },
)

test('no file of code is left out', () => {
  const files = readdirSync(new URL('snippets', import.meta.url)).sort()
  expect(files).toEqual(topics.flatMap((topic) => Object.keys(languages).map((end) => `${topic}.${end}`)).sort())
})

test('the code in JavaScript does what it says', async () => {
  const { id } = await createPublished(it, admin)
  const { hash, title } = (await it.app.inject(`/api/v1/articles/${id}`)).json() as { hash: string; title: string }
  const folder = temporaryFolder()
  const client = join(folder, 'node_modules/@bantin/client')
  mkdirSync(client, { recursive: true })
  // As it is before it is built: Node strips the types of what lies elsewhere.
  symlinkSync(fileURLToPath(new URL('../../../../../packages/client/src', import.meta.url)), join(client, 'src'))
  const exported = { '.': './src/client.ts', './webhook': './src/verify-webhook.ts', './edition': './src/verify-edition.ts' }
  writeFileSync(join(client, 'package.json'), JSON.stringify({ type: 'module', exports: exported }))
  const run = async (topic: Topic, before = '', after = '') => {
    writeFileSync(join(folder, `${topic}.mjs`), `${before}\n${snippet(topic, 'js', baseUrl)}\n${after}`)
    return (await execute(process.execPath, [`${topic}.mjs`], { cwd: folder })).stdout
  }

  expect(await run('list')).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d ${title}\\n$`))
  const yours = `const kept = new Map()
    const [put, remove, removeAll] = [kept.set.bind(kept), kept.delete.bind(kept), kept.clear.bind(kept)]
    const store = { read: () => undefined, write: () => undefined }`
  expect(await run('follow', yours, 'console.log(...kept.keys())')).toBe(`${id}\n`)
  expect(await run('edition', `const [id, hash] = ${JSON.stringify([id, hash])}`, 'console.log(said.title)')).toBe(`${title}\n`)
  const secret = Buffer.from('một bí mật của người nhận')
  const body = '{"type":"ping","data":{}}'
  const headers = webhookHeaders({ id: 'm1', timestamp: Math.floor(Date.now() / 1000), body }, [secret])
  const received = [`whsec_${secret.toString('base64')}`, { headers }, body]
  expect(await run('webhook', `const [secret, request, body] = ${JSON.stringify(received)}`, 'console.log(id, type)')).toBe('m1 ping\n')
})
