import type { EditorialArticle, PublishInput } from '@bantin/shared/editorial-articles'
import type { Problem } from '@bantin/shared/errors'
import { nextStates } from '@bantin/shared/lifecycle'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { readArticle, type VerbRequest, verbMutation } from '../editorial.api.ts'

/** What there is to say after a verb: it was done, someone was faster, or it failed. */
export type Outcome =
  | { kind: 'done'; verb: VerbRequest['verb']; article: EditorialArticle }
  | { kind: 'stale'; current: NonNullable<Problem['current']>; unsaved: boolean }
  | { kind: 'refused'; error: unknown }

interface VerbParts {
  /** The article with nothing unsaved, or null when it could not be saved. */
  save: () => Promise<EditorialArticle | null>
  current: () => EditorialArticle | null
  /** Whether there is unsaved text, which then stays as it is. */
  unsaved: () => boolean
  /** The article's states changed. */
  onMoved: (article: EditorialArticle) => void
  /** Someone else changed the article, perhaps its text: this is how it stands now. */
  onRead: (article: EditorialArticle) => void
}

/** The verbs of an article's public life, with what to tell after them. */
export function useVerbs(parts: VerbParts) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { attempt, pending } = useAttempt(parts, setOutcome)
  const withCurrent = async (request: (article: EditorialArticle) => VerbRequest): Promise<void> => {
    const article = parts.current()
    if (article) await attempt(request(article))
  }
  return {
    pending,
    outcome,
    dismiss: () => setOutcome(null),
    publish: async (input: PublishInput): Promise<void> => {
      const article = await parts.save()
      if (article) await attempt({ article, verb: 'publish', input })
    },
    hold: (reason: string) => withCurrent((article) => ({ article, verb: 'hold', input: reason ? { reason } : {} })),
    putBack: () => withCurrent((article) => ({ article, verb: 'putBack', input: {} })),
    withdraw: (reason: string) => withCurrent((article) => ({ article, verb: 'withdraw', input: { reason } })),
  }
}

function useAttempt({ unsaved, onMoved, onRead }: VerbParts, setOutcome: (outcome: Outcome | null) => void) {
  const client = useQueryClient()
  const { mutateAsync, isPending: pending } = useMutation(verbMutation())
  const fail = async (error: unknown, id: string): Promise<void> => {
    const known = error instanceof ApiError ? error : null
    if (known?.current || known?.code === 'move_not_allowed') await readArticle(client, id).then(onRead)
    setOutcome(known?.current ? { kind: 'stale', current: known.current, unsaved: unsaved() } : { kind: 'refused', error })
  }
  const insist = async (request: VerbRequest, error: unknown): Promise<void> => {
    const again = await urgent(request, error, (id) => readArticle(client, id))
    if (!again) return fail(error, request.article.id)
    const article = await mutateAsync(again)
    onRead(article)
    setOutcome({ kind: 'done', verb: request.verb, article })
  }
  const attempt = async (request: VerbRequest): Promise<void> => {
    setOutcome(null)
    try {
      const article = await mutateAsync(request)
      onMoved(article)
      setOutcome({ kind: 'done', verb: request.verb, article })
    } catch (error) {
      await insist(request, error).catch((failure: unknown) => setOutcome({ kind: 'refused', error: failure }))
    }
  }
  return { attempt, pending }
}

export type Verbs = ReturnType<typeof useVerbs>

/**
 * Taking an article down is about the article, not about its text: when a colleague saved it in the meantime it is still to go, at
 * once. Every other verb waits until the person has seen the new text.
 */
async function urgent(request: VerbRequest, error: unknown, read: (id: string) => Promise<EditorialArticle>): Promise<VerbRequest | null> {
  if (request.verb !== 'hold' || !(error instanceof ApiError) || !error.current) return null
  const article = await read(request.article.id)
  return nextStates(article, 'hold') ? { ...request, article } : null
}
