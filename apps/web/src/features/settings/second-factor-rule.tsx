import type { Settings } from '@bantin/shared/settings'
import { type ReactNode, useState } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import styles from './site-policy.module.css'
import { useSecondFactorRule } from './use-second-factor-rule.ts'

interface SecondFactorRuleProps {
  settings: Settings
  mayChange: boolean
  /** Whether the signed-in person has a second factor: without it he would keep himself out. */
  isOwnOn: boolean
  /** The link to the page where he turns his own on. */
  ownAccount: (text: string) => ReactNode
}

/** Whether those who publish and administer must have a second factor: to change for administrators, to read for others. */
export function SecondFactorRule({ mayChange, ...rest }: SecondFactorRuleProps) {
  const words = useSettingsText()
  const { secondFactorRequired } = rest.settings
  return (
    <section className={styles.policy} aria-labelledby="second-factor">
      <h2 id="second-factor">{words.secondFactor.title}</h2>
      {mayChange ? (
        <Changing {...rest} />
      ) : (
        <p>
          <strong>{secondFactorRequired ? words.secondFactor.name : words.secondFactor.off}</strong>
        </p>
      )}
    </section>
  )
}

function Changing({ settings, isOwnOn, ownAccount }: Omit<SecondFactorRuleProps, 'mayChange'>) {
  const words = useSettingsText().secondFactor
  const saying = useSaid()
  const { busy, turn } = useSecondFactorRule(settings, saying)
  const [isAsking, setAsking] = useState(false)
  const { secondFactorRequired: isOn } = settings
  const mayTurn = isOn || isOwnOn
  return (
    <>
      <SaidLine {...saying} />
      <label className={styles.switch}>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-describedby={mayTurn ? undefined : 'second-factor-first'}
          disabled={!mayTurn || busy}
          onChange={() => setAsking(true)}
        />
        <span>
          <strong>{words.name}</strong>
          <span className={styles.hint}>{words.hint}</span>
        </span>
      </label>
      {mayTurn ? null : (
        <p id="second-factor-first">
          {words.ownFirst} {ownAccount(words.toOwn)}
        </p>
      )}
      <Confirm
        isOn={isOn}
        isAsking={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          turn(!isOn)
        }}
      />
    </>
  )
}

interface ConfirmProps {
  isOn: boolean
  isAsking: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Says what it means, and for whom, before it is done. */
function Confirm({ isOn, isAsking, onClose, onConfirm }: ConfirmProps) {
  const { cancel } = useDeskText()
  const words = useSettingsText().secondFactor
  return (
    <Dialog
      open={isAsking}
      onClose={onClose}
      title={isOn ? words.offTitle : words.onTitle}
      lead={isOn ? words.offLead : words.onLead}
      actions={
        <>
          <Button variant="danger" onClick={onConfirm}>
            {isOn ? words.offConfirm : words.onConfirm}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </>
      }
    />
  )
}
