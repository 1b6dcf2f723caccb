import { expect, test } from 'vitest'
import { refreshCookie } from './refresh-cookie.ts'

test.each([
  'https://tin.example.gov.vn',
  'http://localhost:3000',
  'http://bantin.localhost',
  'http://127.0.0.1:3000',
  'http://127.8.9.1',
  'http://[::1]:3000',
])('at %s the cookie is bound to the host and to a secure connection', (publicUrl) => {
  expect(refreshCookie(publicUrl)).toEqual({
    name: '__Host-bantin-refresh',
    attributes: { path: '/', httpOnly: true, sameSite: 'strict', secure: true, maxAge: 1_209_600 },
  })
})

test.each([
  'http://tin.example.gov.vn',
  'http://10.0.0.5:3000',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://notlocalhost',
])('at %s, where a browser would drop such a cookie, it is a plain one that scripts still cannot read', (publicUrl) => {
  const { name, attributes } = refreshCookie(publicUrl)
  expect(name).toBe('bantin-refresh')
  expect(attributes).toMatchObject({ httpOnly: true, sameSite: 'strict', secure: false })
})
