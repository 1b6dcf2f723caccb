import type { Me, SignedIn } from '@bantin/shared/auth'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createApiClient } from '../src/lib/api-client.ts'
import { createQueryClient } from '../src/lib/query-client.ts'
import { createSession } from '../src/lib/session.ts'
import { SessionProvider } from '../src/lib/use-session.ts'

/** A reporter without a second factor. */
export function person(part: Partial<Me> = {}): Me {
  return {
    id: 'lan',
    email: 'lan@example.gov.vn',
    name: 'Nguyễn Thị Lan',
    locale: 'vi',
    version: 3,
    grants: [{ role: 'reporter', unitId: 'office', unitName: 'Văn phòng' }],
    secondFactor: { isOn: false, isRequired: false, recoveryCodes: 0 },
    ...part,
  }
}

/** What signing in, renewing and changing the password answer. */
export function signedIn(user: Me = person()): SignedIn {
  return { accessToken: 'token', expiresIn: 600, user }
}

/** Shows something with a session of its own; `session.start()` signs in when the API answers `POST /api/v1/auth/refresh`. */
export async function renderWithSession(node: ReactNode, api: { fetch: typeof globalThis.fetch }, isSignedIn = true) {
  const session = createSession(createApiClient({ fetch: api.fetch }))
  if (isSignedIn) await session.start()
  const client = createQueryClient(createApiClient({ fetch: api.fetch, bearer: session.bearer }))
  const page = render(
    <SessionProvider value={session}>
      <QueryClientProvider client={client}>{node}</QueryClientProvider>
    </SessionProvider>,
  )
  return { ...page, session, client }
}
