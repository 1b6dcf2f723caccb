import type { SiteIdentity } from '@bantin/shared/site-identity'
import type { SiteRow } from '../../db/find-site.ts'
import type { SiteSettings } from '../../db/schema/sites.ts'
import type { ChangedSettings } from '../site-row.repository.ts'

/** What the site's row says of who publishes it. */
export function identityOf({ name, settings }: Pick<SiteRow, 'name' | 'settings'>): SiteIdentity {
  const { shortName = null, responsiblePerson = null, licence = null, reuse = null, logo, contacts, menus = [], versions } = settings
  const { address = null, phone = null, email = null } = contacts ?? {}
  return {
    name,
    shortName,
    responsiblePerson,
    licence,
    reuse,
    logoMediaId: logo?.mediaId ?? null,
    menus: menus as SiteIdentity['menus'],
    contacts: { address, phone, email },
    version: versions?.identity ?? 1,
  }
}

/** How it is kept: what is not there is left out. */
export function settingsOf(identity: SiteIdentity, { versions }: SiteSettings): ChangedSettings {
  const { shortName, responsiblePerson, licence, reuse, logoMediaId, menus, contacts, version } = identity
  return {
    shortName: shortName ?? undefined,
    responsiblePerson: responsiblePerson ?? undefined,
    licence: licence ?? undefined,
    reuse: reuse ?? undefined,
    logo: logoMediaId === null ? undefined : { mediaId: logoMediaId },
    menus,
    contacts: Object.fromEntries(Object.entries(contacts).filter(([, value]) => value !== null)),
    versions: { ...versions, identity: version },
  }
}
