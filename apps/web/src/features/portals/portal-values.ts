import { type Client, type ClientPatch, type ClientScope, clientScopes } from '@bantin/shared/clients'
import { formatNumber } from '../../lib/format.ts'
import type { PortalsWords } from '../../lib/i18n/desk/vi-portals.ts'
import type { Locale } from '../../lib/i18n/locale.ts'
import type { FieldProblems, Filled } from '../../ui/use-ask-form.ts'

/** What is filled in of a portal. */
export type PortalValues = Required<Omit<ClientPatch, 'isClosed'>>

/** What is noted of a portal, by the words for it. */
export function portalFactsOf(portal: Client, words: PortalsWords, locale: Locale): Record<string, string> {
  const { form } = words
  const { responsible, requestsPerSecond } = portal
  const answering = responsible?.isDisabled ? words.isDisabled(responsible.name) : responsible?.name
  return {
    [form.name]: portal.name,
    [form.contact]: portal.contact ?? form.none,
    [form.unit]: portal.unit?.name ?? words.wholeSite,
    [form.scopes]: portal.scopes.map((scope) => form.scope[scope].name).join(', '),
    [form.limit]: requestsPerSecond === null ? form.commonLimit : formatNumber(requestsPerSecond, locale),
    [form.responsible]: answering ?? words.nobody,
  }
}

/** What was filled in, or what is wrong with which field. */
export function readPortal(filled: Filled, words: PortalsWords): { send: PortalValues } | { wrong: FieldProblems } {
  const [name, limit] = [filled('name'), filled('requestsPerSecond')]
  const scopes: ClientScope[] = clientScopes.filter((scope) => filled(`scope-${scope}`) !== '')
  const isLimit = limit === '' || (/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= 1000)
  const wrong: FieldProblems = {
    ...(name ? {} : { name: words.missing }),
    ...(scopes.length > 0 ? {} : { scopes: words.form.scopesMissing }),
    ...(isLimit ? {} : { requestsPerSecond: words.form.limitWrong }),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const requestsPerSecond = limit === '' ? null : Number(limit)
  return {
    send: { name, contact: filled('contact') || null, scopes, requestsPerSecond, responsibleUserId: filled('responsibleUserId') || null },
  }
}

/** What of it is another than what was shown. */
export function changesOf(values: PortalValues, { responsible, ...shown }: Client): ClientPatch {
  const before: PortalValues = {
    name: shown.name,
    contact: shown.contact,
    scopes: clientScopes.filter((scope) => shown.scopes.includes(scope)),
    requestsPerSecond: shown.requestsPerSecond,
    responsibleUserId: responsible?.id ?? null,
  }
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof PortalValues])),
  )
}
