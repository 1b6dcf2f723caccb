import { expect, test } from 'vitest'
import { comment, resolved } from './test-comments.ts'
import { countOpen, groupThreads, openCounts, threadsOf } from './threads.ts'

const comments = [
  comment('w'),
  comment('w1', { parentId: 'w' }),
  comment('last', { blockId: 'b2' }),
  comment('first', { blockId: 'b1' }),
  comment('first2', { blockId: 'b1' }),
  comment('answer', { blockId: 'b1', parentId: 'first' }),
  comment('gone', { blockId: 'b9', isDetached: true }),
  comment('done', { blockId: 'b1', resolved }),
]
const ids = (threads: { first: { id: string } }[]) => threads.map(({ first }) => first.id)

test('answers stand with their thread, in the order of the API', () => {
  const threads = threadsOf(comments)
  expect(ids(threads)).toEqual(['w', 'last', 'first', 'first2', 'gone', 'done'])
  expect(threads[2]?.answers.map(({ id }) => id)).toEqual(['answer'])
})

test('threads are grouped by block in the order of the text; deleted blocks and what is resolved stand apart', () => {
  const groups = groupThreads(threadsOf(comments), [
    { id: 'b1', text: '' },
    { id: 'b2', text: '' },
  ])
  expect([ids(groups.whole), ids(groups.detached), ids(groups.resolved)]).toEqual([['w'], ['gone'], ['done']])
  expect(groups.blocks.map(({ id, place, threads }) => [id, place, ids(threads)])).toEqual([
    ['b1', 1, ['first', 'first2']],
    ['b2', 2, ['last']],
  ])
})

test('a block that was deleted and not saved yet keeps its threads', () => {
  const groups = groupThreads(threadsOf(comments), [{ id: 'b2', text: '' }])
  expect(groups.blocks.map(({ id, place }) => [id, place])).toEqual([
    ['b2', 1],
    ['b1', 2],
  ])
})

test('only open threads are counted, for each block and for the article', () => {
  expect([...openCounts(comments)]).toEqual([
    ['b2', 1],
    ['b1', 2],
  ])
  expect(countOpen(comments)).toBe(5)
})
