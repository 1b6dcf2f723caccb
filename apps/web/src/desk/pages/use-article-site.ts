import { type Actor, can } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArticleSite } from '../../features/articles/form/article-form.tsx'
import { settingsQuery } from '../../features/settings/settings.api.ts'
import { policyFor } from '../../features/site/policy-for.ts'
import { siteQuery } from '../../features/site/site.api.ts'

/** What the form of an article needs of the site. The settings are for those who may read them; the others are told after saving. */
export function useArticleSite(actor: Actor) {
  const site = useQuery(siteQuery())
  const root = site.data?.rootUnit?.id
  const mayRead = site.isSuccess && can(actor, 'settings.read', { unitPath: root ? [root] : [] })
  const settings = useQuery({ ...settingsQuery(), enabled: mayRead })
  const timeZone = site.data?.timeZone
  const locales = site.data?.locales
  const policies = settings.data
  const data = useMemo(
    (): ArticleSite | undefined =>
      timeZone && locales
        ? { timeZone, locales, policyFor: (unitPath, categoryIds) => policyFor(policies, unitPath, categoryIds) }
        : undefined,
    [timeZone, locales, policies],
  )
  return { data, pending: site.isPending || (mayRead && settings.isPending), error: site.error, retry: () => void site.refetch() }
}
