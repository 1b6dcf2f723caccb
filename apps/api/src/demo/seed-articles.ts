import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import type { SiteRow } from '../db/find-site.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { addArticle } from '../publication/add-article.ts'
import { appendChanges, type ChangeEntry } from '../publication/changes.ts'
import { contentOf } from '../publication/revisions.ts'
import { transition } from '../publication/transition.ts'
import { demoArticles } from './content/articles.ts'
import type { DemoArticle } from './content/demo-content.ts'
import { pastArticle } from './content/organization.ts'
import { bodyNaming, demoBody } from './demo-body.ts'
import { idOf } from './keys.ts'
import type { DemoOrganization } from './seed-organization.ts'

interface Parts {
  site: SiteRow
  organization: DemoOrganization
  /** Ids of pictures by their scenes, of documents by their names. */
  media: Map<string, string>
  publisher: ActingPerson
}

/** Publishes the demo's articles through the verbs that every article goes through; answers them, the newest first, each with its local day. */
export async function seedArticles(tx: Db, parts: Parts): Promise<{ id: string; since: string }[]> {
  const entries: ChangeEntry[] = [...(await seedPastArticle(tx, parts))]
  const published: { id: string; since: string }[] = []
  const oldestFirst = [...demoArticles].sort((a, b) => b.daysAgo - a.daysAgo || a.hour - b.hour)
  for (const [index, demo] of oldestFirst.entries()) {
    const article = await addArticle(tx, { ...draftOf(demo, parts), actor: parts.publisher })
    const { at, day } = await momentOf(tx, demo, parts.site, oldestFirst.length - index)
    const outcome = await transition(tx, article, 'publish', parts.publisher, { at })
    entries.push(...outcome.entries)
    published.unshift({ id: article.id, since: day })
  }
  await appendChanges(tx, entries)
  return published
}

/** What the archive has of years ago. Its visits are not counted. */
async function seedPastArticle(tx: Db, { site, organization, publisher }: Parts): Promise<ChangeEntry[]> {
  const [unitId = '', ...mentioned] = pastArticle.units.map((key) => idOf(organization.units, key))
  const content = contentOf({
    title: pastArticle.title,
    sapo: pastArticle.sapo,
    body: bodyNaming(pastArticle.body, organization.appointments),
    bylines: [{ authorId: idOf(organization.authors, pastArticle.author), role: 'text' }],
    units: [{ unitId, role: 'lead' }, ...mentioned.map((id) => ({ unitId: id, role: 'mentioned' as const }))],
    categoryIds: [...organization.categories.values()].slice(0, 1),
    event: pastArticle.event,
  })
  const article = await addArticle(tx, { id: uuidv7(), siteId: site.id, unitId, format: 'news', content, actor: publisher })
  return (await transition(tx, article, 'publish', publisher, { at: new Date(pastArticle.at) })).entries
}

function draftOf(demo: DemoArticle, { site, organization, media }: Parts) {
  const unitId = idOf(organization.units, demo.unit)
  const content = contentOf({
    title: demo.title,
    kicker: demo.kicker ?? null,
    sapo: demo.sapo,
    body: demoBody(demo.body, media),
    heroMediaId: idOf(media, demo.picture.scene),
    bylines: demo.authors.map((key) => ({ authorId: idOf(organization.authors, key), role: 'text' as const })),
    units: [
      { unitId, role: 'lead' as const },
      ...(demo.supportingUnits ?? []).map((key) => ({ unitId: idOf(organization.units, key), role: 'supporting' as const })),
    ],
    categoryIds: [idOf(organization.categories, demo.category)],
    tagIds: demo.tags.map((name) => idOf(organization.tags, name)),
    event: demo.event ?? null,
  })
  return { id: uuidv7(), siteId: site.id, unitId, format: 'news' as const, content }
}

/** The local hour so many days ago; what would lie ahead of now is put some minutes before it, in order. */
async function momentOf(tx: Db, { daysAgo, hour }: DemoArticle, site: SiteRow, minutesAgo: number): Promise<{ at: Date; day: string }> {
  const { rows } = await tx.execute<{ ms: string; day: string }>(sql`
    SELECT extract(epoch FROM at) * 1000 AS ms, to_char(at AT TIME ZONE ${site.timeZone}, 'YYYY-MM-DD') AS day
    FROM date_trunc('minute', least(
      (published.today() - ${daysAgo}::int + make_interval(mins => (${hour}::float8 * 60)::int)) AT TIME ZONE ${site.timeZone},
      now() - make_interval(mins => ${minutesAgo}::int)
    )) AS at`)
  return { at: new Date(Number(rows[0]?.ms)), day: rows[0]?.day ?? '' }
}
