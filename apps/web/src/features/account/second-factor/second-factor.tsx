import type { Me } from '@bantin/shared/auth'
import { useState } from 'react'
import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { Button } from '../../../ui/button.tsx'
import { SaidLine, useSaid } from '../../../ui/said-line.tsx'
import { AccountSection } from '../account-section.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import styles from './second-factor.module.css'
import { TurnOffDialog } from './turn-off-dialog.tsx'
import { TurnOn } from './turn-on.tsx'
import { useTurnOn } from './use-turn-on.ts'

/** The second factor of one's own account: whether it is on, and all that can be done with it. */
export function SecondFactor({ me }: { me: Me }) {
  const words = useAccountText()
  const saying = useSaid()
  const [turningOn, setTurningOn] = useState<'no' | 'yes' | 'cancelled'>('no')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const start = (): void => {
    saying.hush()
    setTurningOn('yes')
  }
  const finish = (said: string): void => {
    setTurningOn('no')
    setCodes(null)
    saying.done(said)
  }
  return (
    <AccountSection title={words.factor.title} lead={words.factor.lead}>
      <SaidLine {...saying} />
      {turningOn === 'yes' ? <TurningOn onDone={() => finish(words.factor.onDone)} onCancel={() => setTurningOn('cancelled')} /> : null}
      {codes ? <RecoveryCodes title={words.codes.title} codes={codes} onKept={() => finish(words.factor.renewDone)} /> : null}
      {turningOn === 'yes' || codes ? null : me.secondFactor.isOn ? (
        <IsOn factor={me.secondFactor} onTry={saying.hush} onCodes={setCodes} onOff={() => saying.done(words.factor.offDone)} />
      ) : (
        <IsOff isBack={turningOn === 'cancelled'} onStart={start} />
      )}
    </AccountSection>
  )
}

function TurningOn({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  return <TurnOn turning={useTurnOn(onDone)} onCancel={onCancel} />
}

/** `isBack`: whoever cancelled is at the button that he pressed before. */
function IsOff({ isBack, onStart }: { isBack: boolean; onStart: () => void }) {
  const words = useAccountText().factor
  return (
    <>
      <p>
        <strong>{words.isOff}</strong>
      </p>
      <div>
        <Button variant="primary" autoFocus={isBack} onClick={onStart}>
          {words.start}
        </Button>
      </div>
    </>
  )
}

interface IsOnProps {
  factor: Me['secondFactor']
  onTry: () => void
  onCodes: (codes: readonly string[]) => void
  onOff: () => void
}

function IsOn({ factor: { isRequired, recoveryCodes }, onTry, onCodes, onOff }: IsOnProps) {
  const words = useAccountText().factor
  return (
    <>
      <p>
        <strong>{words.isOn}</strong> {words.left(recoveryCodes)}
      </p>
      {isRequired ? <p className={styles.required}>{words.required}</p> : null}
      <div className={styles.actions}>
        <RenewDialog onTry={onTry} onCodes={onCodes} />
        {isRequired ? null : <TurnOffDialog onTry={onTry} onOff={onOff} />}
      </div>
    </>
  )
}
