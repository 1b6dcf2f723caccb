import { useQuery } from '@tanstack/react-query'
import { inTreeOrder, unitPath } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { useClientPermission } from '../use-client-permission.ts'

/** Whose news a portal may be given by the signed-in person: all of the site's, under an empty id, and units in the order of the tree. */
export function usePortalPlaces(): NamedItem[] {
  const words = usePortalsText()
  const may = useClientPermission()
  const units = useQuery(unitsQuery()).data
  const known = units ?? []
  const whole = may('clients.change', null) ? [{ id: '', name: words.wholeSite }] : []
  const some = inTreeOrder(known).filter(({ id }) => may('clients.change', unitPath(known, id)))
  return [...whole, ...some.map(({ id, name, depth }) => ({ id, name: `${'\u2003'.repeat(depth)}${name}` }))]
}
