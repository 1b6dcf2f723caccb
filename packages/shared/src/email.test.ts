import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { Email } from './email.ts'

const isEmail = (value: string) => Value.Check(Email, value)

test.each([
  ...[
    'lien@example.gov.vn',
    'Lien.Le+tin@dienbien.gov.vn',
    'a@b',
    "o'neil_1-2@xn--bn-tn-8ta.vn",
    'a@1.2',
    'hòa@example.test',
    '陳@example.test',
  ],
  `${'a'.repeat(64)}@${'b'.repeat(63)}.vn`,
])('an e-mail is %j', (value) => expect(isEmail(value)).toBe(true))

test.each([
  ...['', 'a', 'a@', '@b', 'a@b@c', 'a b@c', ' a@b', 'a@b ', 'a\u00A0b@c', 'a\u3000b@c', 'a\n@b', 'a@b\n', 'a\u0000@b', 'a\u0085@b'],
  // What is not seen, or turns what is.
  ...['a\u200B@b', 'a\u202E@b', 'a\u2066@b', 'a\u00AD@b', 'a\u2800@b', 'a\u3164@b', 'a\uFE0F@b', 'a\uE000@b', 'a@b\u200D.vn'],
  // What is something else in the head of a mail.
  ...[...'<>()[]\\,;:"'].flatMap((sign) => [`a${sign}b@c.vn`, `a@b${sign}c.vn`]),
  ...['.a@b', 'a.@b', 'a..b@c', 'a@.b', 'a@b.', 'a@b..c', 'a@-b', 'a@b-', 'a@b_c', 'a@[127.0.0.1]', `a@${'b'.repeat(64)}`],
  ...['a@điệnbiên.vn', 'a@ехample.test', 'a@b。vn', 'ａ@b', 'a＠b', 'a@ｂ.vn', 'a．b@c'],
])('an e-mail is not %j', (value) => expect(isEmail(value)).toBe(false))
