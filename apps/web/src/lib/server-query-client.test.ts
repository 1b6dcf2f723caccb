import { expect, test } from 'vitest'
import { createApiClient } from './api-client.ts'
import { apiOf } from './query-client.ts'
import { createServerQueryClient } from './server-query-client.ts'

function clientOver(status: number) {
  const asked: string[] = []
  const fetch = async (address: string) => {
    asked.push(address)
    return Response.json({ address }, { status })
  }
  const client = createServerQueryClient(createApiClient({ fetch }))
  const query = { queryKey: ['site'], queryFn: () => apiOf(client).get<{ address: string }>('/site') }
  return { client, query, asked }
}

test('what several parts of a page need is asked for once, and is there for rendering', async () => {
  const { client, query, asked } = clientOver(200)
  const answers = await Promise.all([client.ensureQueryData(query), client.fetchQuery(query), client.prefetchQuery(query)])
  expect(answers).toEqual([{ address: '/api/v1/site' }, { address: '/api/v1/site' }, undefined])
  expect(await client.ensureQueryData(query)).toBe(client.getQueryData(['site']))
  expect(asked).toEqual(['/api/v1/site'])
})

test('what fails is not asked for again, and fails whoever cannot do without it', async () => {
  const { client, query, asked } = clientOver(503)
  await client.prefetchQuery(query)
  await expect(client.ensureQueryData(query)).rejects.toMatchObject({ status: 503 })
  expect([asked.length, client.getQueryData(['site'])]).toEqual([1, undefined])
})
