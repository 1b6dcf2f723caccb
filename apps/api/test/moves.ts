import type { EditorialOutcome } from '@bantin/shared/editorial-articles'
import type { PublishingPolicy } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { clock } from '../src/lib/acting-person.ts'
import { lockArticles } from '../src/publication/article.ts'
import { appendChanges } from '../src/publication/changes.ts'
import { transition } from '../src/publication/transition.ts'
import { send } from './factories.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

/** A verb as its address names it, `edit` for a patch, with what it is given. */
export type Move = [verb: string, input?: object]

/** Makes one move after the other with the version that stands, and answers what the last one answered. Throws where one is refused. */
export async function makeMoves(
  it: TestApp,
  as: SignedInForTest,
  article: { id: string; version: number },
  ...moves: Move[]
): Promise<EditorialOutcome> {
  let { version } = article
  let outcome: EditorialOutcome | undefined
  for (const [verb, input = {}] of moves) {
    const [method, path] = verb === 'edit' ? (['PATCH', ''] as const) : (['POST', `/${verb}`] as const)
    const answer = await send(it, as, method, `/articles/${article.id}${path}`, input, version)
    if (answer.statusCode !== 200) throw new Error(`no ${verb}: ${answer.body}`)
    outcome = answer.json() as EditorialOutcome
    version = outcome.version
  }
  return outcome ?? (await send(it, as, 'GET', `/articles/${article.id}`)).json()
}

/** How many people a publication needs, for the site, one of its units or one of its categories. */
export async function askFor({ database: { db } }: TestApp, policy: PublishingPolicy, where: { unit?: string; category?: string } = {}) {
  if (where.unit) await db.execute(sql`UPDATE units SET publishing_policy = ${policy} WHERE id = ${where.unit}`)
  else if (where.category) await db.execute(sql`UPDATE categories SET publishing_policy = ${policy} WHERE id = ${where.category}`)
  else await db.execute(sql`UPDATE sites SET publishing_policy = ${policy}`)
}

/** Does what the clock does once the planned time is there: it came a minute ago. Throws where nothing is due. */
export async function letTimeCome({ database: { db } }: TestApp, id: string, verb: 'publishDue' | 'withdrawDue'): Promise<void> {
  const planned = sql.raw(verb === 'publishDue' ? 'publish_at' : 'withdraw_at')
  await db.execute(sql`UPDATE articles SET ${planned} = now() - interval '1 minute' WHERE id = ${id} AND ${planned} IS NOT NULL`)
  await db.transaction(async (tx) => {
    for (const article of await lockArticles(tx, [id])) {
      await appendChanges(tx, (await transition(tx, article, verb, clock, {})).entries)
    }
  })
}

/** A moment so many hours from now. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
