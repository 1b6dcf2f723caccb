import type { Role } from '@bantin/shared/permissions'

interface DemoAccount {
  role: Role
  name: string
  /** Absent: the whole site. */
  unitSlug?: string
}

/** One account a role, so that a visitor can see what each may do. */
export const demoAccounts: DemoAccount[] = [
  { role: 'reporter', name: 'Phạm Thu Hà', unitSlug: 'van-phong-uy-ban-nhan-dan-tinh' },
  { role: 'editor', name: 'Lê Quang Vinh', unitSlug: 'van-phong-uy-ban-nhan-dan-tinh' },
  { role: 'publisher', name: 'Nguyễn Minh Châu' },
  { role: 'admin', name: 'Trần Đức Anh' },
  { role: 'auditor', name: 'Võ Thanh Bình' },
]

/** The address that a demo account signs in with. */
export function demoEmail(role: Role): string {
  return `${role}@example.gov.vn`
}
