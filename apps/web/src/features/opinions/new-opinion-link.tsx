import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { formatMoment, formatTime } from '../../lib/format.ts'
import { useLinksText } from '../../lib/i18n/desk/use-links-text.ts'
import type { LinksWords } from '../../lib/i18n/desk/vi-links.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { LinkOnce } from '../../ui/link-once.tsx'
import { askOpinionMutation } from './opinion-requests.api.ts'

interface NewOpinionLinkProps {
  article: EditorialArticle
  onTry: () => void
  onFailed: (why: string) => void
}

/** Asks one person by name about the newest saved text. The name stays in the field until there is a link. */
export function NewOpinionLink({ article, onTry, onFailed }: NewOpinionLinkProps) {
  const words = useLinksText()
  const locale = useLocale()
  const field = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(false)
  const asking = useMutation(askOpinionMutation(article.id))
  const send = (name: string): void => {
    onTry()
    asking.mutate(
      { article, input: { name } },
      {
        onSuccess: () => {
          if (field.current) field.current.value = ''
        },
        onError: (error) => onFailed(sayFailure(error, words)),
      },
    )
  }
  const ask = (event: FormEvent): void => {
    event.preventDefault()
    const name = field.current?.value.trim() ?? ''
    if (asking.isPending) return
    setMissing(name === '')
    if (name === '') field.current?.focus()
    else send(name)
  }
  return (
    <>
      <form onSubmit={ask} noValidate>
        <TextField
          ref={field}
          label={words.opinion.name}
          maxLength={200}
          autoComplete="off"
          error={missing ? words.opinion.nameMissing : undefined}
        />
        <Button type="submit" busy={asking.isPending}>
          {asking.isPending ? words.opinion.making : words.opinion.make}
        </Button>
      </form>
      {asking.data ? (
        <LinkOnce
          key={asking.data.id}
          url={asking.data.url}
          until={`${words.opinion.madeFor(asking.data.name)} ${words.until(formatMoment(asking.data.expiresAt, locale))}`}
        />
      ) : null}
    </>
  )
}

function sayFailure(error: unknown, words: LinksWords): string {
  if (!(error instanceof ApiError)) return words.failed
  if (error.current) return words.opinion.stale(error.current.changedBy, formatTime(error.current.changedAt))
  return error.code === 'conflict' ? words.opinion.emptied : words.failed
}
