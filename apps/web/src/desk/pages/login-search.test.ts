import { describe, expect, test } from 'vitest'
import { readLoginSearch } from './login-search.ts'

describe('after signing in', () => {
  test.each([
    '/ban-bien-tap',
    '/ban-bien-tap/',
    '/ban-bien-tap?x=1',
    '/ban-bien-tap#x',
    '/ban-bien-tap/bai?trang-thai=thu-hoi&tim=a%2F%2Fb',
    '/ban-bien-tap/bai/01900000-0000-7000-8000-000000000001#nhan-xet',
    '/ban-bien-tap/bai?tim=//elsewhere.example',
  ])('%s is gone on to', (tiep) => expect(readLoginSearch({ tiep })).toEqual({ tiep }))

  test.each([
    '//elsewhere.example',
    '//elsewhere.example/ban-bien-tap',
    '///elsewhere.example/ban-bien-tap',
    '/\\elsewhere.example',
    '\\\\elsewhere.example/ban-bien-tap',
    '/ban-bien-tap\\..\\..\\\\elsewhere.example',
    '/ban-bien-tap/..//elsewhere.example',
    '/ban-bien-tap/../../elsewhere.example',
    '/ban-bien-tap/%2e%2e//elsewhere.example',
    '/ban-bien-tap/.%2E/%2e./\\elsewhere.example',
    '/ban-bien-tap/../dang-nhap?tiep=//elsewhere.example',
    '/./ban-bien-tap/..',
    '/ban-bien-tap.elsewhere.example',
    '/ban-bien-tapx',
    '/@elsewhere.example/ban-bien-tap',
    '@elsewhere.example/ban-bien-tap',
    ':80@elsewhere.example/ban-bien-tap',
    '.elsewhere.example/ban-bien-tap',
    'ban-bien-tap',
    'https:elsewhere.example/ban-bien-tap',
    'https:/ban-bien-tap',
    'https:///elsewhere.example/ban-bien-tap',
    'https://elsewhere.example/ban-bien-tap',
    'http://localhost/ban-bien-tap',
    'javascript:alert(1)//ban-bien-tap',
    'java\tscript:alert(1)',
    'data:text/html,/ban-bien-tap',
    ' /ban-bien-tap',
    '\t//elsewhere.example/ban-bien-tap',
    '/\t/elsewhere.example/ban-bien-tap',
    '/\n/elsewhere.example/ban-bien-tap',
    '/ban-bien-tap\r\nSet-Cookie: a=b',
    '/ban-bien-tap\u0000',
    '%2F%2Felsewhere.example',
    '/%2Felsewhere.example/ban-bien-tap',
    '%2Fban-bien-tap',
    '',
    '/',
  ])('%j is not', (tiep) => expect(readLoginSearch({ tiep })).toEqual({}))

  test.each([[['/ban-bien-tap']], [{ href: '/ban-bien-tap' }], [1], [null], [undefined]])('nor is %j', (tiep) =>
    expect(readLoginSearch({ tiep })).toEqual({}),
  )
})
