import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { PasswordStep } from './password-step.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ScanStep } from './scan-step.tsx'
import type { useTurnOn } from './use-turn-on.ts'

interface TurnOnProps {
  turning: ReturnType<typeof useTurnOn>
  /** Absent where there is no way around it. */
  onCancel?: () => void
}

/** Turns the second factor on, in three steps: the password, the app, the recovery codes. */
export function TurnOn({ turning, onCancel }: TurnOnProps) {
  const words = useAccountText().factor
  const { offer, codes, problem, busy, sendPassword, sendCode, finish } = turning
  if (codes) return <RecoveryCodes title={words.steps.codes} codes={codes} onKept={finish} />
  const common = { problem, busy, onCancel }
  if (offer) return <ScanStep {...common} offer={offer} onCode={sendCode} />
  return <PasswordStep {...common} onPassword={sendPassword} />
}
