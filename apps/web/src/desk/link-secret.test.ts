import { afterEach, expect, test, vi } from 'vitest'
import { takeLinkSecret } from './link-secret.ts'

afterEach(() => window.history.replaceState(null, '', '/'))

const open = (address: string) => {
  window.history.replaceState({ key: 'k' }, '', address)
  return takeLinkSecret(window)
}

// The first, for the window of one page has one that listens.
test('another link that is opened in the same page is heard of, and leaves the address too', async () => {
  const secret = open('/dang-nhap/mat-khau')
  expect(secret.current()).toBeNull()
  const heard = vi.fn()
  secret.subscribe(heard)
  window.location.hash = '#cai-moi'
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
  expect([secret.current(), window.location.hash]).toEqual(['cai-moi', ''])
})

test('the secret of a link leaves the address at once; the rest of the address and of its entry in the history stay', () => {
  const before = window.history.length
  expect(open('/dang-nhap/mat-khau?x=1#bi-mat').current()).toBe('bi-mat')
  expect([window.location.href, window.history.state, window.history.length]).toEqual([
    `${window.location.origin}/dang-nhap/mat-khau?x=1`,
    { key: 'k' },
    before,
  ])
})

test('what stands behind # at any other page is left alone', () => {
  expect(open('/ban-bien-tap/bai#main').current()).toBeNull()
  expect(window.location.hash).toBe('#main')
})
