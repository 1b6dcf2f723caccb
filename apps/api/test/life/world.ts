import { sql } from 'drizzle-orm'
import { createCategory, createDraft, createPicture, createPublished, createUnit } from '../factories.ts'
import { type SignedInForTest, signIn } from '../sign-in.ts'
import { createTestApp, type TestApp } from '../test-app.ts'
import type { Beginning } from './steps.ts'
import type { Life, PersonName, Policy } from './types.ts'

/** An application with everybody who walks, and the articles that readers are sent on to. */
export interface World {
  it: TestApp
  people: Record<PersonName, SignedInForTest>
  unitId: string
  categoryId: string
  targets: { published: string; draft: string }
}

export async function createWorld(): Promise<World> {
  const it = await createTestApp()
  const [unitId, elsewhere] = [await createUnit(it), await createUnit(it)]
  const admin = await signIn(it, 'admin')
  return {
    it,
    people: {
      reporter: await signIn(it, 'reporter', unitId),
      colleague: await signIn(it, 'reporter', unitId),
      editor: await signIn(it, 'editor', unitId),
      publisher: await signIn(it, 'publisher', unitId),
      otherPublisher: await signIn(it, 'publisher', unitId),
      admin,
      auditor: await signIn(it, 'auditor'),
      stranger: await signIn(it, 'publisher', elsewhere),
    },
    unitId,
    categoryId: await createCategory(it),
    targets: {
      published: (await createPublished(it, admin, { unitId })).id,
      draft: (await createDraft(it, admin, { unitId })).id,
    },
  }
}

/** A walk's article, with a picture that nothing else shows. */
export interface Walked {
  id: string
  pictureId: string
  life: Life
}

/** Sets the policy where the beginning says, and makes the article. */
export async function begin(world: World, policy: Policy, { creator, minorDirect, askedBy }: Beginning): Promise<Walked> {
  const { it, unitId, categoryId } = world
  const { db } = it.database
  const asked = (by: Beginning['askedBy']) => (by === askedBy ? policy : by === 'site' ? 'direct' : null)
  await db.execute(sql`UPDATE sites SET publishing_policy = ${asked('site')}, minor_direct = ${minorDirect}`)
  await db.execute(sql`UPDATE units SET publishing_policy = ${asked('unit')} WHERE id = ${unitId}`)
  await db.execute(sql`UPDATE categories SET publishing_policy = ${asked('category')} WHERE id = ${categoryId}`)
  const { id: pictureId } = await createPicture(it)
  const title = 'Bài đi qua cả vòng đời'
  const { id } = await createDraft(it, world.people[creator], { title, unitId, categoryIds: [categoryId], heroMediaId: pictureId })
  const first = { title, sapo: null, isWhole: true, writer: creator, sealed: false, redacted: false }
  const life: Life = {
    policy,
    askedBy,
    minorDirect,
    creator,
    isTakenDownSince: false,
    assignee: null,
    exists: true,
    work: 'draft',
    shown: 'none',
    version: 1,
    revisions: [first],
    editions: [],
    isApproved: false,
    schedule: null,
    plannedWithdrawal: null,
    forced: false,
    hold: null,
    removal: null,
    isBackdated: false,
    feed: [],
    audit: [{ action: 'article.create', version: 1, actor: creator }],
  }
  return { id, pictureId, life }
}
