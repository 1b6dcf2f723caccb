import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { type SlugPage, slugPageOf } from '../../lib/own-addresses.ts'
import { type PathQuery, readPathQuery } from '../../lib/path-query.ts'
import { findMovedTo } from '../former-slugs.queries.ts'
import { type Entity, findById, findBySlug, findRedirect, findTheSite, hasIdAddress } from './lookup.queries.ts'

/**
 * What a public address of this portal shows, as the answer's JSON: of a page in either language, of the API, or of an older system.
 * Whole addresses are ours by their host, whatever their scheme. Throws `not_found`, also for what may not be known of.
 */
export async function lookUp(db: DeliveryDb, baseUrl: string, address: string): Promise<string> {
  const asked = ownPath(baseUrl, address)
  const json = asked && ((await lookUpOwn(db, baseUrl, asked)) ?? (await lookUpOld(db, baseUrl, asked)))
  if (json === undefined) throw new ProblemError('not_found')
  return json
}

function ownPath(baseUrl: string, address: string): PathQuery | undefined {
  if (/^\/(?![/\\])/.test(address)) return readPathQuery(address)
  const url = URL.parse(address)
  const isOurs = url !== null && /^https?:$/.test(url.protocol) && url.host === new URL(baseUrl).host
  return isOurs ? readPathQuery(url.pathname + url.search) : undefined
}

const entities: Record<SlugPage, Exclude<Entity, 'site'>> = {
  'bai-viet': 'article',
  'chuyen-muc': 'category',
  the: 'tag',
  'don-vi': 'unit',
  'tac-gia': 'author',
  nguoi: 'person',
}

/** What has an address of its own in the API, by the word in it. */
const nouns = { articles: 'article', units: 'unit', authors: 'author', people: 'person' } as const

const isNoun = (word: string): word is keyof typeof nouns => Object.hasOwn(nouns, word)

async function lookUpOwn(db: DeliveryDb, baseUrl: string, { path }: PathQuery): Promise<string | undefined> {
  if (/^\/(en)?$/.test(path)) return await findTheSite(db, baseUrl)
  const page = slugPageOf(path)
  const [, noun = '', ofApi] = /^\/api\/v1\/(articles|units|authors|people)\/([a-z0-9-]+)$/.exec(path) ?? []
  const entity = page ? entities[page.page] : isNoun(noun) ? nouns[noun] : undefined
  const slug = page?.slug ?? ofApi
  if (entity === undefined || slug === undefined) return undefined
  if (hasIdAddress(entity) && isId(slug)) return await findById(db, baseUrl, entity, slug)
  return (await findBySlug(db, baseUrl, entity, slug)) ?? (await lookUpMoved(db, baseUrl, noun, slug))
}

/** What the API had at another slug; a page that was is in the redirects as it stands. */
async function lookUpMoved(db: DeliveryDb, baseUrl: string, noun: string, slug: string): Promise<string | undefined> {
  if (noun !== 'units' && noun !== 'people' && noun !== 'authors') return undefined
  const today = await findMovedTo(db, noun, slug)
  return today === undefined ? undefined : await findBySlug(db, baseUrl, nouns[noun], today)
}

/** One step: an old address may lead to a path of ours, but not to another old one. */
async function lookUpOld(db: DeliveryDb, baseUrl: string, asked: PathQuery): Promise<string | undefined> {
  const to = await findRedirect(db, asked)
  if (to?.articleId) return await findById(db, baseUrl, 'article', to.articleId)
  const target = to?.url ? ownPath(baseUrl, to.url) : undefined
  return target && (await lookUpOwn(db, baseUrl, target))
}
