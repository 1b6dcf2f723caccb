import { expect, test } from 'vitest'
import { greeting } from './greeting.ts'

const url = 'http://localhost:3000'

test('where nobody can sign in, it says how to begin', () => {
  const firstSetup = { url: `${url}/dang-nhap/thiet-lap`, code: 'ABCDE-FGHIJ-KLMNO-PQRST' }
  expect(greeting({ url, demo: undefined, firstSetup })).toBe(`
Bản Tin is ready.
  Site  http://localhost:3000/
  Desk  http://localhost:3000/ban-bien-tap
  API   http://localhost:3000/api/v1/articles
  Docs  http://localhost:3000/docs

Nobody can sign in yet. Make the first administrator:
  Address  http://localhost:3000/dang-nhap/thiet-lap
  Code     ABCDE-FGHIJ-KLMNO-PQRST
`)
})

test('elsewhere it does not, and a worker has no address to begin at', () => {
  expect(greeting({ url, demo: { emails: ['a@example.gov.vn'], password: 'x' }, firstSetup: undefined })).not.toContain('Code')
  expect(greeting({ url: undefined, demo: undefined, firstSetup: undefined })).not.toContain('Code')
})
