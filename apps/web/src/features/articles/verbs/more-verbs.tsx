import type { Verb } from '@bantin/shared/lifecycle'
import { type RefObject, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { HoldWithReason } from './hold-with-reason.tsx'
import styles from './more-verbs.module.css'
import type { Verbs } from './use-verbs.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface MoreVerbsProps {
  available: readonly Verb[]
  verbs: Verbs
  /** The reason that taking down takes along, if one was written. */
  holdReason: RefObject<string>
}

/** What is done rarely: withdrawing, and taking down with a reason, which the one tap in the bar does not wait for. */
export function MoreVerbs({ available, verbs, holdReason }: MoreVerbsProps) {
  const words = useDeskText().verbs
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.more}>
      {available.includes('hold') ? (
        <HoldWithReason busy={verbs.pending} onHold={(reason) => void verbs.hold(reason)} reason={holdReason} />
      ) : null}
      {available.includes('withdraw') ? (
        <Button busy={verbs.pending} onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      ) : null}
      {asking ? (
        <WithdrawDialog
          onClose={() => setAsking(false)}
          onWithdraw={(reason) => {
            setAsking(false)
            void verbs.withdraw(reason)
          }}
        />
      ) : null}
    </div>
  )
}
