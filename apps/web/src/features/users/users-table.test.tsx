import type { Role } from '@bantin/shared/permissions'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userOf } from './test-user.ts'
import { UsersTable } from './users-table.tsx'

beforeEach(
  () =>
    void vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined })),
)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const grant = (n: number) => ({ role: 'editor' as Role, unitId: `u${n}`, unitName: `Đơn vị ${n}` })
const grants = (count: number) => Array.from({ length: count }, (_, n) => grant(n))

function cells(part: Parameters<typeof userOf>[0]) {
  render(<UsersTable users={[userOf(part)]} me="minh" link={({ id }, name) => <a href={id}>{name}</a>} />)
  return screen.getAllByRole('cell').map((cell) => cell.textContent)
}

test('a row says who it is, in which roles, and whether and when the account is used', () => {
  expect(cells({})).toEqual(['Phạm Thị Lan lan@example.gov.vn', 'Biên tập viên, Sở Nội vụ', 'Đang dùng', 'Chưa bật', '10:32, 01/08/2026'])
  expect(screen.getByRole('link', { name: 'Phạm Thị Lan' }).getAttribute('href')).toBe('lan')
})

test('of twenty roles the first three are shown and the others counted; one more than three is shown', () => {
  cells({ grants: grants(20) })
  expect(
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Biên tập viên, Đơn vị 0', 'Biên tập viên, Đơn vị 1', 'Biên tập viên, Đơn vị 2', 'và 17 vai trò khác'])
  cleanup()
  cells({ grants: grants(4) })
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(4)
})

test('who was never here, has no role or is oneself is said', () => {
  expect(cells({ id: 'minh', grants: [], lastSeenAt: null, state: 'invited', hasSecondFactor: true })).toEqual([
    'Phạm Thị Lan (bạn)lan@example.gov.vn',
    'Không có vai trò nào',
    'Chờ nhận lời mời',
    'Đã bật',
    'Chưa vào lần nào',
  ])
})
