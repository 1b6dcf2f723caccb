import type { CodeInput } from '@bantin/shared/auth'
import { useMutation } from '@tanstack/react-query'
import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { CodeField } from '../../../ui/code-field.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import { FactorDialog, useFactorDialog } from './factor-dialog.tsx'
import { renewCodesMutation } from './second-factor.api.ts'

interface RenewDialogProps {
  onTry: () => void
  onCodes: (codes: readonly string[]) => void
}

/** The button that asks for a code, to make new recovery codes. */
export function RenewDialog({ onTry, onCodes }: RenewDialogProps) {
  const words = useAccountText().factor
  const { code: text } = useDeskText()
  const dialog = useFactorDialog(onTry)
  const renewing = useMutation(renewCodesMutation())
  const form = useAskForm<CodeInput>(
    (filled) => (filled('code') ? { send: { code: filled('code') } } : { wrong: { code: text.missing } }),
    (input) =>
      renewing.mutate(input, {
        onSuccess: ({ recoveryCodes }) => {
          dialog.finish()
          onCodes(recoveryCodes)
        },
        onError: (error) => dialog.refuse(error, () => form.refuse({ code: text.wrong })),
      }),
  )
  return (
    <FactorDialog
      dialog={dialog}
      form={form}
      busy={renewing.isPending}
      button={words.renew}
      title={words.renewTitle}
      lead={words.renewLead}
      submit={words.renewConfirm}
    >
      <CodeField error={form.problems.code} />
    </FactorDialog>
  )
}
