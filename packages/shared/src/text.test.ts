import { describe, expect, test } from 'vitest'
import { cleanText, fold, isStorable } from './text.ts'

describe('cleanText', () => {
  test('composes to NFC whatever way a letter was typed', () => {
    expect(cleanText('Uỷ ban'.normalize('NFD'))).toBe('Uỷ ban')
    expect(cleanText('e\u0302\u0301')).toBe('ế')
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
  test('takes any whole character', () => expect(isStorable('đ 😀 \n\t')).toBe(true))
})
