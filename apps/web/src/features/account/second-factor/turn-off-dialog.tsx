import type { TurnOffInput } from '@bantin/shared/auth'
import { useMutation } from '@tanstack/react-query'
import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { CodeField } from '../../../ui/code-field.tsx'
import { TextField } from '../../../ui/field.tsx'
import { type FieldProblems, useAskForm } from '../../../ui/use-ask-form.ts'
import { FactorDialog, useFactorDialog } from './factor-dialog.tsx'
import { turnOffMutation } from './second-factor.api.ts'

interface TurnOffDialogProps {
  onTry: () => void
  onOff: () => void
}

/** The button that asks for password and code, to turn the second factor off. */
export function TurnOffDialog({ onTry, onOff }: TurnOffDialogProps) {
  const words = useAccountText()
  const { code: text } = useDeskText()
  const dialog = useFactorDialog(onTry)
  const turningOff = useMutation(turnOffMutation())
  const form = useAskForm<TurnOffInput>(
    (filled, typed) => {
      const input = { password: typed('password'), code: filled('code') }
      const wrong: FieldProblems = {
        ...(input.password ? {} : { password: words.passwordMissing }),
        ...(input.code ? {} : { code: text.missing }),
      }
      return Object.keys(wrong).length > 0 ? { wrong } : { send: input }
    },
    (input) =>
      turningOff.mutate(input, {
        onSuccess: () => {
          dialog.finish()
          onOff()
        },
        // The API does not tell which of both was wrong.
        onError: (error) => dialog.refuse(error, () => dialog.setFailure(words.factor.offWrong)),
      }),
  )
  return (
    <FactorDialog
      dialog={dialog}
      form={form}
      busy={turningOff.isPending}
      button={words.factor.off}
      title={words.factor.offTitle}
      lead={words.factor.offLead}
      submit={words.factor.offConfirm}
      danger
    >
      <TextField
        label={words.currentPassword}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={form.problems.password}
      />
      <CodeField error={form.problems.code} />
    </FactorDialog>
  )
}
