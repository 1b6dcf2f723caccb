import { expect, test } from 'vitest'
import { nameSchemas } from './name-schemas.ts'

test('a schema that requests and answers share stands once, also inside another', () => {
  const name = { type: 'object', properties: { name: { type: 'string' } } }
  const thing = { type: 'object', properties: { owner: name } }
  const paths = {
    '/a': { get: { responses: { 200: thing } }, post: { requestBody: thing, responses: { 200: { ...thing } } } },
    '/b': { get: { responses: { 200: { type: 'array', items: name } } } },
  }
  const places = { Name: ['/b', 'get', 'responses', '200', 'items'], Thing: ['/a', 'get', 'responses', '200'], Gone: ['/c'] }
  expect(nameSchemas({ openapi: '3.1.0', paths }, places)).toEqual({
    openapi: '3.1.0',
    paths: {
      '/a': {
        get: { responses: { 200: { $ref: '#/components/schemas/Thing' } } },
        post: { requestBody: { $ref: '#/components/schemas/Thing' }, responses: { 200: { $ref: '#/components/schemas/Thing' } } },
      },
      '/b': { get: { responses: { 200: { type: 'array', items: { $ref: '#/components/schemas/Name' } } } } },
    },
    components: { schemas: { Name: name, Thing: { type: 'object', properties: { owner: { $ref: '#/components/schemas/Name' } } } } },
  })
})
