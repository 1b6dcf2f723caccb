import { can } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { siteQuery } from '../../features/site/site.api.ts'
import { inTreeOrder, unitPath } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { wholeSite } from '../../features/users/use-grant-draft.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { useActor } from '../../lib/use-session.ts'
import type { NamedItem } from '../../ui/search-choice.tsx'

/** Where the signed-in person may give roles: the whole site and units, as far as they are known by now. */
export function useGrantPlaces(): NamedItem[] {
  const actor = useActor()
  const words = useUsersText().grants
  const units = useQuery(unitsQuery()).data
  const site = useQuery(siteQuery()).data
  return useMemo(() => {
    const may = (path: string[]) => can(actor, 'users.change', { unitPath: path })
    const known = units ?? []
    const whole = may(site?.rootUnit ? [site.rootUnit.id] : []) ? [{ id: wholeSite, name: words.wholeSite }] : []
    const some = inTreeOrder(known).filter(({ id }) => may(unitPath(known, id)))
    return [...whole, ...some.map(({ id, name }) => ({ id, name }))]
  }, [actor, units, site, words])
}
