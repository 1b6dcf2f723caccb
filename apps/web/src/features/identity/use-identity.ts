import type { SiteIdentity, SiteIdentityPatch } from '@bantin/shared/site-identity'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useIdentityText } from '../../lib/i18n/desk/use-identity-text.ts'
import type { IdentityWords } from '../../lib/i18n/desk/vi-identity.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { identityQuery, saveIdentityMutation } from './identity.api.ts'
import { readIdentity } from './identity-values.ts'
import { useIdentityDraft } from './use-identity-draft.ts'

/** Who publishes the portal, under the hands of whoever changes it: what is typed outlives what is loaded. */
export function useIdentity(identity: SiteIdentity, { done, failed, hush }: Saying) {
  const words = useIdentityText()
  const client = useQueryClient()
  const { mutate, isPending: busy } = useMutation(saveIdentityMutation())
  const draft = useIdentityDraft(identity)

  const explain = async (error: unknown): Promise<void> => {
    if (!(error instanceof ApiError)) return failed(words.failed)
    if (error.code === 'unknown_reference') return failed(words.logo.refused)
    if (error.code !== 'version_stale') return failed(words.failed)
    const now = await client.fetchQuery({ ...identityQuery(), staleTime: 0 })
    draft.change({ version: now.version })
    failed(words.stale(changedNames(draft.before, now, words)))
  }
  const send = (patch: SiteIdentityPatch): void => {
    hush()
    if (Object.keys(patch).length === 0) {
      draft.forget()
      return
    }
    const onSuccess = (): void => {
      draft.forget()
      done(words.saved)
    }
    const onError = (error: unknown): void => void explain(error).catch(() => failed(words.failed))
    mutate({ patch, version: draft.version }, { onSuccess, onError })
  }
  const form = useAskForm<SiteIdentityPatch>((filled) => readIdentity(filled, draft, words.problems), send)
  const undo = (): void => {
    hush()
    form.refuse({})
    draft.forget()
  }
  return { form, busy, draft, undo }
}

function changedNames(before: SiteIdentity, now: SiteIdentity, { names }: IdentityWords): string[] {
  const all = Object.keys(names) as (keyof IdentityWords['names'])[]
  return all.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name])).map((name) => names[name])
}
