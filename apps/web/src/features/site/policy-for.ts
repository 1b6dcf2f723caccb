import { type PublishingPolicy, publishingPolicies } from '@bantin/shared/permissions'
import type { Settings } from '@bantin/shared/settings'

/** What of the settings decides about one article. */
export type Policies = Pick<Settings, 'publishingPolicy'> &
  Record<'units' | 'categories', Pick<Settings['units'][number], 'id' | 'publishingPolicy'>[]>

/**
 * How many people a new article will need, as far as it is known: the strictest of the site's policy, its unit's and its categories'.
 * Without settings the least strict; once the article is saved the API says it.
 */
export function policyFor(settings: Policies | undefined, unitPath: readonly string[], categoryIds: readonly string[]): PublishingPolicy {
  const named = [
    ...(settings?.units.filter(({ id }) => unitPath.includes(id)) ?? []),
    ...(settings?.categories.filter(({ id }) => categoryIds.includes(id)) ?? []),
  ]
  const asked = [settings?.publishingPolicy, ...named.map(({ publishingPolicy }) => publishingPolicy)]
  return publishingPolicies.findLast((policy) => asked.includes(policy)) ?? 'direct'
}
