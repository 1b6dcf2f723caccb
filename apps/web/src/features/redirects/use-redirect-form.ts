import type { Redirect } from '@bantin/shared/redirects'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { sayTarget } from './read-address.ts'
import { type Problems, readForm, type TargetKind } from './read-form.ts'
import { readRedirect, saveRedirectMutation } from './redirects.api.ts'
import { sayFault } from './say-fault.ts'

/** What is asked for: a new redirect, perhaps from an address, or the change of one. */
export type RedirectTask = { redirect: null; from: string } | { redirect: Redirect }

/** The form of one redirect: what is filled in outlives every refusal. */
export function useRedirectForm(task: RedirectTask, onSaved: (saved: Redirect) => void) {
  const words = useRedirectsText()
  const { mutateAsync, isPending: busy } = useMutation(saveRedirectMutation())
  const formRef = useRef<HTMLFormElement>(null)
  const [held, setHeld] = useState(task.redirect)
  const [kind, setKind] = useState<TargetKind>(task.redirect?.url ? 'url' : 'article')
  const [article, setArticle] = useState<NamedItem | null>(() => articleOf(task.redirect, words.hidden))
  const { problems, setProblems, forget } = useProblems(formRef)
  const explain = useExplain(setHeld)

  const choose = (chosen: NamedItem): void => {
    setArticle(chosen)
    forget('article')
  }
  const submit = async (): Promise<void> => {
    const filled = readForm(formRef.current, kind, article, words.form)
    setProblems('wrong' in filled ? filled.wrong : {})
    if ('wrong' in filled) return
    try {
      onSaved(await mutateAsync({ redirect: held, ...filled }))
    } catch (error) {
      setProblems(await explain(error, held).catch(() => ({ all: words.form.failed })))
    }
  }
  return { formRef, kind, setKind, article, choose, problems, busy, submit }
}

export type RedirectForm = ReturnType<typeof useRedirectForm>

const places = new Map<string | undefined, keyof Problems>([
  ['/fromPathQuery', 'from'],
  ['/articleId', 'article'],
  ['/url', 'url'],
])

/** Says why a redirect was not saved. What stands by now takes the place of what was read, and not of what is filled in. */
function useExplain(onRead: (now: Redirect) => void) {
  const words = useRedirectsText()
  const client = useQueryClient()
  return async (error: unknown, held: Redirect | null): Promise<Problems> => {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'not_found') return { all: words.form.gone }
    if (error.code === 'version_stale' && held) {
      const now = await readRedirect(client, held.id)
      onRead(now)
      return { all: words.form.stale(now.leadsTo ? sayTarget(now.leadsTo) : words.hidden) }
    }
    const [fault] = error.errors
    return { [places.get(fault?.pointer) ?? 'all']: fault ? sayFault(fault.code, words.faults) : words.form.failed }
  }
}

/** What is wrong with which field; the first such field has the focus each time something is refused. */
function useProblems(formRef: RefObject<HTMLFormElement | null>) {
  const [{ problems, refusals }, setState] = useState<{ problems: Problems; refusals: number }>({ problems: {}, refusals: 0 })
  useEffect(() => {
    if (refusals > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals, formRef])
  return {
    problems,
    setProblems: (next: Problems): void =>
      setState((before) => ({ problems: next, refusals: before.refusals + (Object.keys(next).length > 0 ? 1 : 0) })),
    forget: (field: keyof Problems): void => setState((before) => ({ ...before, problems: { ...before.problems, [field]: undefined } })),
  }
}

function articleOf(redirect: Redirect | null, hidden: string): NamedItem | null {
  if (!redirect?.articleId) return null
  return { id: redirect.articleId, name: redirect.leadsTo ? sayTarget(redirect.leadsTo) : hidden }
}
