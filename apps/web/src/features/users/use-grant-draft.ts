import type { NamedGrant } from '@bantin/shared/named-grant'
import type { Role } from '@bantin/shared/permissions'
import { useState } from 'react'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { isSameGrant } from './say-grant.ts'

/** The place of a role over everything, among the units that can be chosen. */
export const wholeSite = 'site'

/** What is wrong with the place; another one each time it is refused, so that the field has the focus each time. */
export interface GrantProblem {
  text: string
}

/** A role that is being chosen for somebody who has `grants` already. The least role is the beginning; where, has to be said. */
export function useGrantDraft(grants: readonly NamedGrant[], places: readonly NamedItem[]) {
  const words = useUsersText().grants
  const [role, setRole] = useState<Role>('reporter')
  const [chosen, setChosen] = useState<NamedItem | null>(null)
  const place = chosen ?? onlyUnit(places)
  const [problem, setProblem] = useState<GrantProblem | null>(null)

  const choosePlace = (next: NamedItem): void => {
    setChosen(next)
    setProblem(null)
  }
  /** The role that is chosen; undefined, and what is missing is said, when there is none. */
  const read = (): NamedGrant | undefined => {
    const grant = place ? grantOf(role, place) : null
    const isThere = grant !== null && grants.some((other) => isSameGrant(grant, other))
    setProblem(grant === null ? { text: words.placeMissing } : isThere ? { text: words.alreadyThere } : null)
    return grant === null || isThere ? undefined : grant
  }
  const clear = (): void => {
    setRole('reporter')
    setChosen(null)
    setProblem(null)
  }
  return { role, setRole, place, choosePlace, problem, read, clear }
}

export type GrantDraft = ReturnType<typeof useGrantDraft>

/** Who administers one unit only chooses nothing; a role over the whole site is never given unasked. */
function onlyUnit(places: readonly NamedItem[]): NamedItem | null {
  const [first] = places
  return places.length === 1 && first && first.id !== wholeSite ? first : null
}

function grantOf(role: Role, { id, name }: NamedItem): NamedGrant {
  return id === wholeSite ? { role, unitId: null, unitName: null } : { role, unitId: id, unitName: name }
}
