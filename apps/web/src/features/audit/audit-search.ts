import { isId } from '@bantin/shared/is-id'
import { isDay } from '../../lib/is-day.ts'
import type { AuditFilters } from './audit.api.ts'

/** The filters of the log, in the words of the address. */
export interface AuditSearch {
  tu?: string
  den?: string
  ai?: string
  viec?: string
  /** One thing at a time: what was done with an article, or to an account. */
  bai?: string
  'tai-khoan'?: string
}

const action = /^[a-z]+\.[A-Za-z]{1,40}$/

/** What an address says about filters; what it says wrongly is left out, so that an old link still opens the log. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const { tu, den, ai, viec, bai, 'tai-khoan': account } = raw
  return {
    ...(isDay(tu) ? { tu } : {}),
    ...(isDay(den) ? { den } : {}),
    ...(isAnId(ai) ? { ai } : {}),
    ...(typeof viec === 'string' && action.test(viec) ? { viec } : {}),
    ...(isAnId(bai) ? { bai } : isAnId(account) ? { 'tai-khoan': account } : {}),
  }
}

/** What the API is asked for these filters. */
export function auditFiltersOf({ tu, den, ai, viec, bai, 'tai-khoan': account }: AuditSearch): AuditFilters {
  return {
    ...(tu ? { from: tu } : {}),
    ...(den ? { to: den } : {}),
    ...(ai ? { actorId: ai } : {}),
    ...(viec ? { action: viec } : {}),
    ...(bai ? { entity: 'article', entityId: bai } : account ? { entity: 'user', entityId: account } : {}),
  }
}

/** The same filters with one set to another value, or left out. An article takes the place of an account, and an account of an article. */
export function changedSearch(search: AuditSearch, name: keyof AuditSearch, value: string): AuditSearch {
  const { bai, 'tai-khoan': account, ...rest } = search
  const { [name]: _old, ...others } = search
  if (!value) return others
  return { ...(name === 'bai' || name === 'tai-khoan' ? rest : others), [name]: value }
}

function isAnId(value: unknown): value is string {
  return typeof value === 'string' && isId(value)
}
