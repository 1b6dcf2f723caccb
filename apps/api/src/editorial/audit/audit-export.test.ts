import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { AuditRow } from '@bantin/shared/audit'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { addManyAuditRows } from '../../../test/many-audit-rows.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { recordAudit } from '../../db/audit.ts'
import { operator } from '../../lib/acting-person.ts'
import { exportAudit } from './audit.service.ts'
import { auditCsv } from './audit-csv.ts'

let it: TestApp
let auditor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  auditor = await signIn(it, 'auditor')
  await addManyAuditRows(it, 2500)
})
afterAll(() => it.close())

const header = 'id,at,actorId,actorName,address,action,entity,entityId,version,fields,beforeHash,afterHash,detail'
const exported = (query = '') => send(it, auditor, 'GET', `/audit/export?${query}`)
const linesOf = (csv: string) => csv.split('\r\n').slice(0, -1)

describe('the export of the audit log', () => {
  test('is a file for spreadsheets: a line of names, a line for each row, Vietnamese that they can read', async () => {
    const entityId = uuidv7()
    const actor = { ...operator, name: 'Trần Thị "Bưởi", Văn phòng' }
    await recordAudit(it.database.db, actor, {
      action: 'thing.do',
      entity: 'thing',
      entityId,
      version: 3,
      fields: ['a', 'b'],
      afterHash: 'ff',
    })
    const answer = await exported(`entityId=${entityId}`)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [names, row, ...more] = linesOf(answer.body.slice(1))
    expect([names, more]).toEqual([header, []])
    expect(row).toMatch(/^\d+,[\d:.T+-]+,,"Trần Thị ""Bưởi"", Văn phòng",,thing\.do,thing,[\da-f-]+,3,a b,,sha256:ff,$/)
  })

  test('has every row of its filters, in the order of the list, over more than one reading', async () => {
    const lines = linesOf((await exported('action=article.edit')).body.slice(1))
    expect(lines).toHaveLength(2501)
    const ids = lines.slice(1).map((line) => Number(line.split(',')[0]))
    const listed = (await send(it, auditor, 'GET', '/audit?action=article.edit&limit=100')).json().data as AuditRow[]
    expect(ids.slice(0, 100)).toEqual(listed.map((row) => row.id))
    expect(new Set(ids).size).toBe(2500)
    expect(lines[1]).toContain('"{""note"":""Đã sửa, theo góp ý""}"')
  })

  test('goes on behind the id in its last line', async () => {
    const actor = { ...operator, userId: auditor.userId }
    const take = async (query: object, most: number) =>
      linesOf((await text(await exportAudit(it.database.db, actor, query, most))).slice(1))
        .slice(1)
        .map((line) => Number(line.split(',')[0]))
    const filters = { action: 'article.edit' }
    const whole = await take(filters, 2500)
    const first = await take(filters, 1200)
    const second = await take({ ...filters, before: first.at(-1) }, 5000)
    expect(first).toHaveLength(1200)
    expect([...first, ...second]).toEqual(whole)
  })

  test('is noted in the log, with what was asked for', async () => {
    await exported('action=article.edit&from=2024-01-01')
    const [row] = (await send(it, auditor, 'GET', '/audit?action=audit.export')).json().data
    expect(row).toMatchObject({
      actor: { id: auditor.userId, name: 'Test auditor' },
      address: '127.0.0.1',
      entity: 'site',
      detail: { action: 'article.edit', from: '2024-01-01' },
    })
  })

  test('behind an id that no row has → 400, and is not noted', async () => {
    const notes = async () => (await send(it, auditor, 'GET', '/audit?action=audit.export&limit=100')).json().data.length
    const before = await notes()
    const answer = await unchanged(it, () => exported('before=999999999'))
    expect([answer.statusCode, answer.json().errors]).toEqual([400, [expect.objectContaining({ in: 'query', name: 'before' })]])
    expect(await notes()).toBe(before)
  })
})

describe('Browser: CSV injection', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠x', '=HYPERLINK("http://x","y")'])(
    'a name that begins with %j is text to a spreadsheet',
    async (name) => {
      const entityId = uuidv7()
      await recordAudit(it.database.db, { ...operator, name }, { action: 'thing.do', entity: 'thing', entityId })
      const { body } = await exported(`entityId=${entityId}`)
      expect(body).toContain(`'${name.replaceAll('"', '""')}`)
    },
  )

  test('a name cannot begin a cell or a line of its own', async () => {
    const entityId = uuidv7()
    await recordAudit(it.database.db, { ...operator, name: 'a",=1+1\r\n=2+2,"' }, { action: 'thing.do', entity: 'thing', entityId })
    expect((await exported(`entityId=${entityId}`)).body).toContain(',"a"",=1+1\r\n=2+2,""",')
  })
})

describe('a reader of the export', () => {
  const row: AuditRow = {
    id: 1,
    at: '2024-01-01T00:00:00.000+07:00',
    actor: { id: null, name: 'x' },
    address: null,
    action: 'thing.do',
    entity: 'thing',
    entityId: uuidv7(),
    version: null,
    fields: [],
    beforeHash: null,
    afterHash: null,
    detail: null,
  }

  /** Endless rows: how many were asked for, and whether they were ended. */
  function endless() {
    const state = { given: 0, hasEnded: false }
    async function* rows() {
      try {
        for (;;) {
          state.given += 1
          yield row
        }
      } finally {
        state.hasEnded = true
      }
    }
    return { state, csv: auditCsv(rows()) }
  }

  test('who goes away ends the work', async () => {
    const { state, csv } = endless()
    await once(csv, 'readable')
    csv.read()
    csv.destroy()
    await expect.poll(() => state.hasEnded).toBe(true)
  })

  test('who reads slowly is not run ahead of', async () => {
    const { state, csv } = endless()
    await once(csv, 'readable')
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(state.given).toBeLessThan(1000)
    csv.destroy()
  })

  test('hears of it when the database fails on the way', async () => {
    async function* rows() {
      yield row
      throw new Error('gone')
    }
    await expect(text(auditCsv(rows()))).rejects.toThrow('gone')
  })
})
