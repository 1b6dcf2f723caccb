import type { NewRedirect } from '@bantin/shared/redirects'
import type { RedirectsWords } from '../../lib/i18n/desk/vi-redirects.ts'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { readOldAddress } from './read-address.ts'

export type TargetKind = 'article' | 'url'

/** What is wrong with which field; `all`: with the whole. */
export type Problems = Partial<Record<'from' | TargetKind | 'all', string | undefined>>

/** The redirect that is filled in, or what is missing. Of the two targets only the one that is chosen counts. */
export function readForm(
  form: HTMLFormElement | null,
  kind: TargetKind,
  article: NamedItem | null,
  words: RedirectsWords['form'],
): { input: NewRedirect } | { wrong: Problems } {
  const data = new FormData(form ?? undefined)
  const from = readOldAddress(String(data.get('from') ?? ''))
  const url = String(data.get('url') ?? '').trim()
  const wrong: Problems = {
    ...(from ? {} : { from: words.fromMissing }),
    ...(kind === 'article' && !article ? { article: words.articleMissing } : {}),
    ...(kind === 'url' && !url ? { url: words.urlMissing } : {}),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const target = kind === 'article' ? { articleId: article?.id ?? null, url: null } : { articleId: null, url }
  return { input: { fromPathQuery: from, ...target } }
}
