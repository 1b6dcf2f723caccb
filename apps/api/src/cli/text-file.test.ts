import { bodyText } from '@bantin/shared/body/body-text'
import { describe, expect, test } from 'vitest'
import { readTextFile } from './text-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a text file', () => {
  test('has its title on the first line and empty lines between paragraphs', () => {
    const { title, body } = readTextFile(bytes('\uFEFF\n  Tiêu đề  bài \r\n\r\nĐoạn một\r\nnối dòng.\r\n\r\n\r\nĐoạn hai.\r\n'), undefined)
    expect(title).toBe('Tiêu đề bài')
    expect(bodyText(body)).toBe('Đoạn một nối dòng.\n\nĐoạn hai.')
  })

  test('ends before the line to stop at, in whatever normal form either is', () => {
    const { body } = readTextFile(bytes('Đề\n\nMột.\n\nThông tin mới nhất\nMenu'), 'Thông tin mới nhất'.normalize('NFD'))
    expect(bodyText(body)).toBe('Một.')
  })

  test.each([
    ['in another encoding', new Uint8Array([0xc4, 0x90, 0xff]), undefined, 'not UTF-8'],
    ['with NUL', bytes('a\u0000\n\nb'), undefined, 'not UTF-8'],
    ['with a title alone', bytes('Đề\n\n \n'), undefined, 'needs a title'],
    ['that is empty', bytes(''), undefined, 'needs a title'],
    ['without the line to stop at', bytes('Đề\n\nMột.'), 'Hết', 'no line "Hết"'],
  ])('%s is refused with one clear line', (_name, content, stopAt, message) => {
    expect(() => readTextFile(content, stopAt)).toThrow(message)
  })
})
