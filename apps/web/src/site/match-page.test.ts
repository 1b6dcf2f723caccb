import { Slug } from '@bantin/shared/ids'
import { expect, test } from 'vitest'
import { matchPage } from './match-page.ts'

const slugs = ['a', 'a-b', '2021-a', 'a'.repeat(90), '-', 'a-', '-a', 'a--b', 'A', 'a_b', 'a%2Db', 'ă', 'a'.repeat(91), 'a/b', '']
const { pattern = '', maxLength = 0 } = Slug as { pattern?: string; maxLength?: number }
const isSlug = (text: string) => new RegExp(pattern).test(text) && text.length <= maxLength

test.each(['/bai-viet/', '/chuyen-muc/', '/the/', '/don-vi/', '/tac-gia/', '/en/don-vi/'])(
  '%s leads on with what the API takes as a slug, and with nothing else',
  (place) => {
    const found = slugs.filter((slug) => matchPage(place + slug, '').page.name !== 'not-found')
    expect(found).toEqual(slugs.filter(isSlug))
  },
)

test.each(['/xem-truoc/', '/y-kien/', '/en/xem-truoc/', '/en/y-kien/'])('%s leads on with a token and with nothing else', (place) => {
  const token = `${'Az09_-'.repeat(7)}x`
  const others = ['', token.slice(1), `${token}x`, `${token.slice(1)}=`, `${token.slice(1)}%41`, `${token}/`, 'a'.repeat(42)]
  expect(matchPage(place + token, '?x=1').page).toEqual({ name: place.includes('xem') ? 'preview' : 'opinion', token })
  for (const other of others) expect(matchPage(place + other, '').page.name).toBe('not-found')
})
