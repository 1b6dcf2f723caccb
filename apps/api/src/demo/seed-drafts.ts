import { bodyFromText } from '@bantin/shared/body/body-from-text'
import type { Role } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import type { SiteRow } from '../db/find-site.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { addArticle } from '../publication/add-article.ts'
import { contentOf } from '../publication/revisions.ts'
import { transition } from '../publication/transition.ts'
import type { DemoDraft } from './content/demo-content.ts'
import { demoDrafts } from './content/drafts.ts'

interface Parts {
  site: SiteRow
  /** The unit that owns them. */
  unitId: string
  people: Map<Role, ActingPerson>
}

/** Puts on the desk what a newsroom has on it at any time, by the verbs that people use. Nothing of it is public. */
export async function seedDrafts(tx: Db, parts: Parts): Promise<void> {
  for (const draft of demoDrafts) await seedDraft(tx, draft, parts)
}

async function seedDraft(tx: Db, { title, sapo, body, by, state, note = '' }: DemoDraft, { site, unitId, people }: Parts): Promise<void> {
  const [author, editor] = [people.get(by), people.get('editor')]
  if (!author || !editor) throw new Error('the demo has an account for each role')
  const content = contentOf({ title, sapo, body: bodyFromText(body.join('\n\n')), units: [{ unitId, role: 'lead' }] })
  const article = await addArticle(tx, { id: uuidv7(), siteId: site.id, unitId, format: 'news', content, actor: author })
  if (state === 'scheduled') await transition(tx, article, 'schedule', author, { at: await tomorrowAtSeven(tx, site) })
  if (state !== 'in_review' && state !== 'returned') return
  const submitted = await transition(tx, article, 'submit', author, state === 'in_review' ? { note } : {})
  if (state === 'returned') await transition(tx, submitted.article, 'return', editor, { note })
}

async function tomorrowAtSeven(tx: Db, { timeZone }: SiteRow): Promise<string> {
  const { rows } = await tx.execute<{ at: string }>(
    sql`SELECT published.site_time((published.today() + 1 + time '07:00') AT TIME ZONE ${timeZone}, ${timeZone}) AS at`,
  )
  return rows[0]?.at ?? ''
}
