import type { Article } from '@bantin/shared/articles'
import type { Block } from '@bantin/shared/body'
import { renderingsOf } from '@bantin/shared/renderings'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyBlock } from '../../../test/every-block.ts'
import { createDocument, createPicture, createPublished } from '../../../test/factories.ts'
import { createPreview } from '../../../test/links.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { type MediaVariant, media } from '../../db/schema/media.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const origin = 'http://localhost:3000'
const read = async (slug: string): Promise<Article> => (await it.app.inject(`/api/v1/articles/${slug}`)).json()
const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/** A picture with all renderings that one of this size gets. */
async function createRendered(width: number, height: number): Promise<string> {
  const { id } = await createPicture(it, { alt: 'Cầu & sông' })
  const variants = renderingsOf(width, height).map(
    ({ name, format, ...size }): MediaVariant => ({ name, type: types[format], width: size.width, height: size.height, bytes: 1 }),
  )
  // As they are made, which is in no order.
  await it.database.db.update(media).set({ variants: variants.reverse(), rev: 2 }).where(eq(media.id, id))
  return id
}

const figure = (mediaId: string): Block => ({ type: 'figure', attrs: { mediaId } })
const link: Block = {
  type: 'paragraph',
  content: [{ type: 'text', text: 'xem', marks: [{ type: 'link', attrs: { href: '/don-vi' } }] }],
}

describe('the text of an article, when it is answered', () => {
  test('has its pictures as the largest JPEG and all widths of WebP, never a crop; documents by their kind; links with the site', async () => {
    const [picture, document] = [await createRendered(1000, 800), await createDocument(it)]
    const file: Block = { type: 'file', attrs: { mediaId: document.id } }
    const { slug } = await createPublished(it, publisher, { body: { type: 'doc', content: [figure(picture), file, link] } })
    const at = (name: string) => `${origin}/media/${picture}/2/${name}`
    const srcset = [320, 640, 960, 1000].map((width) => `${at(`${width}.webp`)} ${width}w`).join(', ')
    expect((await read(slug)).bodyHtml).toBe(
      `<figure><img src="${at('1000.jpg')}" srcset="${srcset}" sizes="(min-width: 48rem) 43rem, 100vw" width="1000" height="800" ` +
        'alt="Cầu &amp; sông" loading="lazy" decoding="async"></figure>\n' +
        `<figure><a href="${origin}${document.path}" type="application/pdf">a.pdf</a> <small>PDF, 1 kB</small></figure>\n` +
        `<p><a href="${origin}/don-vi">xem</a></p>`,
    )
  })

  test('shows a picture that was just uploaded by its one rendering, and what the library says of it now', async () => {
    const { id, path } = await createPicture(it)
    const { slug } = await createPublished(it, publisher, { body: { type: 'doc', content: [link, figure(id)] } })
    const html = (alt: string) =>
      `<figure><img src="${origin}${path}" width="640" height="360" alt="${alt}" loading="lazy" decoding="async"></figure>`
    expect((await read(slug)).bodyHtml).toContain(html('Ảnh'))
    await it.database.db.update(media).set({ alt: '"Mới"' }).where(eq(media.id, id))
    expect((await read(slug)).bodyHtml).toContain(html('&quot;Mới&quot;'))
  })

  test('shows nothing of a picture of which nothing is rendered', async () => {
    const { id } = await createPicture(it)
    const { slug } = await createPublished(it, publisher, { heroMediaId: id, body: { type: 'doc', content: [figure(id), link] } })
    await it.database.db.update(media).set({ variants: [] }).where(eq(media.id, id))
    const { hero, bodyHtml } = await read(slug)
    expect([hero, bodyHtml.split('\n')[0]]).toEqual([null, '<figure></figure>'])
  })

  test('stands beside the editor’s form, which keeps ids and paths', async () => {
    const { id } = await createPicture(it)
    const { slug } = await createPublished(it, publisher, { body: { type: 'doc', content: [figure(id), link] } })
    const answer = await it.app.inject(`/api/v1/articles/${slug}`)
    expect(Object.keys(answer.json()).slice(-4)).toEqual(['bodyHtml', 'body', 'related', 'appointments'])
    expect(answer.json().body.content).toMatchObject([figure(id), link])
    expect((await it.app.inject(`/api/v1/articles/${answer.json().id}`)).body).toBe(answer.body)
  })
})

describe('the lead picture', () => {
  test('has every form that a page needs, in lists as in the article', async () => {
    const id = await createRendered(1000, 800)
    const { slug } = await createPublished(it, publisher, { heroMediaId: id })
    const at = (name: string) => `${origin}/media/${id}/2/${name}`
    const choice = (widths: number[], name: string) => widths.map((width) => `${at(name.replace('W', String(width)))} ${width}w`).join(', ')
    const expected = {
      id,
      src: at('1000.jpg'),
      srcset: choice([320, 640, 960, 1000], 'W.webp'),
      avifSrcset: choice([320, 640, 960, 1000], 'W.avif'),
      width: 1000,
      height: 800,
      alt: 'Cầu & sông',
      caption: null,
      credit: null,
      color: null,
      card: { src: at('card-960.jpg'), srcset: choice([320, 640, 960], 'card-W.webp') },
      share: at('share.jpg'),
    }
    expect((await read(slug)).hero).toEqual(expected)
    expect((await it.app.inject('/api/v1/articles')).json().data[0].hero).toEqual(expected)
  })

  test('is the whole picture everywhere until its crops are made, and without words where only its caption has some', async () => {
    const { id, path } = await createPicture(it, { alt: null, caption: 'Chú thích' })
    const { slug } = await createPublished(it, publisher, { heroMediaId: id })
    const src = origin + path
    expect((await read(slug)).hero).toMatchObject({
      ...{ src, srcset: '', avifSrcset: '', width: 640, height: 360, alt: '' },
      ...{ card: { src, srcset: '' }, share: src },
    })
  })
})

test('a preview shows the same as the published article, by addresses that are signed', async () => {
  const [lead, picture, document] = [await createRendered(1300, 700), await createRendered(500, 900), await createDocument(it)]
  const input = { heroMediaId: lead, body: everyBlock(lead, picture, document.id) }
  const { id, slug } = await createPublished(it, publisher, input)
  const { token } = await createPreview(it, publisher, id)
  const preview = (await it.app.inject(`/api/v1/previews/${token}`)).json()
  const [{ hero, bodyHtml }, signature] = [await read(slug), /\?expires=\d+&(?:amp;)?signature=[\w-]{43}/g]
  expect(JSON.parse(JSON.stringify(preview.hero).replace(signature, ''))).toEqual(hero)
  expect(preview.bodyHtml.replace(signature, '')).toBe(bodyHtml)
  for (const [, path, signed = ''] of JSON.stringify(preview).matchAll(/\/(media\/[^?"\\ ]+)(\?[\w=&;-]+)?/g)) {
    const query = new URLSearchParams(signed.replaceAll('&amp;', '&'))
    const given = { expires: Number(query.get('expires')), signature: query.get('signature') ?? '' }
    expect([path, it.app.mediaAddresses.isSigned(`/${path}`, given)]).toEqual([path, true])
  }
})
