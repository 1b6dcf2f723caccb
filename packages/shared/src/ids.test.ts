import { expect, test } from 'vitest'
import { isId } from './is-id.ts'

test.each([
  ['01a20909-061d-755d-8764-728896a90855', true],
  ['01A20909-061D-755D-8764-728896A90855', false],
  ['thi-dua-khen-thuong', false],
  ['', false],
])('isId(%s) is %s', (value, expected) => expect(isId(value)).toBe(expected))
