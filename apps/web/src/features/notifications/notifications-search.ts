const views = ['chua-doc', 'cach-bao'] as const

/** What the page of notifications shows, in the words of its address: those that are not read, or how one is told. */
export interface NotificationsSearch {
  xem?: (typeof views)[number]
}

/** What an address says; what it says wrongly is left out. */
export function readNotificationsSearch({ xem }: Record<string, unknown>): NotificationsSearch {
  const view = views.find((known) => known === xem)
  return view ? { xem: view } : {}
}
