import type { Verb } from '@bantin/shared/lifecycle'
import { type RefObject, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import styles from './more-verbs.module.css'
import type { Verbs } from './use-verbs.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface MoreVerbsProps {
  available: readonly Verb[]
  verbs: Verbs
  /** The reason that "Gỡ ngay" takes along, if one was written. */
  holdReason: RefObject<string>
}

/** What is done rarely: withdrawing, and the reason for taking down, which the one tap does not wait for. */
export function MoreVerbs({ available, verbs, holdReason }: MoreVerbsProps) {
  const words = useDeskText().verbs
  const [asking, setAsking] = useState(false)
  const write = (event: { currentTarget: HTMLInputElement }): void => {
    holdReason.current = event.currentTarget.value.trim()
  }
  return (
    <div className={styles.more}>
      {available.includes('hold') ? (
        <TextField label={`${words.holdReason} (${words.optional})`} hint={words.holdNow} maxLength={2000} onInput={write} />
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
