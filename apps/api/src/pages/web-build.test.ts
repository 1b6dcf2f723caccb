import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { StartError } from '../lib/start-error.ts'
import { loadWebBuild } from './web-build.ts'

test('a web that is not built stops the start with one line that names the cure', async () => {
  const failure = await loadWebBuild(join(temporaryFolder(), 'dist')).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StartError)
  expect((failure as StartError).message).toMatch(/^The web is not built: [^\n]+$/)
})

test('a built web is read from its folder, whatever its path', async () => {
  const folder = temporaryFolder()
  for (const name of ['client', 'server']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'client/index.html'), 'site')
  writeFileSync(join(folder, 'client/desk.html'), 'desk')
  writeFileSync(join(folder, 'server/entry-server.js'), "export const render = async () => ({ status: 200, html: 'x' })")
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const web = await loadWebBuild(folder)
  expect([web.template, web.desk]).toEqual(['site', 'desk'])
  expect(await web.render({ url: '/', fetch, template: '' })).toEqual({ status: 200, html: 'x' })
})
