import type { SecondFactorOffer } from '@bantin/shared/auth'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, type ApiErrorCode } from '../../../lib/api-error.ts'
import { useAccountText } from '../../../lib/i18n/desk/use-account-text.ts'
import { useSayFailure } from '../../../ui/use-say-failure.ts'
import { confirmMutation, offerMutation } from './second-factor.api.ts'

/** What was wrong with the last try. `atField`: it is said beside the field of the step. */
export interface StepProblem {
  text: string
  atField: boolean
}

/** Turning the second factor on, step by step. `codes` are shown once, until `onDone`: it is on, and they were kept; or it was on already. */
export function useTurnOn(onDone: () => void) {
  const words = useAccountText()
  const sayFailure = useSayFailure()
  const offering = useMutation(offerMutation())
  const confirming = useMutation(confirmMutation())
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState<StepProblem | null>(null)

  const refuse = (error: unknown, wrong: string, onConflict: () => void): void => {
    const code: ApiErrorCode = error instanceof ApiError ? error.code : 'unexpected'
    const atField = code === 'confirmation_failed'
    if (code === 'conflict') onConflict()
    else setProblem({ text: atField ? wrong : sayFailure(error), atField })
  }
  const startOver = (): void => {
    setOffer(null)
    setProblem({ text: words.factor.startOver, atField: false })
  }
  return {
    offer,
    codes,
    problem,
    finish: onDone,
    busy: offering.isPending || confirming.isPending,
    sendPassword: (password: string): void => {
      setProblem(null)
      // In conflict with itself only when it is on, by another page or device.
      offering.mutate({ password }, { onSuccess: setOffer, onError: (error) => refuse(error, words.passwordWrong, onDone) })
    },
    sendCode: (code: string): void => {
      setProblem(null)
      confirming.mutate(
        { code },
        {
          onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
          onError: (error) => refuse(error, words.factor.codeWrong, startOver),
        },
      )
    },
  }
}
