import type { EditorialArticle, EditorialOutcome } from '@bantin/shared/editorial-articles'
import type { Problem } from '@bantin/shared/errors'
import { findMove } from '@bantin/shared/lifecycle'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { readArticle } from '../editorial.api.ts'
import type { DeskVerb } from './available-verbs.ts'
import { useHandOn } from './use-hand-on.ts'
import type { VerbParts } from './verb-parts.ts'
import { type VerbRequest, verbMutation } from './verbs.api.ts'

/** What there is to say after a verb: it was done, someone was faster, or it was refused or failed. */
export type Outcome =
  | { kind: 'done'; verb: DeskVerb; article: EditorialOutcome }
  | { kind: 'stale'; current: NonNullable<Problem['current']>; unsaved: boolean }
  | { kind: 'refused'; error: unknown; needsReview: boolean }

/** A verb as it was pressed, and what it sends. */
export type VerbCall = { as: DeskVerb } & DistributiveOmit<VerbRequest, 'article'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** These are about the text as it is on the screen. */
const savesFirst = new Set<VerbRequest['verb']>(['submit', 'approve', 'return', 'publish', 'schedule'])

/** The verbs of an article's life, with what to tell after them. Each resolves to whether it is worth trying again as it was. */
export function useVerbs(parts: VerbParts) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const fail = useFailure(parts, setOutcome)
  const { attempt, pending } = useAttempt(parts, setOutcome, fail)
  const handOn = useHandOn(parts, (error, id) => fail(error, id, 'assign'))
  const send = async ({ as, ...call }: VerbCall): Promise<boolean> => {
    // Taking down goes at once, whatever is under way.
    if (!savesFirst.has(call.verb) && call.verb !== 'hold') await parts.settled()
    const article = savesFirst.has(call.verb) ? await parts.save() : parts.current()
    return article ? attempt(as, { ...call, article } as VerbRequest) : true
  }
  return { outcome, pending: pending || handOn.pending, dismiss: () => setOutcome(null), send, ...handOn.verbs }
}

export type Verbs = ReturnType<typeof useVerbs>

type Fail = (error: unknown, id: string, verb: VerbRequest['verb']) => Promise<boolean>

/** The codes after which the article is read again, because it is not as it was thought to be. */
const surprises = new Set<string>(['move_not_allowed', 'second_person_needed', 'recall_first', 'unschedule_first', 'forbidden'])

function useFailure({ unsaved, onRead }: VerbParts, setOutcome: (outcome: Outcome) => void): Fail {
  const client = useQueryClient()
  return async (error, id, verb) => {
    const known = error instanceof ApiError ? error : null
    const isSurprise = known !== null && (known.current !== undefined || surprises.has(known.code))
    const article = isSurprise ? await readArticle(client, id).catch(() => null) : null
    if (article) onRead(article)
    const needsReview = (verb === 'publish' || verb === 'schedule') && article?.workState === 'draft' && article.policy !== 'direct'
    const stale = article && known?.current
    setOutcome(stale ? { kind: 'stale', current: stale, unsaved: unsaved() } : { kind: 'refused', error, needsReview })
    return !isSurprise
  }
}

function useAttempt({ onMoved, onRead }: VerbParts, setOutcome: (outcome: Outcome | null) => void, fail: Fail) {
  const client = useQueryClient()
  const { mutateAsync, isPending: pending } = useMutation(verbMutation())
  const insist = async (as: DeskVerb, request: VerbRequest, error: unknown): Promise<boolean> => {
    const again = await urgent(request, error, (id) => readArticle(client, id))
    if (!again) return fail(error, request.article.id, request.verb)
    const article = await mutateAsync(again)
    onRead(article)
    setOutcome({ kind: 'done', verb: as, article })
    return false
  }
  const attempt = async (as: DeskVerb, request: VerbRequest): Promise<boolean> => {
    setOutcome(null)
    try {
      const article = await mutateAsync(request)
      // Redacting empties revisions as well, perhaps the one on the screen.
      if (request.verb === 'redact') onRead(article)
      else onMoved(article)
      setOutcome({ kind: 'done', verb: as, article })
      return false
    } catch (error) {
      return insist(as, request, error).catch((failure: unknown) => {
        setOutcome({ kind: 'refused', error: failure, needsReview: false })
        return true
      })
    }
  }
  return { attempt, pending }
}

/**
 * Taking an article down is about the article, not about its text: when a colleague saved it in the meantime it is still to go, at
 * once. Every other verb waits until the person has seen the new text.
 */
async function urgent(request: VerbRequest, error: unknown, read: (id: string) => Promise<EditorialArticle>): Promise<VerbRequest | null> {
  if (request.verb !== 'hold' || !(error instanceof ApiError) || !error.current) return null
  const article = await read(request.article.id)
  return findMove(article, 'hold') ? { ...request, article } : null
}
