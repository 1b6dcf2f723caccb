import { parseArgs } from 'node:util'
import { NewArticle } from '@bantin/shared/editorial-articles'
import { LocalDate } from '@bantin/shared/fields'
import { Ajv } from 'ajv'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { findSite, type SiteRow } from '../db/find-site.ts'
import { authors } from '../db/schema/authors.ts'
import { units } from '../db/schema/units.ts'
import { operator } from '../lib/acting-person.ts'
import { fieldErrors } from '../lib/field-errors.ts'
import { StartError } from '../lib/start-error.ts'
import type { ArticleRow } from '../publication/article.ts'
import { type ArrivingArticle, importArticles } from '../publication/import-articles.ts'
import { contentOf } from '../publication/revisions.ts'
import type { Command } from './command.ts'
import { readGivenFile, readTextFile } from './text-file.ts'
import { withDatabase } from './with-database.ts'

export const importText: Command = {
  usage: 'import text FILE [--unit SLUG] [--author SLUG] [--event-date DAY] [--stop-at TEXT] [--publish [--first-published DAY]]',
  summary:
    'makes an article of a text file: first line title, empty lines between paragraphs; DAY as 2026-11-23 or 23/11/2026; without --unit it belongs to the root unit; what was --first-published elsewhere on a DAY is of an archive: it stands under that day and is told to nobody as new',
  run: async (args, context) => {
    const { file, ...options } = readOptions(args)
    const { title, body } = readTextFile(await readGivenFile(file), options['stop-at'])
    await withDatabase(context, async ({ db }, { publicUrl }) => {
      const article = await importArticle(db, { title, body }, options)
      context.say(
        article.publicState === 'published'
          ? `Published: ${publicUrl}/bai-viet/${article.slug}`
          : `Draft: ${publicUrl}/ban-bien-tap/bai/${article.id}`,
      )
    })
    return 0
  },
}

type Options = ReturnType<typeof readOptions>

function readOptions(args: string[]) {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { unit: text, author: text, 'event-date': text, 'stop-at': text, publish: { type: 'boolean' }, 'first-published': text },
  })
  const [file, ...rest] = positionals
  if (values['first-published'] !== undefined && !values.publish) throw new StartError('--first-published goes with --publish.')
  if (file === undefined || rest.length > 0) throw new StartError(`Usage: bantin ${importText.usage}`)
  return { file, ...values }
}

const ajv = new Ajv({ allowUnionTypes: true, verbose: true })
const isNewArticle = ajv.compile(NewArticle)
const isDay = ajv.compile(LocalDate)

/** A draft of the site's root unit or the unit named, published at once when asked. */
async function importArticle(db: Db, content: Pick<NewArticle, 'title' | 'body'>, options: Omit<Options, 'file'>): Promise<ArticleRow> {
  return await db.transaction(async (tx) => {
    const site = await findSite(tx)
    const unitId = options.unit === undefined ? site.rootUnitId : await idBySlug(tx, units, options.unit)
    if (unitId === null) throw new StartError('Name the unit that owns the article: --unit SLUG.')
    const input: NewArticle = {
      ...content,
      units: [{ unitId, role: 'lead' }],
      ...(options.author !== undefined && { bylines: [{ authorId: await idBySlug(tx, authors, options.author), role: 'text' }] }),
      ...(options['event-date'] !== undefined && { event: { startsOn: localDate(options['event-date']) } }),
    }
    if (!isNewArticle(input)) throw new StartError(whyNot(isNewArticle.errors ?? []))
    const arriving = { siteId: site.id, unitId, format: 'news' as const, content: contentOf(input) }
    const publish = options.publish && (await archived(tx, site, options['first-published']))
    const [article] = await importArticles(tx, [{ ...arriving, ...(publish && { publish }) }], operator)
    return article as ArticleRow
  })
}

/** How something is published that came out on a day before, if it did: under the beginning of that day, as no news. */
async function archived(db: Db, { timeZone }: SiteRow, given: string | undefined): Promise<ArrivingArticle['publish']> {
  if (given === undefined) return {}
  const day = localDate(given)
  if (!isDay(day))
    throw new StartError('The article cannot be taken: --first-published: Use a day that the calendar has, such as 2026-11-23.')
  const { rows } = await db.execute<{ at: string; is_past: boolean }>(
    sql`SELECT to_json(at) #>> '{}' AS at, at <= now() AS is_past FROM (SELECT ${day}::timestamp AT TIME ZONE ${timeZone} AS at) d`,
  )
  const [beginning] = rows
  if (!beginning?.is_past) throw new StartError('The article cannot be taken: --first-published: It cannot have come out in the future.')
  return { backfill: true, firstPublishedAt: beginning.at }
}

/** The first thing that is wrong, by the option that gave it. */
function whyNot(findings: Parameters<typeof fieldErrors>[0]): string {
  const [error] = fieldErrors(findings, 'body')
  const places: Record<string, string> = { '/event/startsOn': '--event-date', '/title': 'the title' }
  return `The article cannot be taken: ${places[error?.pointer ?? ''] ?? error?.pointer}: ${error?.message}`
}

async function idBySlug(db: Db, table: typeof units | typeof authors, slug: string): Promise<string> {
  const [row] = await db.select({ id: table.id }).from(table).where(eq(table.slug, slug))
  if (!row)
    throw new StartError(
      `Nothing has the slug "${slug}": it is the last part of an address such as ${table === units ? '/don-vi' : '/tac-gia'}/${slug}.`,
    )
  return row.id
}

/** `2021-12-28` or, as people here write it, `28/12/2021`. */
function localDate(value: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? []
  return year === '' ? value : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
