import { randomBytes } from 'node:crypto'
import type { Article } from '@bantin/shared/articles'
import { expect, test } from 'vitest'
import { operator } from '../apps/api/src/lib/acting-person.ts'
import { seededRandom } from '../apps/api/src/lib/seeded-random.ts'
import { beginEpoch } from '../apps/api/src/publication/begin-epoch.ts'
import { dataFolder, runAppProcess } from '../apps/api/test/app-process.ts'
import { copyDatabase } from './support/database-copy.ts'
import { type Ground, openGround, prepareGround } from './support/ground.ts'
import { type Mirror, prepareMirrors, shownBy } from './support/mirrors.ts'
import { type Mover, openMover } from './support/random-moves.ts'

const seed = Math.floor(Math.random() * 1_000_000)
const secret = randomBytes(36).toString('base64')

/** The portal on a database; its addresses are the same wherever it listens. */
function servePortal(url: string) {
  return runAppProcess(dataFolder(), {
    ROLE: 'api',
    DATABASE_URL: url,
    SECRET: secret,
    RATE_LIMIT: 'off',
    PUBLIC_URL: 'http://localhost:3000',
  })
}

test(`both examples show what the portal shows, however often they are killed while 500 moves are made, and after its database went back to an older copy (seed ${seed})`, async () => {
  const random = seededRandom(seed)
  const ground = await prepareGround()
  const portal = servePortal(ground.url)
  const baseUrl = await portal.ready
  const mirrors = prepareMirrors()

  const ids: string[] = []
  const mover = openMover(ground, random, ids)
  for (let n = 0; n < 20; n += 1) await mover.move()
  const killed = new Set<string>()
  const rounds = (count: number, by: Mover, from: string) => killInRounds(mirrors, from, { count, random, killed, move: by.move })
  await rounds(16, mover, baseUrl)
  const [older, asOld] = [await copyDatabase(ground.url), await copyDatabase(ground.url)]
  const inCopy = [...ids]
  await expect.poll(() => ground.rows('SELECT').then(Array.isArray, () => false)).toBe(true)
  await rounds(16, mover, baseUrl)
  expect([...killed].sort()).toEqual(['node', 'php'])
  expect(Object.keys(mover.made)).toHaveLength(7)
  await expectShown(mirrors, ground, baseUrl)

  portal.kill('SIGTERM')
  await portal.exited
  const restored = await openGround(older)
  await beginEpoch(restored.db, operator)
  const again = await servePortal(older).ready
  await rounds(4, openMover(restored, random, inCopy), again)
  await expectShown(mirrors, restored, again)

  // Once more, and nobody is killed: who begins anew because he lost his cursor does not hide who should have for the epoch.
  const twice = await openGround(asOld)
  // Epochs of one minute would have one number.
  for (let n = 0; n < 2; n += 1) await beginEpoch(twice.db, operator)
  await expectShown(mirrors, twice, await servePortal(asOld).ready)
}, 240_000)

interface Rounds {
  count: number
  random: () => number
  /** Whoever was killed is noted here. */
  killed: Set<string>
  move(): Promise<void>
}

/** In each round fifteen moves are made while mirrors run that are killed on the way, most of them, by what they have written. */
async function killInRounds(mirrors: Mirror[], baseUrl: string, { count, random, killed, move }: Rounds): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    // Starting PHP costs ten times as much.
    const running = mirrors.filter(({ name }) => name === 'node' || round % 4 === 0)
    const runs = running.map(({ name, run }) => ({ name, ...run(baseUrl, 1 + Math.floor(random() * 25)) }))
    for (let n = 0; n < 15; n += 1) await move()
    for (const { name, ended } of runs) if ((await ended) === null) killed.add(name)
  }
}

/** Left alone, each comes to the end, and then shows what is public and nothing else. */
async function expectShown(mirrors: Mirror[], ground: Ground, baseUrl: string): Promise<void> {
  const pages = (await import(new URL('../examples/portal-node/pages.js', import.meta.url).href)) as {
    articlePage(article: Article): string
    indexPage(pages: { name: string; text: string }[]): string
  }
  const shown = await ground.rows<{ id: string }>("SELECT id FROM articles WHERE public_state IN ('published', 'withdrawn') ORDER BY id")
  const articles = await Promise.all(
    shown.map(async ({ id }) => (await fetch(`${baseUrl}/api/v1/articles/${id}`)).json() as Promise<Article>),
  )
  const expected = articles.map((article) => ({ name: `${article.id}.html`, text: pages.articlePage(article) }))
  for (const [n, { text }] of expected.entries()) expect(text).toContain(articles[n]?.bodyHtml)
  for (const mirror of mirrors) {
    const run = mirror.run(baseUrl)
    expect([await run.ended, run.said()]).toEqual([0, ''])
    const files = expected.map(({ name, text }) => [`articles/${name}`, text])
    expect({ mirror: mirror.name, ...shownBy(mirror) }).toEqual({
      mirror: mirror.name,
      ...Object.fromEntries(files),
      'index.html': pages.indexPage(expected),
    })
  }
}
