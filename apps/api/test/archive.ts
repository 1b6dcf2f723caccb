import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { findSite } from '../src/db/find-site.ts'
import { operator } from '../src/lib/acting-person.ts'
import { importArticles } from '../src/publication/import-articles.ts'
import { contentOf, type RevisionContent } from '../src/publication/revisions.ts'
import type { TestApp } from './test-app.ts'

/** An article that is taken in from an archive, where it came out `at`; answers its id and version. */
export async function takeFromArchive({ database: { bulk, db } }: TestApp, at: Date, content: Partial<RevisionContent> = {}) {
  const { id: siteId, rootUnitId } = await findSite(db)
  const article = {
    siteId,
    unitId: rootUnitId as string,
    format: 'news' as const,
    content: { ...contentOf({ title: 'Bài lưu trữ', body: bodyFromText('Một đoạn cũ.') }), ...content },
    publish: { at, backfill: true },
  }
  const [taken] = await bulk.transaction((tx) => importArticles(tx, [article], operator))
  if (!taken) throw new Error('nothing was taken in')
  return { id: taken.id, version: taken.version }
}
