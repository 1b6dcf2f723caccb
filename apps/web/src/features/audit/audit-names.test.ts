import type { AuditRow } from '@bantin/shared/audit'
import { verbs } from '@bantin/shared/lifecycle'
import { expect, test } from 'vitest'
import { audit as en } from '../../lib/i18n/desk/en-audit.ts'
import { auditNames as enNames } from '../../lib/i18n/desk/en-audit-names.ts'
import { audit } from '../../lib/i18n/desk/vi-audit.ts'
import { auditNames } from '../../lib/i18n/desk/vi-audit-names.ts'
import { type LogWords, nameOf, pairsOf, sayAction, sayActor } from './audit-names.ts'

const words: LogWords = { ...audit, ...auditNames }
const names = new Map([
  ['u1', 'Lan'],
  ['u2', 'Minh'],
])
const language = { words, names, locale: 'vi' as const, timeZone: 'Asia/Ho_Chi_Minh' }

const row = (part: Partial<AuditRow>): AuditRow => ({
  id: 15,
  at: '2026-08-01T07:00:00+07:00',
  actor: { id: 'u1', name: 'Lan' },
  address: null,
  action: 'article.edit',
  entity: 'article',
  entityId: 'a1',
  version: null,
  fields: [],
  beforeHash: null,
  afterHash: null,
  detail: null,
  ...part,
})
const read = (part: Partial<AuditRow>) => pairsOf(row(part), language).map(({ label, value }) => `${label}: ${value}`)

test('every verb has words in both languages', () => {
  const unnamed = verbs.filter((verb) => sayAction(`article.${verb}`, words) === `article.${verb}`)
  expect([unnamed, Object.keys(enNames.actions)]).toEqual([[], Object.keys(auditNames.actions)])
})

test('a deed that is newer than this page is shown under its own name', () => {
  expect([sayAction('article.fold', words), sayAction('toString', words)]).toEqual(['article.fold', 'toString'])
})

test('clock and commands are said in words, people by their name of that time', () => {
  const say = (id: string | null, name: string) => [sayActor({ id, name }, words), sayActor({ id, name }, { ...en, ...enNames })]
  expect(say(null, 'clock')).toEqual(['Hẹn giờ (máy làm)', 'The clock'])
  expect(say('u1', 'clock')).toEqual(['clock', 'clock'])
  expect(say(null, 'Ông Tám')).toEqual(['Ông Tám', 'Ông Tám'])
  expect(say(null, 'Bà Đọc (asked by link, no account)')).toEqual([
    'Bà Đọc (trả lời qua đường dẫn, không có tài khoản)',
    'Bà Đọc (by link, without an account)',
  ])
})

test('fields, versions, addresses and hashes are pairs to read; hashes to compare', () => {
  const pairs = pairsOf(row({ fields: ['title', 'quirk'], version: 7, address: '10.0.0.1', afterHash: 'sha256:ff' }), language)
  expect(pairs).toEqual([
    { label: 'Đổi', value: 'tiêu đề, quirk' },
    { label: 'Mã nội dung sau', value: 'sha256:ff', isCode: true },
    { label: 'Phiên bản', value: '7' },
    { label: 'Địa chỉ mạng', value: '10.0.0.1', isCode: true },
    { label: 'Mã', value: 'a1', isCode: true },
    { label: 'Số thứ tự', value: '15' },
  ])
})

test('a change is told from what to what, with the words of a policy', () => {
  const detail = { publishingPolicy: { before: 'direct', after: 'review' }, minorDirect: { before: false, after: true } }
  expect(read({ action: 'settings.change', detail }).slice(0, 2)).toEqual([
    'Quy trình: Người duyệt đăng tự đăng được ngay, đổi thành Cần người thứ hai duyệt, gấp thì đăng trước',
    'Sửa nhỏ không cần duyệt lại: không, đổi thành có',
  ])
  expect(read({ detail: { publishingPolicy: { before: null, after: 'strict' } } })[0]).toBe(
    'Quy trình: không có, đổi thành Luôn cần người thứ hai duyệt',
  )
})

test('people are told by name, moments by the clock of the site, and what people wrote as they wrote it', () => {
  const detail = { before: 'u1', after: 'u2', at: '2026-08-01T00:00:00.000Z', editions: [1, 2], reason: 'review', note: '', until: null }
  expect(read({ detail }).slice(0, 5)).toEqual([
    'Trước: Lan',
    'Sau: Minh',
    'Hẹn lúc: 07:00, 01/08/2026',
    'Các lần đăng: 1, 2',
    'Lý do: review',
  ])
})

test('what it was done to has a name: a known one, the old address itself, or the short form', () => {
  const detail = { fromPathQuery: '/tin-t%E1%BB%A9c', url: '/don-vi' }
  expect(nameOf(row({ entityId: 'u1' }), names)).toBe('Lan')
  expect(nameOf(row({ entity: 'redirect', entityId: 'r1', detail }), names)).toBe('/tin-tức')
  expect(nameOf(row({ entity: 'abbreviation', entityId: 'b1', detail: { short: 'UBND', long: 'Ủy ban' } }), names)).toBe('UBND')
  expect(nameOf(row({ entity: 'client', entityId: 'c1', detail: { name: 'Cổng huyện', prefix: 'btk_1' } }), names)).toBe('Cổng huyện')
  expect(nameOf(row({ entity: 'webhook', entityId: 'w1', detail: { url: 'https://cổng.vn/' } }), names)).toBe('https://cổng.vn/')
  expect(nameOf(row({ entityId: 'a9', detail: { name: 'Lan' } }), names)).toBeUndefined()
  expect(read({ detail })[0]).toBe('Địa chỉ cũ: /tin-tức')
})

test('roles are told with where they hold, before and after', () => {
  const known: LogWords = { ...words, values: { ...words.values, editor: 'Biên tập viên', admin: 'Quản trị' } }
  const before = [
    { role: 'editor', unitId: 'v1' },
    { role: 'admin', unitId: null },
  ]
  const grants = { before, after: [] }
  const [pair] = pairsOf(row({ action: 'user.grant', entity: 'user', detail: { grants } }), {
    ...language,
    words: known,
    names: new Map([['v1', 'Sở Nội vụ']]),
  })
  expect(pair).toEqual({ label: 'Vai trò', value: 'Biên tập viên, Sở Nội vụ; Quản trị, toàn trang, đổi thành không có' })
})

test('a hand-over says who took over, what was chosen and what was done', () => {
  const detail = {
    to: 'u2',
    choices: { articles: 'give', links: 'revoke', disable: true },
    counts: { articles: 12, links: 0, disabled: true },
  }
  expect(read({ action: 'user.handOver', entity: 'user', detail }).slice(0, 3)).toEqual([
    'Người nhận: Minh',
    'Đã chọn: Bài đang làm: giao cho người nhận; Đường dẫn: huỷ; Khoá tài khoản: có',
    'Đã làm: Bài đang làm: 12; Đường dẫn: 0; Tài khoản đã khoá: có',
  ])
  expect(read({ action: 'audit.export', detail: { to: '2026-08-01' } })[0]).toBe('Đến hết ngày: 2026-08-01')
})

test('what has no words is still shown', () => {
  expect(read({ detail: { odd: { a: [1] } } })[0]).toBe('odd: {"a":[1]}')
})
