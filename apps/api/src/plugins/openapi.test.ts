import spectral, { type RulesetDefinition } from '@stoplight/spectral-core'
import rulesets from '@stoplight/spectral-rulesets'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInForTest } from '../../test/sign-in.ts'
import { type DocumentedRoute, documentedRoutes, unknownId } from '../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { type Ground, prepareGround } from '../../test/walk-ground.ts'
import { nobodysHash } from '../accounts/passwords.ts'
import { users } from '../db/schema/users.ts'

let it: TestApp
let ground: Ground
let people: (SignedInForTest | null)[]
beforeAll(async () => {
  it = await createTestApp()
  ground = await prepareGround(it)
  people = [null, ground.stranger, ...Object.values(ground.ofUnit), ...Object.values(ground.ofSite)]
  // Whoever signs in for tests has none.
  await it.database.db.update(users).set({ passwordHash: nobodysHash })
})
afterAll(() => it.close())

test('the document is one that programs can be made of: every recommended rule for OpenAPI holds', async () => {
  const linter = new spectral.Spectral()
  linter.setRuleset({ extends: [[rulesets.oas as RulesetDefinition, 'recommended']] })
  const findings = await linter.run((await it.app.inject('/openapi.json')).json())
  expect(findings.map(({ code, path, message }) => `${code} at ${path.join('/')}: ${message}`)).toEqual([])
})

interface Documented {
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
}

interface Asked {
  route: DocumentedRoute
  id: string
  query: Record<string, string>
  body: unknown
  /** Which of the people. */
  as: number
  ifMatch: string | undefined
}

const oddTexts = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'null',
  '\u0000',
  '\ud800',
  '%',
  '../..',
  "' OR 1=1 --",
  '{"$ne":""}',
  'ệ'.repeat(50),
  unknownId,
  '2021-02-30',
  'true',
  '__proto__',
]
const oddText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 300 }))
const oddValue = fc.oneof(oddText, fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(null, 0, -1, 1e21, [], {}, { __proto__: 1 }))

/** Waiting for what happens, and starting processes, have tests of their own. */
const isAsked = ({ path, takesFiles }: DocumentedRoute) => !takesFiles && !/\/(conversions|events)/.test(path)

test('of 20,000 requests made up from the document none is answered with 5xx, nor with a status that the document does not have', async () => {
  const routes = [...documentedRoutes(it).values()].filter(isAsked)
  const document = (await it.app.inject('/openapi.json')).json() as Documented
  const asked = fc.constantFrom(...routes).chain((route) => askedOf(route))
  const answered = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 20, maxLength: 20 }), async (batch) => {
      const statuses = await Promise.all(batch.map(send))
      for (const status of statuses) answered.set(status, (answered.get(status) ?? 0) + 1)
      const wrong = batch.flatMap((one, n) =>
        isDocumented(document, one.route, statuses[n] ?? 0) ? [] : [{ status: statuses[n], ...one }],
      )
      expect(wrong).toEqual([])
    }),
    {
      numRuns: 1000,
      endOnFailure: true,
      reporter: ({ failed, seed, errorInstance }) => {
        if (failed) throw new Error(`seed ${seed}: ${String((errorInstance as Error).message)}`)
      },
    },
  )
  // What is refused at the door says little of what lies behind it.
  for (const status of [200, 201, 204, 400, 403, 404, 409, 412]) expect(answered.get(status), `answers with ${status}`).toBeGreaterThan(30)
}, 600_000)

function askedOf(route: DocumentedRoute): fc.Arbitrary<Asked> {
  const [, noun = ''] = /(\w[\w-]*)\/\{/.exec(route.path) ?? []
  const { wait: _never, ...query } = Object.fromEntries([...Object.keys(route.query), ...route.optional].map((name) => [name, oddText]))
  return fc.record({
    route: fc.constant(route),
    id: fc.oneof({ weight: 8, arbitrary: fc.constant(ground.found[noun] ?? unknownId) }, oddText),
    query: fc.oneof(
      { weight: 4, arbitrary: fc.constant(route.query) },
      fc
        .record({ ...query, unknown: oddText }, { requiredKeys: [] })
        .map((given) => ({ ...route.query, ...given }) as Record<string, string>),
    ),
    body: route.body === undefined ? fc.constant(undefined) : fc.oneof({ weight: 4, arbitrary: changedBody(route.body) }, oddValue),
    as: fc.nat(people.length - 1),
    ifMatch: fc.constantFrom(undefined, '"1"', '"1"', '"2"', '"3"', '"x"'),
  })
}

/** The least that is taken, as it is or with another value at one of its names. */
function changedBody(body: object): fc.Arbitrary<unknown> {
  const names = Object.keys(body)
  if (names.length === 0) return fc.dictionary(fc.constantFrom('title', 'body', 'id', 'version', '__proto__'), oddValue, { maxKeys: 2 })
  return fc.oneof(
    fc.constant(body),
    fc.tuple(fc.constantFrom(...names, 'role'), oddValue).map(([name, value]) => ({ ...body, [name]: value })),
  )
}

async function send({ route: { method, path }, id, query, body, as: who, ifMatch }: Asked): Promise<number> {
  const as = people[who]
  const filled = path.replaceAll(/\{\w+\}/g, encodeURIComponent(id.toWellFormed()).replaceAll('.', '%2E') || '%20')
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
  const answer = await it.app.inject({
    method,
    url: `${filled}?${words.join('&')}`,
    headers: {
      ...(as && { authorization: as.authorization }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { payload: JSON.stringify(body) ?? '' }),
  })
  return answer.statusCode
}

function isDocumented({ paths }: Documented, { method, path }: DocumentedRoute, status: number): boolean {
  const known = paths[path]?.[method.toLowerCase()]?.responses ?? {}
  return status < 500 && (String(status) in known || (status >= 400 && '4XX' in known))
}
