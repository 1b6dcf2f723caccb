import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../test/test-app.ts'
import { policy } from './policy.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

test('the table names every route of the API and none that is not there, and OpenAPI says the same', async () => {
  const { paths } = (await it.app.inject('/openapi.json')).json() as { paths: Record<string, Record<string, { 'x-access'?: string }>> }
  const documented = Object.entries(paths).flatMap(([path, operations]) => {
    const name = path.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, ':$1')
    const isOfTheApi = path.startsWith('/api/')
    return isOfTheApi ? Object.entries(operations).map(([method, route]) => [`${method.toUpperCase()} ${name}`, route['x-access']]) : []
  })
  expect(Object.fromEntries(documented)).toEqual(policy)
})
