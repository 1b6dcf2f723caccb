import type { Body } from '@bantin/shared/body'
import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { and, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commentOn } from '../../../test/comments.ts'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { auditLog } from '../../db/schema/audit.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
let colleague: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
  colleague = await signIn(it, 'publisher', unit)
})
afterAll(() => it.close())

async function draftOfTwoBlocks() {
  const { id, version } = await createDraft(it, editor, { unitId: unit, body: bodyFromText('Một.\n\nHai.') })
  const { body } = (await send(it, editor, 'GET', `/articles/${id}`)).json() as { body: Body }
  const [first, second] = body.content.map((block) => block.attrs?.id) as [string, string]
  return { id, version, body, first, second }
}

const listOf = async (articleId: string, query = '') =>
  (await send(it, editor, 'GET', `/articles/${articleId}/comments${query}`)).json().data as { id: string; text: string }[]

const notesOf = (articleId: string) =>
  it.database.db
    .select({ action: auditLog.action, version: auditLog.version, fields: auditLog.fields, detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.entityId, articleId), like(auditLog.action, 'comment.%')))
    .orderBy(auditLog.id)

describe('a comment', () => {
  test('on a block says who said what of which revision, and has an ETag and an address of its own', async () => {
    const { id, first } = await draftOfTwoBlocks()
    const answer = await send(it, colleague, 'POST', `/articles/${id}/comments`, { text: 'Số liệu này lấy ở đâu?', blockId: first })
    expect([answer.statusCode, answer.headers.etag]).toEqual([201, '"1"'])
    expect(answer.json()).toEqual({
      id: expect.any(String),
      parentId: null,
      blockId: first,
      revisionNumber: 1,
      text: 'Số liệu này lấy ở đâu?',
      author: { id: colleague.userId, name: 'Test publisher' },
      createdAt: expect.stringMatching(/\+07:00$/),
      editedAt: null,
      resolved: null,
      version: 1,
      isDetached: false,
    })
    expect(answer.headers.location).toBe(`/api/v1/editorial/articles/${id}/comments/${answer.json().id}`)
    expect(await listOf(id)).toEqual([answer.json()])
  })

  test('leaves the version of the article as it is: whoever writes goes on with what he has', async () => {
    const { id, version } = await draftOfTwoBlocks()
    const comment = await commentOn(it, colleague, id)
    await send(it, colleague, 'PATCH', `/articles/${id}/comments/${comment.id}`, { resolved: true }, 1)
    expect((await send(it, editor, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, version)).statusCode).toBe(200)
  })

  test('stays when its block is gone, and says so', async () => {
    const { id, version, body, first, second } = await draftOfTwoBlocks()
    await commentOn(it, colleague, id, { blockId: first })
    await commentOn(it, colleague, id, { blockId: second })
    await commentOn(it, colleague, id)
    await send(it, editor, 'PATCH', `/articles/${id}`, { body: { ...body, content: body.content.slice(1) } }, version)
    expect(await listOf(id)).toMatchObject([
      { blockId: first, isDetached: true },
      { blockId: second, isDetached: false },
      { blockId: null, isDetached: false },
    ])
  })

  test('goes with the draft that is deleted', async () => {
    const { id, version } = await draftOfTwoBlocks()
    await commentOn(it, colleague, id)
    expect((await send(it, editor, 'DELETE', `/articles/${id}`, undefined, version)).statusCode).toBe(204)
  })

  test('of a reviewer who returns an article is his note', async () => {
    const { id, version } = await draftOfTwoBlocks()
    const { version: submitted } = (await send(it, editor, 'POST', `/articles/${id}/submit`, {}, version)).json()
    await send(it, colleague, 'POST', `/articles/${id}/return`, { note: 'Thiếu nguồn.' }, submitted)
    expect(await listOf(id)).toMatchObject([{ text: 'Thiếu nguồn.', blockId: null, author: { id: colleague.userId } }])
  })
})

describe('threads', () => {
  test('are listed in order, each followed by its answers, which stand on its block', async () => {
    const { id, first } = await draftOfTwoBlocks()
    const one = await commentOn(it, editor, id, { text: '1', blockId: first })
    const two = await commentOn(it, editor, id, { text: '2' })
    await commentOn(it, colleague, id, { text: '2.1', parentId: two.id })
    await commentOn(it, colleague, id, { text: '1.1', parentId: one.id })
    await commentOn(it, editor, id, { text: '1.2', parentId: one.id })
    const listed = await listOf(id)
    expect(listed.map(({ text }) => text)).toEqual(['1', '1.1', '1.2', '2', '2.1'])
    expect(listed[1]).toMatchObject({ parentId: one.id, blockId: first })
  })

  test('are resolved and opened again as a whole, and found by that', async () => {
    const { id } = await draftOfTwoBlocks()
    const [done, open] = [await commentOn(it, editor, id, { text: 'xong' }), await commentOn(it, editor, id, { text: 'chưa' })]
    await commentOn(it, editor, id, { text: 'đã sửa', parentId: done.id })
    const resolved = await send(it, colleague, 'PATCH', `/articles/${id}/comments/${done.id}`, { resolved: true }, 1)
    expect([resolved.statusCode, resolved.headers.etag]).toEqual([200, '"2"'])
    expect(resolved.json().resolved).toEqual({
      at: expect.stringMatching(/\+07:00$/),
      by: { id: colleague.userId, name: 'Test publisher' },
    })
    expect((await listOf(id, '?resolved=true')).map(({ text }) => text)).toEqual(['xong', 'đã sửa'])
    expect((await listOf(id, '?resolved=false')).map(({ text }) => text)).toEqual(['chưa'])
    const reopened = await send(it, editor, 'PATCH', `/articles/${id}/comments/${done.id}`, { resolved: false }, 2)
    expect(reopened.json()).toMatchObject({ resolved: null, version: 3 })
    expect((await listOf(id, '?resolved=true')).length).toBe(0)
    expect(open.version).toBe(1)
  })

  test('go with their answers', async () => {
    const { id } = await draftOfTwoBlocks()
    const thread = await commentOn(it, editor, id)
    await commentOn(it, colleague, id, { parentId: thread.id })
    const kept = await commentOn(it, colleague, id)
    expect((await send(it, editor, 'DELETE', `/articles/${id}/comments/${thread.id}`, undefined, 1)).statusCode).toBe(204)
    expect(await listOf(id)).toMatchObject([{ id: kept.id }])
  })
})

describe('a change', () => {
  test('of the text is dated; one that changes nothing leaves everything as it is', async () => {
    const { id } = await draftOfTwoBlocks()
    const { id: commentId } = await commentOn(it, editor, id, { text: 'Cũ' })
    const path = `/articles/${id}/comments/${commentId}`
    const changed = await send(it, editor, 'PATCH', path, { text: 'Mới' }, 1)
    expect(changed.json()).toMatchObject({ text: 'Mới', version: 2, editedAt: expect.any(String) })
    const same = await send(it, editor, 'PATCH', path, { text: 'Mới', resolved: false }, 2)
    expect(same.json()).toEqual(changed.json())
  })

  test('is noted at the article: which comment and what, never the words', async () => {
    const { id } = await draftOfTwoBlocks()
    const { id: commentId } = await commentOn(it, editor, id, { text: 'điều bí mật' })
    const path = `/articles/${id}/comments/${commentId}`
    await send(it, editor, 'PATCH', path, { text: 'điều bí mật khác', resolved: true }, 1)
    await send(it, editor, 'PATCH', path, { resolved: false }, 2)
    await send(it, editor, 'DELETE', path, undefined, 3)
    const note = (action: string, ...fields: string[]) => ({ action, version: null, fields, detail: { commentId } })
    expect(await notesOf(id)).toEqual([
      note('comment.create', 'text'),
      note('comment.edit', 'text'),
      note('comment.resolve', 'resolved'),
      note('comment.reopen', 'resolved'),
      note('comment.delete', 'deleted'),
    ])
    expect(JSON.stringify(await it.database.db.select().from(auditLog))).not.toContain('bí mật')
  })

  test('sent again with the same Idempotency-Key is made once', async () => {
    const { id } = await draftOfTwoBlocks()
    const create = () => send(it, editor, 'POST', `/articles/${id}/comments`, { text: 'Một lần' }, undefined, { 'idempotency-key': 'k1' })
    const [first, second] = [await create(), await create()]
    expect([second.statusCode, second.json(), second.headers.etag]).toEqual([201, first.json(), first.headers.etag])
    expect(await listOf(id)).toHaveLength(1)
  })

  test('of twenty at the same time, one wins and the rest are told', async () => {
    const { id } = await draftOfTwoBlocks()
    const { id: commentId } = await commentOn(it, editor, id)
    const change = (n: number) => send(it, editor, 'PATCH', `/articles/${id}/comments/${commentId}`, { text: `Lần ${n}` }, 1)
    const statuses = (await Promise.all(Array.from({ length: 20 }, (_, n) => change(n)))).map((answer) => answer.statusCode)
    expect(statuses.sort()).toEqual([200, ...Array(19).fill(412)])
  })
})
