import { fold } from '@bantin/shared/text'
import { fieldProblem } from '../errors.ts'

/**
 * Whether a password is one that people try first: a known word with or without a number people put behind it, a plain row of keys
 * or digits, one thing repeated, or the person's own e-mail. Signs, capitals and Vietnamese marks do not hide it.
 */
export function isCommonPassword(password: string, email: string): boolean {
  const plain = plainOf(password)
  const [, word = '', digits = ''] = /^(.*?)(\d*)$/.exec(plain) ?? []
  const own = [email, email.split('@')[0] ?? ''].map(plainOf)
  if (isRepetition(plain) || own.includes(plain) || own.includes(word)) return true
  return (words.has(word) && isPlainNumber(digits)) || words.has(plain)
}

/** Throws `invalid_request`, for the field `password` of a body, when the password is such a one. */
export function refuseCommonPassword(password: string, email: string): void {
  if (!isCommonPassword(password, email)) return
  const message = 'This password is among the first that others try. Use another one.'
  throw fieldProblem('invalid_request', { in: 'body', pointer: '/password', code: 'common_password', message })
}

function plainOf(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '')
}

/** The empty text too: a password of signs alone is left, once they are dropped, with nothing. */
function isRepetition(plain: string): boolean {
  return /^(.{0,4}?)\1*$/.test(plain)
}

/** None, a year or another short number, or one that is typed without thinking. */
function isPlainNumber(digits: string): boolean {
  return digits.length <= 4 || '01234567890123456789 98765432109876543210 112233445566 147258369 159753'.includes(digits)
}

const words = new Set([
  '',
  // Vietnamese: "password", "log in", "hello", "I love you", the job, the places, the offices.
  ...['matkhau', 'matkhaumoi', 'dangnhap', 'taikhoan', 'xinchao', 'chaoban', 'anhyeuem', 'emyeuanh', 'yeuem', 'iuem', 'giadinh'],
  ...['bimat', 'khongbiet', 'khongco', 'motconvit', 'trian', 'hanhphuc', 'quantri', 'quantrivien', 'nguoidung', 'lanhdao', 'vanphong'],
  ...['bantin', 'baochi', 'toasoan', 'bientap', 'bientapvien', 'bbt', 'phongvien', 'congthongtin', 'ubnd', 'uybannhandan'],
  ...['vietnam', 'hanoi', 'saigon', 'hochiminh', 'tphcm', 'danang', 'haiphong', 'cantho', 'hue', 'dienbien', 'dienbienphu'],
  ...['nguyen', 'nguyenvana', 'tran', 'vn', 'hn', 'sg'],
  // What the rest of the world tries first.
  ...['password', 'passwd', 'passw0rd', 'pssw0rd', 'pssword', 'pass', 'pw', 'secret', 'letmein', 'welcome', 'changeme', 'default'],
  ...['admin', 'administrator', 'root', 'user', 'guest', 'test', 'tester', 'testing', 'demo', 'login', 'master', 'super', 'manager'],
  ...['iloveyou', 'sunshine', 'princess', 'dragon', 'monkey', 'football', 'baseball', 'superman', 'batman', 'pokemon', 'hello'],
  ...['qwerty', 'qwertyuiop', 'qwert', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcvbnm', 'qazwsx', 'qazwsxedc', '1q2w3e4r', '1q2w3e4r5t'],
  ...['1qaz2wsx', '1qaz2wsx3edc', 'q1w2e3r4', 'zaq12wsx', 'a', 'aa', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'abcdefg', 'abcdefgh'],
  ...['google', 'facebook', 'zalo', 'computer', 'internet', 'samsung', 'iphone'],
])
