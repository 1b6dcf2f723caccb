import { describe, expect, test } from 'vitest'
import { cleanText, fold, isStorable } from './text.ts'

describe('cleanText', () => {
  test('composes to NFC whatever way a letter was typed', () => {
    expect(cleanText('Uỷ ban'.normalize('NFD'))).toBe('Uỷ ban')
    expect(cleanText('e\u0302\u0301')).toBe('ế')
    expect(cleanText('e\u0302\u200B\u0301')).toBe('ế')
  })
  test('writes đ for the Icelandic letter that looks like it', () => expect(cleanText('Ðảng ð')).toBe('Đảng đ'))
  test('drops what cannot be seen and makes no-break spaces spaces', () => expect(cleanText('a\u200Bb\uFEFF\u00ADc\u00A0d')).toBe('abc d'))
  test('keeps the writer’s tone placement', () => expect(cleanText('hòa hoà')).toBe('hòa hoà'))
})

describe('fold', () => {
  test('takes every mark off and maps đ by hand', () => expect(fold('Đường về Ủy ban, ƯỚC nguyện')).toBe('duong ve uy ban, uoc nguyen'))
})

describe('isStorable', () => {
  test.each(['a\u0000b', '\ud800', 'x\udc00'])('refuses what is not text', (value) => expect(isStorable(value)).toBe(false))
  test.each(['\u0301'.repeat(31), 'a\u0316\u0301'.padEnd(40, '\u0316\u0301'), `a${'\u0301\u200D'.repeat(31)}`])(
    'refuses more marks on a letter than can be normalized one by one',
    (value) => expect(isStorable(value)).toBe(false),
  )
  test('takes as many marks as any writing has', () => expect(isStorable(`ệ${'\u0301'.repeat(30)}a`.repeat(9))).toBe(true))
  test('takes any whole character', () => expect(isStorable('đ 😀 \n\t')).toBe(true))
})
