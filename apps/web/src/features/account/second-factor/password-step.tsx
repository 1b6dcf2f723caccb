import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { TextField } from '../../../ui/field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { StepForm, type StepProps } from './step-form.tsx'

interface PasswordStepProps extends StepProps {
  onPassword: (password: string) => void
}

/** The first step: whoever only sits at the open desk does not have the password. */
export function PasswordStep({ onPassword, ...step }: PasswordStepProps) {
  const words = useAccountText()
  const form = useAskForm<string>(
    (_filled, typed) => (typed('password') ? { send: typed('password') } : { wrong: { password: words.passwordMissing } }),
    onPassword,
  )
  return (
    <StepForm {...step} form={form} title={words.factor.steps.password} submit={words.factor.next}>
      <TextField
        label={words.currentPassword}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={form.problems.password ?? (step.problem?.atField ? step.problem.text : undefined)}
      />
    </StepForm>
  )
}
