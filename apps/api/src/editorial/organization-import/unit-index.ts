import type { KnownUnit } from './known.repository.ts'

/** What a unit is found by. */
export interface FoundUnit {
  id: string
  slug: string | undefined
  codeScheme: string | null | undefined
  code: string | null | undefined
}

export interface UnitIndex<U extends FoundUnit> {
  add(unit: U): void
  byCode(codeScheme: string, code: string): U | undefined
  bySlug(slug: string): U | undefined
  /** Those that a cell may mean: by the code in the list, by the code in any, by the slug. */
  meant(cell: string, codeScheme: string | undefined): U[]
}

/** Finds units by codes and slugs. */
export function indexUnits<U extends FoundUnit>(units: U[]): UnitIndex<U> {
  const codes = new Map<string, U>()
  const anywhere = new Map<string, U[]>()
  const slugs = new Map<string, U>()
  const keyOf = (scheme: string, code: string) => `${scheme}\n${code}`
  const add = (unit: U) => {
    const { codeScheme, code, slug } = unit
    if (codeScheme && code && !codes.has(keyOf(codeScheme, code))) {
      codes.set(keyOf(codeScheme, code), unit)
      anywhere.set(code, [...(anywhere.get(code) ?? []), unit])
    }
    if (slug) slugs.set(slug, unit)
  }
  for (const unit of units) add(unit)
  const byCode = (scheme: string, code: string) => codes.get(keyOf(scheme, code))
  const meant = (cell: string, scheme: string | undefined) => {
    const inList = scheme === undefined ? undefined : byCode(scheme, cell)
    if (inList) return [inList]
    const bySlug = slugs.get(cell)
    return anywhere.get(cell) ?? (bySlug ? [bySlug] : [])
  }
  return { add, byCode, bySlug: (slug) => slugs.get(slug), meant }
}

/** How an export calls a unit so that it is found again: by its code where no other unit has it, else by its slug. */
export function referenceTo({ code, slug }: KnownUnit, units: UnitIndex<KnownUnit>): string {
  return code !== null && units.meant(code, undefined).length === 1 ? code : slug
}
