import type { Change, Changes } from '@bantin/shared/changes'
import type { TestApp } from './test-app.ts'

/** A page of the change feed. Throws where it is refused. */
export async function readFeed({ app }: TestApp, query: Record<string, string | number> = {}): Promise<Changes> {
  const answer = await app.inject({ url: '/api/v1/changes', query: query as Record<string, string> })
  if (answer.statusCode !== 200) throw new Error(`no feed: ${answer.body}`)
  return answer.json() as Changes
}

/** The cursor of who has read everything. */
export async function feedEnd(it: TestApp): Promise<string> {
  const page = await readFeed(it)
  return page.more ? (await readOn(it, page.cursor)).cursor : page.cursor
}

/** All that is behind a cursor (without one, all that a first run gives), page by page, and where it ends. */
export async function readOn(it: TestApp, cursor?: string, query: Record<string, string | number> = {}) {
  const entries: Change[] = []
  let page: Changes | undefined
  do {
    const from = page?.cursor ?? cursor
    page = await readFeed(it, from === undefined ? query : { ...query, cursor: from })
    entries.push(...page.data)
  } while (page.more)
  return { entries, cursor: page.cursor }
}
