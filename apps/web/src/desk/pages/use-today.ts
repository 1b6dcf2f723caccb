import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '../../features/site/site.api.ts'
import { clockIn } from '../../lib/site-time.ts'

/** The day that it is where the site is published; of this device until that place is known. */
export function useToday(): string {
  const { data: site } = useQuery(siteQuery())
  return clockIn(site?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now()).day
}
