import { bodyFromText } from '@bantin/shared/body/body-from-text'
import type { NewArticle } from '@bantin/shared/editorial-articles'
import { v7 as uuidv7 } from 'uuid'
import { findSite } from '../src/db/find-site.ts'
import { authors } from '../src/db/schema/authors.ts'
import { categories } from '../src/db/schema/categories.ts'
import { media } from '../src/db/schema/media.ts'
import { addUnit } from './add-unit.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

let made = 0

/** A unit below `parentId`, or at the root's side without one. */
export async function createUnit({ database: { db } }: TestApp, options: Partial<Parameters<typeof addUnit>[1]> = {}): Promise<string> {
  made += 1
  return await addUnit(db, { slug: `don-vi-${made}`, name: `Đơn vị ${made}`, ...options })
}

export async function createAuthor({ database: { db } }: TestApp, displayName = 'Nguyễn Thị Thử'): Promise<string> {
  const id = uuidv7()
  made += 1
  await db.insert(authors).values({ id, slug: `tac-gia-${made}`, displayName, kind: 'person' })
  return id
}

export async function createCategory({ database: { db } }: TestApp, name = 'Chuyên mục thử'): Promise<string> {
  const id = uuidv7()
  made += 1
  await db.insert(categories).values({ id, siteId: (await findSite(db)).id, slug: `chuyen-muc-${made}`, name })
  return id
}

/** What the media library says of a file. */
interface SaidOfMedia {
  alt?: string | null
  caption?: string | null
}

/** A picture that nothing shows yet, with one file in the store; answers its id and where the file is asked for. */
export async function createPicture(
  { database: { db }, mediaStore }: TestApp,
  said: SaidOfMedia = {},
): Promise<{ id: string; path: string }> {
  const id = uuidv7()
  const variants = [{ name: '640.jpg', type: 'image/jpeg', width: 640, height: 360, bytes: 3 }]
  const shared = {
    width: 640,
    height: 360,
    bytes: 3,
    originalName: 'a.jpg',
    alt: 'Ảnh',
    variants,
    unitId: (await findSite(db)).rootUnitId as string,
  }
  await db.insert(media).values({ id, sha256: id, type: 'image/jpeg', ...shared, ...said })
  await mediaStore.put(`${id}/1/640.jpg`, Buffer.from('jpg'))
  return { id, path: `/media/${id}/1/640.jpg` }
}

/** A PDF that nothing shows yet; answers as `createPicture`. */
export async function createDocument({ database: { db }, mediaStore }: TestApp): Promise<{ id: string; path: string }> {
  const id = uuidv7()
  const file = { kind: 'document' as const, type: 'application/pdf' as const, bytes: 3, originalName: 'a.pdf', variants: [] }
  await db.insert(media).values({ id, sha256: id, ...file, unitId: (await findSite(db)).rootUnitId as string })
  await mediaStore.put(`${id}/original`, Buffer.from('pdf'))
  return { id, path: `/media/${id}/1/file.pdf` }
}

/** Sends an editorial request as the person; `version` becomes `If-Match`. A payload of text is sent as it is, as JSON. */
export async function send(
  { app }: TestApp,
  as: SignedInForTest | null,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  payload?: unknown,
  version?: number,
  headers: Record<string, string> = {},
) {
  return await app.inject({
    method,
    url: `/api/v1/editorial${path}`,
    headers: {
      ...(as && { authorization: as.authorization }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(typeof payload === 'string' && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { payload: payload as object }),
  })
}

/**
 * The same, sent again while the answer is that the server cannot answer now: of many at once some wait for a connection longer than
 * they may, on a machine that is busy with other tests.
 */
export async function sendPatiently(...request: Parameters<typeof send>): ReturnType<typeof send> {
  const answer = await send(...request)
  return answer.statusCode === 503 ? await sendPatiently(...request) : answer
}

/** A draft made through the API; answers its id and version. */
export async function createDraft(
  it: TestApp,
  as: SignedInForTest,
  input: Partial<NewArticle> = {},
): Promise<{ id: string; version: number; slug: string }> {
  made += 1
  const answer = await send(it, as, 'POST', '/articles', { title: `Bài thử số ${made}`, body: bodyFromText('Một đoạn văn.'), ...input })
  if (answer.statusCode !== 201) throw new Error(`no draft: ${answer.body}`)
  return answer.json()
}

/** An article published through the API. */
export async function createPublished(
  it: TestApp,
  as: SignedInForTest,
  input: Partial<NewArticle> = {},
): Promise<{ id: string; version: number; slug: string }> {
  const { id } = await createDraft(it, as, input)
  const answer = await send(it, as, 'POST', `/articles/${id}/publish`, {}, 1)
  if (answer.statusCode !== 200) throw new Error(`not published: ${answer.body}`)
  return answer.json()
}
