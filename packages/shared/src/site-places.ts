/** Where menus stand: above all pages, in the place of the categories; and at their foot. */
export const menuPlaces = ['main', 'footer'] as const
export type MenuPlace = (typeof menuPlaces)[number]

/** How many entries a menu can have. */
export const mostMenuItems = 20

/** Of what everybody has to know: from what is good to know to what endangers. */
export const alertLevels = ['info', 'warning', 'danger'] as const
export type AlertLevel = (typeof alertLevels)[number]

/** How many articles can be set before everything else on the home page. */
export const mostHomeSlots = 10
