import { type SQL, sql } from 'drizzle-orm'

/**
 * Sites with the `moment` by the database's clock, or `at`; `this_day`, the local day then; and up to which day they are `closed`.
 * What the public counters and the days beside them are counted from.
 */
export const sitesAt = (at: Date | null): SQL => sql`
  sites,
    LATERAL (SELECT coalesce(${at}::timestamptz, now()) AS moment) AS clock,
    LATERAL (SELECT (moment AT TIME ZONE time_zone)::date AS this_day) AS today,
    LATERAL (SELECT coalesce((SELECT closed_through FROM stat_progress WHERE site_id = sites.id), '-infinity') AS closed) AS progress`

/** What was `counted` on each `day` that has visits: closed days from their roll-ups, all others from the index of visits alone. */
export const countedDays = sql`
  SELECT starts_on AS day, visits AS counted FROM stat_periods
  WHERE site_id = sites.id AND cut = 'site' AND period = 'day' AND starts_on <= closed
  UNION ALL
  SELECT h.local_day, count(*) FROM hits h WHERE h.site_id = sites.id AND h.visit AND h.local_day > closed GROUP BY h.local_day`
