import type { EditorialEvent } from '@bantin/shared/editorial-events'
import { expect, test } from 'vitest'
import { lastChangeQuery } from '../../features/events/editorial-events.api.ts'
import { createApiClient } from '../../lib/api-client.ts'
import { createQueryClient } from '../../lib/query-client.ts'
import { applyEvents, touchesLists, touchesMedia, touchesNotifications } from './apply-events.ts'

function event(action: string, part: Partial<EditorialEvent> = {}): EditorialEvent {
  return { at: '', action, articleId: 'a1', mediaId: null, version: null, by: { id: 'lan', name: 'Lan' }, fields: [], ...part }
}

const parts = ['comments', 'revisions', 'previews', 'opinions']

/** A cache that knows everything of two articles; answers what is to be asked anew after the events. */
function staleAfter(...events: EditorialEvent[]): string[] {
  const client = createQueryClient(createApiClient())
  const keys = ['a1', 'a2'].flatMap((id) => [...parts.map((part) => ['editorial', part, id]), ['editorial', 'articles', 'one', id]])
  for (const key of keys) client.setQueryData(key, [])
  applyEvents(client, events)
  return keys.filter((key) => client.getQueryState(key)?.isInvalidated).map((key) => key.slice(1).join(' '))
}

test.each([
  ['article.edit', ['revisions a1']],
  ['article.return', ['comments a1', 'revisions a1']],
  ['comment.create', ['comments a1']],
  ['preview.revoke', ['previews a1']],
  ['opinion.answer', ['revisions a1', 'opinions a1']],
  ['article.delete', []],
  ['user.create', []],
])('%s has exactly what it changes asked anew, and never the text under somebody’s hands', (action, stale) => {
  expect(staleAfter(event(action, { version: 5 }))).toEqual(stale)
})

test('a change of the text also takes blocks away that were talked about', () => {
  expect(staleAfter(event('article.edit', { version: 5, fields: ['title', 'body'] }))).toEqual(['comments a1', 'revisions a1'])
})

test('the newest change of an article is known, in whatever order and however often one hears of it', () => {
  const client = createQueryClient(createApiClient())
  const change = (version: number | null) => event('article.edit', { version, by: { id: null, name: `v${version}` } })
  applyEvents(client, [change(4), change(6), change(5), change(null)])
  applyEvents(client, [change(6)])
  expect(client.getQueryData(lastChangeQuery('a1').queryKey)).toMatchObject({ version: 6, by: { name: 'v6' } })
})

test('lists are touched by what gives an article another version, the library by what is done with a file', () => {
  const ofFile = event('media.change', { articleId: null, mediaId: 'm1', version: 2 })
  const each = [event('comment.create'), event('article.edit', { version: 2 }), ofFile]
  expect(each.map((one) => touchesLists([one]))).toEqual([false, true, false])
  expect(each.map((one) => touchesMedia([one]))).toEqual([false, false, true])
})

test('somebody may have been told of what is done with an article, saving excepted', () => {
  const touches = (action: string) => touchesNotifications([event(action, { version: 2 })])
  const told = ['article.submit', 'article.publishDue', 'article.dueFailed', 'article.delete']
  expect([...told, 'article.edit', 'comment.create'].filter(touches)).toEqual(told)
})
