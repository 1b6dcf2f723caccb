import { expect, test } from 'vitest'
import { deviceCookie, refreshCookie } from './session-cookies.ts'

test.each([
  'https://tin.example.gov.vn',
  'http://localhost:3000',
  'http://bantin.localhost',
  'http://127.0.0.1:3000',
  'http://127.8.9.1',
  'http://[::1]:3000',
])('at %s the cookies are bound to the host and to a secure connection', (publicUrl) => {
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: true }
  expect(refreshCookie(publicUrl)).toEqual({ name: '__Host-bantin-refresh', attributes: { ...attributes, maxAge: 14 * 86_400 } })
  expect(deviceCookie(publicUrl)).toEqual({ name: '__Host-bantin-device', attributes: { ...attributes, maxAge: 30 * 86_400 } })
})

test.each([
  'http://tin.example.gov.vn',
  'http://10.0.0.5:3000',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://notlocalhost',
])('at %s, where a browser would drop such cookies, they are plain ones that scripts still cannot read', (publicUrl) => {
  const cookies = [refreshCookie(publicUrl), deviceCookie(publicUrl)]
  expect(cookies.map(({ name }) => name)).toEqual(['bantin-refresh', 'bantin-device'])
  for (const { attributes } of cookies) expect(attributes).toMatchObject({ httpOnly: true, sameSite: 'strict', secure: false })
})
