import type { SignedIn } from '@bantin/shared/auth'
import type { ApiClient } from './api-client.ts'
import { ApiError } from './api-error.ts'

export interface AccessToken {
  /** The token while it is good for a request, else null. */
  current: () => string | null
  keep: (answer: SignedIn) => void
  drop: () => void
  /** Asks for a fresh one by the cookie. Rejects when the server cannot be asked. */
  renew: () => Promise<Renewal>
}

/** `none`: the session is no more. `other`: the cookie is another person's by now, who signed in beside this page. */
export type Renewal = 'renewed' | 'none' | 'other'

/** Renewed this long before its end; used until half of it is left, so that no request leaves with a token that dies on the way. */
const margin = 60_000

/**
 * The access token of this page: in memory only, renewed by the cookie, which is the browser's.
 * `accept` hears of each answer before its token is kept and may refuse it as another person's.
 */
export function createAccessToken(api: ApiClient, accept: (answer: SignedIn) => boolean, now: () => number): AccessToken {
  let token: { value: string; until: number } | null = null
  let running: Promise<Renewal> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const keep = (answer: SignedIn): void => {
    const life = answer.expiresIn * 1000
    token = { value: answer.accessToken, until: now() + life }
    clearTimeout(timer)
    // A refusal is not shown now: a dialog in the middle of a sentence would swallow what is typed. The next request shows it.
    timer = setTimeout(() => void renew().catch(() => 'none'), Math.max(life - margin, 0))
  }
  const drop = (): void => {
    token = null
    clearTimeout(timer)
  }
  const ask = async (): Promise<Renewal> => {
    const answer = await api.send<SignedIn>('POST', '/auth/refresh', { body: {} }).catch(noneIfRefused)
    const renewed = answer !== 'none' && accept(answer)
    if (renewed) keep(answer)
    else drop()
    return answer === 'none' ? answer : renewed ? 'renewed' : 'other'
  }
  /** One request, however many ask. */
  const renew = (): Promise<Renewal> => {
    running ??= ask().finally(() => {
      running = null
    })
    return running
  }
  return { current: () => (token && token.until - now() > margin / 2 ? token.value : null), keep, drop, renew }
}

function noneIfRefused(error: unknown): 'none' {
  if (!isRefusal(error)) throw error
  return 'none'
}

/** True when the server says that there is no such session any more. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401
}
