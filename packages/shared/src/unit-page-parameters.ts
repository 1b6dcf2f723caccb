/** What the address of a unit's page on the site says beside the unit, and by which names. */
export const unitPageParameters = {
  /** The day that it is shown as on. */
  day: 'ngay',
  /** The year of which a bloc's results are shown. */
  year: 'nam',
} as const
