import { slugOf } from '@bantin/shared/slug'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/client.ts'
import type { SiteRow } from '../db/find-site.ts'
import { authors } from '../db/schema/authors.ts'
import { blocMembers } from '../db/schema/blocs.ts'
import { categories, tags } from '../db/schema/categories.ts'
import { sites } from '../db/schema/sites.ts'
import { unitNames, unitParents, units } from '../db/schema/units.ts'
import { demoArticles } from './content/articles.ts'
import { demoAuthors } from './content/authors.ts'
import { demoCategories } from './content/categories.ts'
import type { DemoUnit } from './content/demo-content.ts'
import { demoUnits } from './content/units.ts'
import { idOf, idsOf } from './keys.ts'
import { seedEmulation } from './seed-emulation.ts'
import { seedPast, seedPeople } from './seed-people.ts'

/** Ids by the keys of the demo content; tags by their names. */
export interface DemoOrganization {
  units: Map<string, string>
  authors: Map<string, string>
  categories: Map<string, string>
  tags: Map<string, string>
  appointments: Map<string, string>
}

const always = '(,)'
/** The identifiers of agencies in electronic documents (decision 20/2020/QĐ-TTg). */
const codeScheme = 'QĐ20/2020'

/** Writes the province: units with names, parents and bloc members as they were and are, what the bloc's years came to, people in their posts, authors, categories and tags. The site's root unit becomes its root. */
export async function seedOrganization(tx: Db, site: SiteRow): Promise<DemoOrganization> {
  const unitIds = await seedUnits(tx, site)
  await seedPast(tx, unitIds, codeScheme)
  await seedEmulation(tx, unitIds)
  const appointments = await seedPeople(tx, unitIds)
  const authorIds = idsOf(demoAuthors)
  await tx.insert(authors).values(
    demoAuthors.map(({ key, slug, displayName, kind, bio, unit }) => ({
      id: idOf(authorIds, key),
      slug,
      displayName,
      kind,
      bio,
      unitId: idOf(unitIds, unit),
    })),
  )
  const categoryIds = idsOf(demoCategories)
  await tx
    .insert(categories)
    .values(demoCategories.map(({ key, slug, name }, order) => ({ id: idOf(categoryIds, key), siteId: site.id, slug, name, order })))
  const tagIds = new Map([...new Set(demoArticles.flatMap((article) => article.tags))].map((name) => [name, uuidv7()]))
  await tx.insert(tags).values([...tagIds].map(([name, id]) => ({ id, siteId: site.id, slug: slugOf(name), name })))
  return { units: unitIds, authors: authorIds, categories: categoryIds, tags: tagIds, appointments }
}

async function seedUnits(tx: Db, site: SiteRow): Promise<Map<string, string>> {
  const ids = idsOf(demoUnits)
  const [root] = demoUnits
  if (!root || !site.rootUnitId) throw new Error('the demo needs a root unit')
  ids.set(root.key, site.rootUnitId)
  await becomeRoot(tx, site, root)
  const below = demoUnits.slice(1)
  await tx.insert(units).values(below.map((unit, order) => ({ id: idOf(ids, unit.key), ...unitColumns(unit), order })))
  await tx.insert(unitNames).values(
    below.map(({ key, name, shortName }) => ({
      id: uuidv7(),
      unitId: idOf(ids, key),
      name,
      shortName: shortName ?? null,
      period: always,
    })),
  )
  const parents = below.flatMap(({ key, parent }) =>
    parent ? [{ id: uuidv7(), unitId: idOf(ids, key), parentId: idOf(ids, parent), period: always }] : [],
  )
  await tx.insert(unitParents).values(parents)
  const members = below.flatMap(({ key, members = [] }) =>
    members.map((member) => ({ id: uuidv7(), blocId: idOf(ids, key), unitId: idOf(ids, member), period: always })),
  )
  await tx.insert(blocMembers).values(members)
  return ids
}

async function becomeRoot(tx: Db, site: SiteRow, root: DemoUnit): Promise<void> {
  const id = site.rootUnitId ?? ''
  await tx.update(units).set(unitColumns(root)).where(eq(units.id, id))
  await tx
    .update(unitNames)
    .set({ name: root.name, shortName: root.shortName ?? null })
    .where(eq(unitNames.unitId, id))
  await tx
    .update(sites)
    .set({
      name: 'Cổng thông tin tỉnh Sông Trà',
      settings: {
        contacts: root.contacts ?? {},
        responsiblePerson: 'Trưởng Ban biên tập Nguyễn Minh Châu',
        reuse: 'Ghi rõ nguồn “Cổng thông tin tỉnh Sông Trà” khi sử dụng lại tin, bài.',
        startingVisits: 714_464,
      },
    })
    .where(eq(sites.id, site.id))
}

function unitColumns({ slug, kind, code, contacts = {} }: DemoUnit) {
  return { slug, kind, codeScheme, code, contacts }
}
