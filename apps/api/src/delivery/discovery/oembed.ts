import type { Oembed, OembedQuery } from '@bantin/shared/discovery'
import type { DeliveryDb } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { slugPageOf } from '../../lib/own-addresses.ts'
import { type Embedded, findEmbedded } from './oembed.queries.ts'

/**
 * What is shown of an article in the place of a link to its page (https://oembed.com). A link and not HTML: whoever takes it need not
 * trust us. Throws `not_found` for addresses of others, of other pages, and of what is in no list.
 */
export async function readOembed(db: DeliveryDb, baseUrl: string, { url, maxwidth, maxheight }: OembedQuery): Promise<Oembed> {
  const slug = slugOf(baseUrl, url)
  const article = slug === undefined ? undefined : await findEmbedded(db, baseUrl, slug)
  if (!article) throw new ProblemError('not_found')
  const { title, siteName, authors } = article
  const [first] = authors
  return {
    version: '1.0',
    type: 'link',
    title,
    ...(first && { author_name: authors.map(({ name }) => name).join(', '), author_url: first.url }),
    provider_name: siteName,
    provider_url: `${baseUrl}/`,
    ...thumbnail(article, maxwidth, maxheight),
  }
}

/** Of the address of an article's page of ours, whatever social networks have put behind it. */
function slugOf(baseUrl: string, address: string): string | undefined {
  const url = URL.parse(address)
  const found = url?.origin === baseUrl ? slugPageOf(url.pathname) : undefined
  return found?.page === 'bai-viet' ? found.slug : undefined
}

/** The largest that fits; none where even the smallest is too large. */
function thumbnail({ pictures }: Embedded, maxwidth = Infinity, maxheight = Infinity) {
  const fitting = pictures.find(({ width, height }) => width <= maxwidth && height <= maxheight)
  return fitting && { thumbnail_url: fitting.url, thumbnail_width: fitting.width, thumbnail_height: fitting.height }
}
