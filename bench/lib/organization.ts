import { renderingFormats, renderingsOf } from '@bantin/shared/renderings'
import { slugOf } from '@bantin/shared/slug'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../apps/api/src/db/client.ts'
import { findSite } from '../../apps/api/src/db/find-site.ts'
import { authors } from '../../apps/api/src/db/schema/authors.ts'
import { categories, tags } from '../../apps/api/src/db/schema/categories.ts'
import { media } from '../../apps/api/src/db/schema/media.ts'
import { unitNames, unitParents, units } from '../../apps/api/src/db/schema/units.ts'

/** The ids that articles name. */
export interface Organization {
  siteId: string
  units: string[]
  authors: string[]
  categories: string[]
  tags: string[]
  pictures: string[]
}

/** How many there are of each at a province's portal. */
const counts = { units: 20, authors: 30, categories: 12, tags: 80, pictures: 60 }

/** Gives an empty site units below its root, authors, categories, tags and pictures, of which only the rows are there. */
export async function addOrganization(db: Db): Promise<Organization> {
  const { id: siteId, rootUnitId } = await findSite(db)
  if (rootUnitId === null) throw new Error('a site without its root unit')
  const made = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Array.from({ length: count }, () => uuidv7())]))
  const ids = { siteId, ...(made as Record<keyof typeof counts, string[]>) }
  // Of a unit its name is there when the transaction ends.
  await db.transaction((tx) => addUnits(tx, rootUnitId, ids.units))
  await db
    .insert(authors)
    .values(ids.authors.map((id, n) => ({ id, ...named(`Nguyễn Thị Minh ${n + 1}`, 'displayName'), kind: 'person' as const })))
  await db
    .insert(categories)
    .values(ids.categories.map((id, order) => ({ id, siteId, order, ...named(`Chuyên mục ${order + 1}`, 'name') })))
  await db.insert(tags).values(ids.tags.map((id, n) => ({ id, siteId, ...named(`Thi đua yêu nước ${n + 1}`, 'name') })))
  await db.insert(media).values(ids.pictures.map((id) => pictureRow(id, rootUnitId)))
  return ids
}

async function addUnits(db: Db, rootUnitId: string, ids: string[]): Promise<void> {
  const always = '(,)'
  const nameOf = (n: number) => `Sở Nội vụ và Lao động ${n + 1}`
  await db.insert(units).values(ids.map((id, n) => ({ id, slug: slugOf(nameOf(n)), kind: 'department' as const, order: n })))
  await db.insert(unitNames).values(ids.map((unitId, n) => ({ id: uuidv7(), unitId, name: nameOf(n), period: always })))
  await db.insert(unitParents).values(ids.map((unitId) => ({ id: uuidv7(), unitId, parentId: rootUnitId, period: always })))
}

function named<Name extends string>(name: string, as: Name) {
  return { slug: slugOf(name), [as]: name } as { slug: string } & Record<Name, string>
}

function pictureRow(id: string, unitId: string): typeof media.$inferInsert {
  const [width, height] = [1920, 1280]
  const variants = renderingsOf(width, height).map(({ format, ...rendering }) => ({
    ...rendering,
    type: renderingFormats[format],
    bytes: 40_000,
  }))
  const said = {
    alt: 'Toàn cảnh hội nghị tổng kết phong trào thi đua',
    caption: 'Hội nghị tổng kết phong trào thi đua.',
    credit: 'Ảnh: Minh Hạnh',
  }
  return {
    id,
    sha256: id,
    type: 'image/jpeg',
    width,
    height,
    bytes: 900_000,
    originalName: 'hoi-nghi.jpg',
    color: '#7a8c99',
    ...said,
    variants,
    unitId,
  }
}
