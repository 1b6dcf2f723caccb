import { beforeEach, expect, test } from 'vitest'
import { dropOldUnsent, keepUnsent, readUnsent, unsentKey } from './unsent-texts.ts'

const key = unsentKey('lan', 'a1', 'whole')
const day = 24 * 3600 * 1000

beforeEach(() => localStorage.clear())

test('a text is kept under its writer, article and place until it is empty', () => {
  keepUnsent(key, 'Chưa gửi')
  expect([readUnsent(key), readUnsent(unsentKey('minh', 'a1', 'whole')), readUnsent(unsentKey('lan', 'a2', 'whole'))]).toEqual([
    'Chưa gửi',
    '',
    '',
  ])
  keepUnsent(key, '  ')
  expect([readUnsent(key), localStorage.length]).toEqual(['', 0])
})

test('after a month it is dropped, and nothing else with it', () => {
  keepUnsent(key, 'Cũ', 0)
  keepUnsent(unsentKey('lan', 'a2', 'whole'), 'Mới', 20 * day)
  localStorage.setItem('bantin:desk-locale', 'en')
  dropOldUnsent(31 * day)
  expect([readUnsent(key), readUnsent(unsentKey('lan', 'a2', 'whole')), localStorage.getItem('bantin:desk-locale')]).toEqual([
    '',
    'Mới',
    'en',
  ])
})

test('what is not of our making is read as nothing and dropped', () => {
  localStorage.setItem(key, '{"text":5}')
  expect(readUnsent(key)).toBe('')
  dropOldUnsent(31 * day)
  expect(localStorage.length).toBe(0)
})

test('a device that keeps nothing is said to, and stops nobody', () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const refusing = { setItem: refuse, removeItem: refuse, getItem: refuse } as unknown as Storage
  expect([keepUnsent(key, 'Lời', 0, refusing), readUnsent(key, refusing)]).toEqual([false, ''])
})
