import type { SiteAction } from '@bantin/shared/permissions'
import type { ReactNode } from 'react'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useSitePermission } from '../use-site-permission.ts'

/** A page of the site's own business: to others it is not there. */
export function Permitted({ action, children }: { action: SiteAction; children: ReactNode }) {
  const may = useSitePermission()(action)
  if (may === undefined) return <WaitingPart />
  return may ? children : <MissingPart />
}
