import type { HandOverSheet } from '@bantin/shared/hand-over'
import { expect, test } from 'vitest'
import { handOver as words } from '../../lib/i18n/desk/vi-hand-over.ts'
import { inputOf, needsSuccessor, safePlan, sayPlan } from './plan.ts'
import { emptySheet, fullSheet } from './test-sheet.ts'

test('the safe decisions leave nothing without anybody and nothing open', () => {
  expect(needsSuccessor(fullSheet, safePlan)).toBe(true)
  expect(inputOf(fullSheet, safePlan, 'minh')).toEqual({
    to: 'minh',
    articles: 'give',
    schedules: 'give',
    links: 'revoke',
    clients: 'give',
    grants: 'remove',
    disable: true,
  })
})

test('where there is nothing to hand over nobody is asked for, and nothing is handed to nobody', () => {
  expect(needsSuccessor(emptySheet, safePlan)).toBe(false)
  expect(inputOf(emptySheet, safePlan, 'minh')).toEqual({
    to: null,
    articles: 'leave',
    schedules: 'leave',
    links: 'revoke',
    clients: 'leave',
    grants: 'remove',
    disable: true,
  })
})

test('who is chosen in vain is not sent', () => {
  const plan = { ...safePlan, articles: 'leave', schedules: 'unschedule', clients: 'leave' } as const
  expect([needsSuccessor(fullSheet, plan), inputOf(fullSheet, plan, 'minh').to]).toEqual([false, null])
})

test('an account that is disabled already is not disabled again', () => {
  const sheet: HandOverSheet = { ...fullSheet, user: { ...fullSheet.user, disabledAt: '2026-08-01T10:32:00+07:00' } }
  expect(inputOf(sheet, safePlan, 'minh').disable).toBe(false)
  expect(sayPlan(sheet, safePlan, 'Minh', words)).not.toContain(words.plan.disable)
})

test('all that will happen is said, what is not there is not', () => {
  expect(sayPlan(fullSheet, safePlan, 'Trần Minh', words)).toEqual([
    'Giao 3 bài đang làm cho Trần Minh.',
    'Giao 1 bài hẹn giờ cho Trần Minh; vẫn đăng đúng giờ.',
    'Huỷ 1 đường dẫn đang mở.',
    'Giao 1 cổng nhận tin cho Trần Minh phụ trách.',
    'Bỏ 1 vai trò.',
    'Khoá tài khoản; mọi phiên kết thúc ngay.',
  ])
  expect(sayPlan(fullSheet, safePlan, null, words)[0]).toBe('Giao 3 bài đang làm cho người nhận.')
  expect(sayPlan(emptySheet, { ...safePlan, disable: false }, null, words)).toEqual(['Không có gì để làm.'])
})
