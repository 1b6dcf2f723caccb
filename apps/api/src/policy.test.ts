import { type Action, type Actor, can, type Role, roles } from '@bantin/shared/permissions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieName, openTestSession } from '../test/auth-client.ts'
import { said } from '../test/said.ts'
import type { SignedInForTest } from '../test/sign-in.ts'
import { type DocumentedRoute, documentedRoutes, unknownId } from '../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../test/test-app.ts'
import { unchanged } from '../test/unchanged.ts'
import { formOf } from '../test/upload.ts'
import { type Ground, prepareGround } from '../test/walk-ground.ts'
import { type Access, isGuarded } from './lib/access.ts'
import { policy } from './policy.ts'

let it: TestApp
let ground: Ground
let routes: Map<string, DocumentedRoute>
beforeAll(async () => {
  it = await createTestApp()
  ground = await prepareGround(it)
  routes = documentedRoutes(it)
})
afterAll(() => it.close())

const all = Object.entries(policy).map(([name, access]) => ({ name, access, hasId: /:\w+/.test(name) }))
const guarded = all.filter(({ access }) => isGuarded(access))

type Asker = SignedInForTest | { authorization: string } | null

function routeOf(name: string): DocumentedRoute {
  const route = routes.get(name)
  if (!route) throw new Error(`There is no route ${name}.`)
  return route
}

/** Sends the smallest request that the route takes, about what the ground has, or about what is not there. */
async function ask(name: string, as: Asker, about: 'found' | 'unknown' = 'found') {
  const { path, query, optional, body } = routeOf(name)
  const url = path.replaceAll(/([\w-]+)\/\{\w+\}/g, (_, noun: string) => {
    const id = about === 'unknown' && noun !== 'revisions' && noun !== 'years' ? unknownId : ground.found[noun]
    if (id === undefined) throw new Error(`The walk has none of ${noun}: add one to apps/api/test/walk-ground.ts.`)
    return `${noun}/${id}`
  })
  const more = Object.entries(ground.query).filter(([parameter]) => optional.includes(parameter))
  return await send(name, `${url}?${new URLSearchParams([...Object.entries(query), ...more])}`, as, ground.bodies[name] ?? body)
}

const document = { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }

async function send(name: string, url: string, as: Asker, body?: object) {
  const { method, takesFiles } = routeOf(name)
  const authorization = as ? { authorization: as.authorization } : {}
  if (!takesFiles) return await it.app.inject({ method, url, headers: authorization, ...(body !== undefined && { payload: body }) })
  const { payload, headers } = formOf([ground.files[name] ?? document])
  return await it.app.inject({ method, url, headers: { ...headers, ...authorization }, payload })
}

/** Whether an address with an id answers strangers as if there were nothing. Of the site's own things everybody knows that they are. */
const isHidden = (access: Access) => /^(article|users|clients)\.|^signed in$/.test(access)

/** Seeing what it is about takes this. */
const readingOf = (access: Access): Action => (/^(users|clients)\./.exec(access)?.[0] ?? 'article.').concat('read') as Action

/** What `can()` says of each role over what the route is about: whether it may do this, and see it. */
function decide(role: Role, access: Access, hasId: boolean): { may: boolean; sees: boolean } {
  const unit = ground.found.units as string
  const actor: Actor = { userId: ground[hasId ? 'ofUnit' : 'ofSite'][role].userId, grants: [{ role, unitId: hasId ? unit : null }] }
  const over = (action: Action) => can(actor, action, { unitPath: [unit], createdBy: ground.author.userId })
  const isAboutSite =
    /^(redirects|home|alerts|searches|analytics|drops|reports|abbreviations|settings|reorganizations|audit|media|organization|units|people|appointments|blocs)\./.test(
      access,
    )
  if (!isAboutSite && !isHidden(access)) throw new Error(`The walk does not know what ${access} is about: say it in policy.test.ts.`)
  // Lists of articles are open to all who are signed in, and have for each what he may read.
  if (access === 'article.read' && !hasId) return { may: true, sees: true }
  const sees = isAboutSite || !hasId || over(readingOf(access))
  return { may: over(access as Action) && sees, sees }
}

describe('the table of who comes in', () => {
  test('names every route of the API and none that is not there, and OpenAPI says the same', () => {
    expect(Object.fromEntries([...routes].map(([name, { access }]) => [name, access]))).toEqual(policy)
  })

  test('has a session asked for where it says so, before anything else is looked at, and nowhere else', async () => {
    const answers = await unchanged(it, () =>
      Promise.all(all.map(async ({ name }) => ({ name, answer: await send(name, `${routeOf(name).path}?nonsense=1`, null) }))),
    )
    const refused = answers.filter(({ answer }) => answer.statusCode === 401 && answer.json().code === 'unauthorized')
    expect(refused.map(({ name }) => name)).toEqual(guarded.map(({ name }) => name))
  })
})

describe.each(guarded)('$name ($access)', ({ name, access, hasId }) => {
  test('answers 401 without a session', async () => {
    const credentials = [null, { authorization: 'Bearer x.y.z' }, { authorization: 'Basic eDp5' }, ground.portal.headers]
    for (const answer of await unchanged(it, () => Promise.all(credentials.map((as) => ask(name, as))))) {
      expect(said(answer)).toEqual([401, 'unauthorized'])
    }
  })

  test('refuses unknown parameters and broken ids with 400', async () => {
    const { method, path } = routeOf(name)
    const broken = [path.replaceAll(/\{\w+\}/g, unknownId).concat('?nonsense=1'), path.replaceAll(/\{\w+\}/g, "1'--")]
    const payload = method === 'GET' ? undefined : { nonsense: 1 }
    const sent = broken.slice(0, hasId ? 2 : 1).map((url) => () => send(name, url, ground.author, payload))
    for (const answer of await unchanged(it, () => Promise.all(sent.map((one) => one())))) expect(answer.statusCode).toBe(400)
  })

  if (hasId) {
    test('answers 404 about what is not there', async () => {
      const answer = await unchanged(it, () => ask(name, ground.author, 'unknown'))
      expect(said(answer)).toEqual([404, 'not_found'])
    })
  }

  if (hasId && isHidden(access)) {
    test('answers a stranger as if there were nothing', async () => {
      const { stranger } = ground
      const [answer, nothing] = await unchanged(it, () => Promise.all([ask(name, stranger), ask(name, stranger, 'unknown')]))
      expect(said(answer)).toEqual([404, 'not_found'])
      expect(answer.body).toBe(nothing.body)
    })
  }

  if (!hasId && /^(article|users)\.read$/.test(access)) {
    test('tells a stranger nothing of what he may not read', async () => {
      const hidden = access === 'users.read' ? ground.found.users : ground.found.articles
      const bodyFor = async (person: SignedInForTest) => (await ask(name, person)).body
      await expect.poll(() => bodyFor(ground.author)).toContain(hidden)
      expect(await bodyFor(ground.stranger)).not.toContain(hidden)
    })
  }

  if (access === 'signed in') return

  test('answers each role as can() says: 403 where it may only see, 404 where it may not, else it lets in', async () => {
    // The site's own things have no unit.
    const people = ground[hasId && isHidden(access) ? 'ofUnit' : 'ofSite']
    const expected = roles.map((role) => ({ role, ...decide(role, access, hasId) }))
    const [refused, letIn] = [expected.filter(({ may }) => !may), expected.filter(({ may }) => may)]
    const refusals = await unchanged(it, () => Promise.all(refused.map(({ role }) => ask(name, people[role]))))
    expect(refusals.map(said)).toEqual(refused.map(({ sees }) => (sees ? [403, 'forbidden'] : [404, 'not_found'])))
    for (const person of [ground.author, ...letIn.map(({ role }) => people[role])]) {
      const answer = await ask(name, person)
      const code = answer.statusCode < 400 ? 'none' : answer.json().code
      expect(['unauthorized', 'forbidden', 'not_found']).not.toContain(code)
      // Nor was it the request that was wrong, or a fault of ours: neither says that he is let in.
      expect(code).not.toMatch(/^invalid_/)
      expect(answer.statusCode).toBeLessThan(500)
    }
  })
})

test('editorial routes ignore cookies: a signed-in browser alone may do nothing', async () => {
  const { token } = await openTestSession(it)
  const answer = await it.app.inject({ url: '/api/v1/editorial/articles', headers: { cookie: `${cookieName}=${token}` } })
  expect(answer.statusCode).toBe(401)
})
