import type { EditorialUnit } from '@bantin/shared/editorial-units'

export interface Place {
  parentId: string
  from: string | null
  through: string | null
}

/**
 * The whole list of what a unit stands below when it stands below another one from a day on, null: below none. The new place lasts as
 * long as the one that it takes the days of, or until the next that is noted; `through` is its last day.
 */
export function placesFrom(
  { parents, closedOn }: Pick<EditorialUnit, 'closedOn'> & { parents: readonly Place[] },
  parentId: string | null,
  from: string,
): { parents: Place[]; through: string | null } {
  const later = parents.filter((place) => place.from !== null && place.from > from)
  const spanning = parents.find((place) => (place.from ?? '') <= from && (place.through === null || place.through >= from))
  const next = later.map((place) => place.from as string).sort()[0] ?? closedOn
  const through = spanning ? spanning.through : next ? dayBefore(next) : null
  const earlier = parents
    .filter((place) => place.from === null || place.from < from)
    .map((place) => ({ ...place, through: place.through === null || place.through >= from ? dayBefore(from) : place.through }))
  const placed = parentId === null ? [] : [{ parentId, from, through }]
  return { parents: [...earlier, ...placed, ...later].map(({ parentId, from, through }) => ({ parentId, from, through })), through }
}

/** 2025-02-28 of 2025-03-01. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
