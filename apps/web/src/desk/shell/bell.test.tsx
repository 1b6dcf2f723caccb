import type { Me } from '@bantin/shared/auth'
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import type { Session } from '../../lib/session.ts'
import { SessionProvider } from '../../lib/use-session.ts'
import { Bell } from './bell.tsx'

afterEach(cleanup)

function open(count: number, secondFactor = { isOn: false, isRequired: false, recoveryCodes: 0 }) {
  const api = recordingApi({ 'GET /notifications/unread': { count } })
  const user: Partial<Me> = { id: 'lan', secondFactor }
  const signedIn = { status: 'signedIn', user }
  const session = { state: () => signedIn, subscribe: () => () => undefined } as unknown as Session
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() })
  renderWithApi(
    <SessionProvider value={session}>
      <RouterContextProvider router={router as never}>
        <Bell />
      </RouterContextProvider>
    </SessionProvider>,
    api,
  )
  return api
}

test('how many notifications are not read is said and shown; more than 99 as 99+', async () => {
  open(3)
  expect((await screen.findByRole('link', { name: 'Thông báo: 3 chưa đọc' })).textContent).toBe('3')
  cleanup()
  open(100)
  expect((await screen.findByRole('link', { name: 'Thông báo: 99+ chưa đọc' })).textContent).toBe('99+')
})

test('with none there is only the way to them', async () => {
  const { sent } = open(0)
  await screen.findByRole('link', { name: 'Thông báo' })
  await expect.poll(() => sent.length).toBe(1)
  expect(screen.getByRole('link').textContent).toBe('')
})

test('whoever has to turn on a second factor first is asked for nothing behind his back', async () => {
  const { sent } = open(3, { isOn: false, isRequired: true, recoveryCodes: 0 })
  await screen.findByRole('link', { name: 'Thông báo' })
  expect(sent).toEqual([])
})
