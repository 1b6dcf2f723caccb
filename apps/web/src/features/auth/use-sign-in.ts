import type { LoginInput } from '@bantin/shared/auth'
import { useRef, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useSession } from '../../lib/use-session.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'

/** What signing in asks for now, and what there is to say about the last try. `isWrongCode`: it is said beside the field of the code. */
export interface SignInStep {
  asks: 'password' | 'code'
  message: string
  isWrongCode: boolean
}

const begin: SignInStep = { asks: 'password', message: '', isWrongCode: false }

/** Signing in, in one step or two: the password is kept while its account is asked for a code. */
export function useSignIn() {
  const words = useDeskText().code
  const say = useSaySignInFailure()
  const session = useSession()
  const known = useRef<LoginInput | null>(null)
  const running = useRef(false)
  const [step, setStep] = useState(begin)
  const [busy, setBusy] = useState(false)
  const [wasRefused, setRefused] = useState(false)

  const send = async (input: LoginInput): Promise<void> => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setStep((before) => ({ ...before, message: '', isWrongCode: false }))
    await session.signIn(input).catch((error: unknown) => {
      const outcome = outcomeOf(error, input)
      known.current = outcome === 'password' ? null : input
      setRefused(true)
      setStep({
        asks: outcome === 'password' ? 'password' : 'code',
        message: outcome === 'wrongCode' ? words.wrong : say(error),
        isWrongCode: outcome === 'wrongCode',
      })
    })
    running.current = false
    setBusy(false)
  }
  return {
    step,
    busy,
    /** Whether a try did not sign in, or asked for a code. */
    wasRefused,
    sendPassword: (email: string, password: string) => send({ email, password }),
    sendCode: async (code: string, trustDevice: boolean): Promise<void> => {
      if (known.current) await send({ ...known.current, code, trustDevice })
    },
    /** Something is missing before anything is sent. */
    refuse: (message: string): void => setStep((before) => ({ ...before, message, isWrongCode: before.asks === 'code' })),
    startAgain: (): void => {
      known.current = null
      setStep(begin)
    },
  }
}

/** Who was asked for a code is asked again, unless it turns out that the password is no more the right one. */
function outcomeOf(error: unknown, { code }: LoginInput): 'password' | 'code' | 'wrongCode' {
  const reason = error instanceof ApiError ? error.code : 'unexpected'
  if (reason === 'code_needed') return 'code'
  if (code === undefined || reason === 'wrong_credentials') return 'password'
  return reason === 'wrong_code' || reason === 'invalid_request' ? 'wrongCode' : 'code'
}

function useSaySignInFailure(): (error: unknown) => string {
  const words = useDeskText().login
  const sayFailure = useSayFailure()
  return (error) => {
    if (!(error instanceof ApiError)) return words.failed
    if (error.code === 'code_needed') return ''
    if (error.code === 'wrong_credentials' || error.code === 'invalid_request') return words.wrong
    if (error.code === 'cross_site') return words.crossSite
    const isPassing = error.code === 'network' || error.status === 429 || error.status >= 500
    return isPassing ? sayFailure(error) : words.failed
  }
}
