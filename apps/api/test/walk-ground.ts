import { type Role, roles } from '@bantin/shared/permissions'
import { v7 as uuidv7 } from 'uuid'
import { trustedDevices } from '../src/db/schema/sessions.ts'
import { grants, users } from '../src/db/schema/users.ts'
import { commentOn } from './comments.ts'
import { createCategory, createDraft, createPicture, createUnit, send } from './factories.ts'
import { askOpinion, createPreview } from './links.ts'
import { createPortal, createWebhook, type TestPortal } from './portals.ts'
import { type SignedInForTest, signIn } from './sign-in.ts'
import type { TestApp } from './test-app.ts'
import type { SentFile } from './upload.ts'

/** What the routes are about, and who asks. */
export interface Ground {
  /** By the part of the address that stands before it: `articles/{id}`. */
  found: Record<string, string>
  /** For parameters that a list could do without: from before there was anything. */
  query: Record<string, string>
  /** By the name of the route, where the contract alone does not tell the least body that is taken. */
  bodies: Record<string, object>
  /** The file that a route takes, likewise; the others take a document. */
  files: Record<string, SentFile>
  /** Administrates the whole site, and wrote the article. */
  author: SignedInForTest
  /** An administrator of another unit. */
  stranger: SignedInForTest
  /** Has a key, which opens nothing here. */
  portal: TestPortal
  /** Somebody with each role over the unit, and over the whole site. */
  ofUnit: Record<Role, SignedInForTest>
  ofSite: Record<Role, SignedInForTest>
}

/** One article with all that hangs on it, and one of everything else that an address can name. */
export async function prepareGround(it: TestApp): Promise<Ground> {
  const unit = await createUnit(it)
  const author = await signIn(it, 'admin')
  const article = await createDraft(it, author, { unitId: unit })
  const found = {
    articles: article.id,
    comments: (await commentOn(it, author, article.id)).id,
    previews: (await createPreview(it, author, article.id)).id,
    opinions: (await askOpinion(it, author, article)).id,
    revisions: '1',
    redirects: (await send(it, author, 'POST', '/redirects', { fromPathQuery: '/cu/1', url: '/moi' })).json().id,
    alerts: (await send(it, author, 'POST', '/alerts', { level: 'info', text: 'Thử loa' })).json().id,
    abbreviations: (await send(it, author, 'POST', '/abbreviations', { short: 'TVT', long: 'Thử viết tắt' })).json().id,
    reports: (await send(it, author, 'POST', '/analytics/reports', { kind: 'month', day: '2026-01-01' })).json().id,
    units: unit,
    categories: await createCategory(it),
    users: await createColleague(it, unit),
    sessions: author.sessionId,
    'trusted-devices': await createTrustedDevice(it, author.userId),
    media: (await createPicture(it)).id,
  }
  const post = (await send(it, author, 'POST', `/units/${unit}/posts`, { name: 'Giám đốc' })).json().id
  const person = (await send(it, author, 'POST', '/people', { name: 'Nguyễn Thị Ánh' })).json().id
  const bloc = await createUnit(it, { kind: 'bloc' })
  const award = { year: 2021, title: 'Giấy khen', status: 'proposed' }
  const organization = {
    people: person,
    authors: (await send(it, author, 'POST', '/authors', { name: 'Nguyễn Thị Ánh', kind: 'person' })).json().id,
    posts: post,
    appointments: (await send(it, author, 'POST', `/posts/${post}/appointments`, { personId: person, kind: 'substantive' })).json().id,
    blocs: bloc,
    years: '2021',
    awards: (await send(it, author, 'POST', `/blocs/${bloc}/awards`, { ...award, personId: person })).json().id,
    reorganizations: await rename(it, author, await createUnit(it)),
  }
  const portal = await createPortal(it, author, { unitId: unit })
  const webhook = await createWebhook(it, author, portal.id)
  const delivery = (await send(it, author, 'POST', `/webhooks/${webhook.id}/ping`, {})).json().id
  const stranger = await signIn(it, 'admin', await createUnit(it))
  const query = { after: '0:0' }
  const redirect = (fromPathQuery: string) => ({ fromPathQuery, url: '/moi' })
  const bodies = {
    'POST /editorial/abbreviations': { short: 'TNN', long: 'Thử nữa nhé' },
    'POST /editorial/redirects': redirect('/cu/2'),
    'POST /editorial/units/reorganize': renaming(unit),
    'POST /editorial/redirects/import': { redirects: [redirect('/cu/3')] },
    'POST /editorial/webhooks': { clientId: portal.id, url: 'https://portal.example.vn/webhook' },
    'POST /editorial/tables': { text: 'Đơn vị,Điểm\nMột,1' },
  }
  const files = {
    'POST /editorial/conversions/file': { name: 'a.txt', bytes: Buffer.from('Một đoạn.') },
    'POST /editorial/tables/file': { name: 'a.csv', bytes: Buffer.alloc(0) },
  }
  return {
    found: { ...found, ...organization, clients: portal.id, keys: portal.keyId, webhooks: webhook.id, 'webhook-deliveries': delivery },
    query,
    bodies,
    files,
    author,
    stranger,
    portal,
    ofUnit: await signInEach(it, unit),
    ofSite: await signInEach(it, null),
  }
}

/** Calls a unit otherwise. Answers the id of the reorganization that it is. */
async function rename(it: TestApp, as: SignedInForTest, unitId: string): Promise<string> {
  await send(it, as, 'POST', '/units/reorganize', renaming(unitId))
  return (await send(it, as, 'GET', '/reorganizations')).json().data[0].id
}

function renaming(unitId: string) {
  return { verb: 'rename', on: '2026-01-01', unitId, name: 'Đơn vị đổi tên' }
}

async function signInEach(it: TestApp, unitId: string | null): Promise<Record<Role, SignedInForTest>> {
  const people = await Promise.all(roles.map(async (role) => [role, await signIn(it, role, unitId)]))
  return Object.fromEntries(people)
}

async function createColleague({ app: { db } }: TestApp, unitId: string): Promise<string> {
  const id = uuidv7()
  await db.insert(users).values({ id, email: `${id}@example.test`, name: 'Người Của Đơn Vị', passwordHash: 'none' })
  await db.insert(grants).values({ id: uuidv7(), userId: id, role: 'reporter', unitId })
  return id
}

async function createTrustedDevice({ app: { db } }: TestApp, userId: string): Promise<string> {
  const id = uuidv7()
  await db.insert(trustedDevices).values({ id, userId, tokenHash: id, expiresAt: new Date('2099-01-01') })
  return id
}
