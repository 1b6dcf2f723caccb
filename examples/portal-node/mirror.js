// node mirror.js BASE_URL FOLDER [KEY]: takes what is new of a portal into a folder of pages. Run it again and again, one at a time.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@bantin/client'
import { articlePage, indexPage } from './pages.js'

const [baseUrl, folder, apiKey] = process.argv.slice(2)
if (!baseUrl || !folder) throw new Error('node mirror.js BASE_URL FOLDER [KEY]')
const articles = join(folder, 'articles')

/** All of the file or nothing of it, whenever this is killed. */
async function write(file, text) {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

/** Begins anew: without a cursor the folder is emptied by whoever comes next, also when this is killed halfway. */
async function empty() {
  await rm(join(folder, 'cursor'), { force: true })
  for (const name of await readdir(articles)) await rm(join(articles, name))
}

const store = {
  read: () => readFile(join(folder, 'cursor'), 'utf8').catch(() => undefined),
  write: (cursor) => write(join(folder, 'cursor'), cursor),
}

async function apply({ entity, action, id, article }) {
  if (entity !== 'article' || !/^[0-9a-f-]{36}$/.test(id)) return
  const file = join(articles, `${id}.html`)
  if (action === 'delete') await rm(file, { force: true })
  else if (article) await write(file, articlePage(article))
}

async function writeIndex() {
  const names = (await readdir(articles)).filter((name) => name.endsWith('.html'))
  const pages = []
  for (const name of names) pages.push({ name, text: await readFile(join(articles, name), 'utf8') })
  await write(join(folder, 'index.html'), indexPage(pages))
}

await mkdir(articles, { recursive: true })
if ((await store.read()) === undefined) await empty()
const client = createClient({ baseUrl, ...(apiKey && { apiKey }) })
for await (const page of client.pages({ include: 'article', store, acknowledge: Boolean(apiKey), onNewEpoch: empty })) {
  for (const change of page.data) await apply(change)
  // Before the cursor is stored: who is killed in between writes it again.
  if (!page.more) await writeIndex()
}
