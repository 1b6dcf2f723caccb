import type { User } from '@bantin/shared/users'

/** Somebody who uses his account, for tests. */
export function userOf(part: Partial<User> = {}): User {
  return {
    id: 'lan',
    name: 'Phạm Thị Lan',
    email: 'lan@example.gov.vn',
    state: 'active',
    hasSecondFactor: false,
    grants: [{ role: 'editor', unitId: 'u1', unitName: 'Sở Nội vụ' }],
    lastSeenAt: '2026-08-01T10:32:00+07:00',
    version: 4,
    locale: 'vi',
    createdAt: '2026-01-05T08:00:00+07:00',
    disabledAt: null,
    openLink: null,
    liveSessions: 2,
    mayChange: true,
    ...part,
  }
}

export const link = {
  kind: 'invitation' as const,
  url: 'https://trang.example/dang-nhap/mat-khau#bi-mat',
  expiresAt: '2026-08-08T10:32:00+07:00',
  isMailed: false,
}

export const places = [
  { id: 'site', name: 'Toàn trang' },
  { id: 'u1', name: 'Sở Nội vụ' },
  { id: 'u2', name: 'Văn phòng Uỷ ban' },
]
