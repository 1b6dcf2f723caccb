import type { SecondFactorOffer } from '@bantin/shared/auth'
import { useRef } from 'react'
import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { CodeField } from '../../../ui/code-field.tsx'
import { CopyButton, selectIn } from '../../../ui/copy-button.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import styles from './second-factor.module.css'
import { StepForm, type StepProps } from './step-form.tsx'

interface ScanStepProps extends StepProps {
  offer: SecondFactorOffer
  onCode: (code: string) => void
}

/** The second step: the secret goes into the app, by its picture or by hand, and a code of the app shows that it did. */
export function ScanStep({ offer, onCode, ...step }: ScanStepProps) {
  const words = useAccountText().factor
  const { code } = useDeskText()
  const form = useAskForm<string>((filled) => (filled('code') ? { send: filled('code') } : { wrong: { code: code.missing } }), onCode)
  return (
    <StepForm {...step} form={form} title={words.steps.scan} submit={words.confirm}>
      <p>{words.scanLead}</p>
      <QrCode text={offer.uri} label={words.qr} />
      <Secret secret={offer.secret} />
      <CodeField
        appOnly
        label={words.code}
        hint={words.codeHint}
        error={form.problems.code ?? (step.problem?.atField ? step.problem.text : undefined)}
      />
    </StepForm>
  )
}

function Secret({ secret }: { secret: string }) {
  const words = useAccountText().factor
  const text = useRef<HTMLElement>(null)
  return (
    <div>
      <p>{words.secretLead}</p>
      <p className={styles.secret}>
        <code ref={text}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CopyButton text={secret} select={() => selectIn(text.current)} words={words} />
    </div>
  )
}
