import type { SiteIdentity } from '@bantin/shared/site-identity'
import { useState } from 'react'
import { type Menus, menusOf } from './identity-values.ts'

interface Draft {
  /** What it was when the first thing was changed. */
  before: SiteIdentity
  /** What a change goes over. */
  version: number
  menus: Menus
  logoMediaId: string | null
}

/** What was changed and is not saved, apart from texts, which are in their fields; `key` is another one when those are to be read anew. */
export function useIdentityDraft(identity: SiteIdentity) {
  const [round, setRound] = useState(0)
  const [draft, setDraft] = useState<Draft | null>(null)
  const shown = draft ?? {
    before: identity,
    version: identity.version,
    menus: menusOf(identity),
    logoMediaId: identity.logoMediaId,
  }
  return {
    ...shown,
    isChanged: draft !== null,
    key: draft ? `${round} ${draft.before.version}` : `${round} ${identity.version}`,
    change: (part: Partial<Draft>): void => setDraft((held) => ({ ...(held ?? shown), ...part })),
    forget: (): void => {
      setDraft(null)
      setRound(round + 1)
    },
  }
}
