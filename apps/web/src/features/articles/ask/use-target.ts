import type { RedirectInput } from '@bantin/shared/article-verbs'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useUiText } from '../../../lib/i18n/ui/use-ui-text.ts'
import { articleQuery } from '../articles.api.ts'

/** An article to send readers on to. */
export interface Target {
  id: string
  name: string
}

/** The article that was chosen from the list or is named by an address; an address that was typed last counts. */
export function useTarget(onTarget: (input: RedirectInput) => void) {
  const client = useQueryClient()
  const words = useDeskText().ask.redirect
  const { network } = useUiText().errors
  const address = useRef<HTMLInputElement>(null)
  const [target, setTarget] = useState<Target | null>(null)
  const [problem, setProblem] = useState<string>()
  const [looking, setLooking] = useState(false)

  const choose = (chosen: Target): void => {
    setTarget(chosen)
    setProblem(undefined)
    if (address.current) address.current.value = ''
  }
  const find = async (): Promise<string | undefined> => {
    const typed = address.current?.value.trim() ?? ''
    if (typed === '') return target?.id
    const answer = await client.fetchQuery({ ...articleQuery(slugIn(typed)), staleTime: 0 })
    return 'found' in answer ? answer.found.id : undefined
  }
  const submit = async (): Promise<void> => {
    setLooking(true)
    const id = await find().catch(() => null)
    setLooking(false)
    if (id) return onTarget({ target: id })
    const isTyped = address.current?.value.trim()
    setProblem(id === null ? network : isTyped ? words.unknown : words.missing)
    address.current?.focus()
  }
  return { target, choose, address, problem, looking, submit }
}

/** The last part of an address' path: "/bai-viet/tit-bai" and "tit-bai" name the same article. */
function slugIn(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  return path.split('/').filter(Boolean).at(-1) ?? ''
}
