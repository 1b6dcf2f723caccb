import type { SignedIn } from '@bantin/shared/auth'
import type { PolicyOf, Settings } from '@bantin/shared/settings'
import { inject } from 'vitest'
import { ask } from './editor.ts'

/** A category whose articles need a second person. No other journey publishes in it: all of them share one site. */
export const reviewedCategory = { slug: 'nong-nghiep-moi-truong', name: 'Nông nghiệp - Môi trường' }

/** Asks for a second person in that category, as the administrator; answers its id. May be asked again. */
export async function askForSecondPerson(): Promise<string> {
  const { accessToken } = await ask<SignedIn>('/api/v1/auth/login', {
    method: 'POST',
    body: { email: 'admin@example.gov.vn', password: inject('demoPassword') },
  })
  const authorization = `Bearer ${accessToken}`
  const { data } = await ask<{ data: { id: string; slug: string }[] }>('/api/v1/categories', { method: 'GET' })
  const id = data.find(({ slug }) => slug === reviewedCategory.slug)?.id ?? ''
  const path = `/api/v1/editorial/settings/categories/${id}`
  const { version, publishingPolicy } = await ask<PolicyOf>(path, { method: 'GET', headers: { authorization } })
  if (publishingPolicy !== 'review') {
    const body: Pick<Settings, 'publishingPolicy'> = { publishingPolicy: 'review' }
    await ask(path, { method: 'PUT', headers: { authorization, 'if-match': `"${version}"` }, body })
  }
  return id
}
