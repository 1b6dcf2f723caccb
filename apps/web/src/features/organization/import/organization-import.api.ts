import type { OrganizationImport, OrganizationImportInput } from '@bantin/shared/organization-import'
import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { apiOf } from '../../../lib/query-client.ts'
import { forgetOrganization } from '../forget-organization.ts'
import type { About } from './table-draft.ts'

const address = '/editorial/organization/import'

/** What each line would come to; nothing is kept. Fails with `forbidden`, and `invalid_request` for a table of which nothing is understood. */
export function tryTableMutation() {
  return mutationOptions({
    mutationFn: (body: OrganizationImportInput, { client }) =>
      apiOf(client).send<OrganizationImport>('POST', address, { body, query: { dryRun: true } }),
  })
}

/** Takes the table in; sent once more with its key it is not taken in again. Fails as the trial does. */
export function takeTableMutation() {
  return mutationOptions({
    mutationFn: ({ body, key }: { body: OrganizationImportInput; key: string }, { client }) =>
      apiOf(client).send<OrganizationImport>('POST', address, { body, headers: { 'idempotency-key': key } }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}

/** All units or people as CSV, which can be taken in again. */
export function downloadTable(client: QueryClient, about: About): Promise<Blob> {
  return apiOf(client).download(`/editorial/organization/export/${about}`)
}
