import type { FieldError } from '@bantin/shared/errors'
import type { NewRedirect } from '@bantin/shared/redirects'
import { expect, test, vi } from 'vitest'
import { ApiError } from '../../lib/api-error.ts'
import { importLines } from './import-lines.ts'

/** An API that refuses what leads from `/sai` and knows `/cu` already. */
function api() {
  const sent: NewRedirect[][] = []
  const send = async (redirects: NewRedirect[]) => {
    sent.push(redirects)
    const errors = redirects.flatMap(({ fromPathQuery }, place): FieldError[] =>
      fromPathQuery.startsWith('/sai')
        ? [{ in: 'body', pointer: `/redirects/${place}/fromPathQuery`, code: 'own_address', message: '' }]
        : [],
    )
    if (errors.length > 0) throw new ApiError('invalid_request', 400, { errors })
    const unchanged = redirects.filter(({ fromPathQuery }) => fromPathQuery === '/cu').length
    return { created: redirects.length - unchanged, unchanged }
  }
  return { send, sent }
}

const options = (send: ReturnType<typeof api>['send'], rest = false) => ({
  rest,
  send,
  onProgress: vi.fn<(done: number, all: number) => void>(),
})
const faulty = (result: Awaited<ReturnType<typeof importLines>>) => result.faulty.map(({ line, codes }) => [line.number, ...codes])

test('what is new and what was there already is counted', async () => {
  const { send, sent } = api()
  const result = await importLines('/a;/x\n\n/cu;/y', options(send))
  expect(result).toEqual({ created: 1, unchanged: 1, faulty: [], all: 2 })
  expect(sent).toEqual([
    [
      { fromPathQuery: '/a', url: '/x' },
      { fromPathQuery: '/cu', url: '/y' },
    ],
  ])
})

test('a line without a new address is told before anything is sent', async () => {
  const { send, sent } = api()
  expect(faulty(await importLines('/a;/x\n/b', options(send)))).toEqual([[2, 'no_split']])
  expect(sent).toEqual([])
})

test('faults of the API stand at their lines, empty ones counted', async () => {
  const { send } = api()
  const result = await importLines('/a;/x\n\n/sai;/y\n/sai2;/z', options(send))
  expect(result).toMatchObject({ created: 0, unchanged: 0, all: 3 })
  expect(faulty(result)).toEqual([
    [3, 'own_address'],
    [4, 'own_address'],
  ])
})

test('when asked for, the right lines go in without the wrong ones', async () => {
  const { send, sent } = api()
  const result = await importLines('/a;/x\n/sai;/y\n/b', options(send, true))
  expect(result.created).toBe(1)
  expect(faulty(result)).toEqual([
    [2, 'own_address'],
    [3, 'no_split'],
  ])
  expect(sent.at(-1)).toEqual([{ fromPathQuery: '/a', url: '/x' }])
})

test('a long list goes in portion by portion and ends where one is faulty', async () => {
  const { send, sent } = api()
  const lines = Array.from({ length: 2500 }, (_, i) => (i === 1200 ? '/sai;/y' : `/a${i};/x`))
  const { onProgress, ...rest } = options(send)
  const result = await importLines(lines.join('\n'), { ...rest, onProgress })
  expect([result.created, faulty(result), sent.length]).toEqual([1000, [[1201, 'own_address']], 2])
  expect(onProgress.mock.calls).toEqual([
    [0, 2500],
    [1000, 2500],
  ])
})

test('what is no fault of a line is the caller’s to tell', async () => {
  const send = () => Promise.reject(new ApiError('network', 0))
  await expect(importLines('/a;/x', { rest: true, send, onProgress: () => undefined })).rejects.toMatchObject({ code: 'network' })
})
