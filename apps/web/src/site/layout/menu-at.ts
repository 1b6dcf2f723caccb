import type { Site, SiteMenu } from '@bantin/shared/site'
import type { MenuPlace } from '@bantin/shared/site-places'

export type MenuItems = SiteMenu['items']

/** The entries of the menu that editors have made for a place on the pages; none where there is no such menu. */
export function menuAt({ menus }: Site, place: MenuPlace): MenuItems {
  return menus.find(({ name }) => name === place)?.items ?? []
}
