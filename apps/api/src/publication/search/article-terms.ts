import type { Body } from '@bantin/shared/body'
import { bodyText, captionsOf } from '@bantin/shared/body/body-text'
import { periodKeys } from '@bantin/shared/search/periods'
import { vectorText, vectorTextWith } from '@bantin/shared/search/vector'
import { foldedWords } from '@bantin/shared/search/words'

/** Of articles and of drafts. Grows whenever the same text has other terms than before: whatever has an older version is indexed anew. */
export const [termsVersion, draftTermsVersion] = [4, 2]

/** What an editor wrote, as far as it is searched. */
export interface Written {
  title: string
  kicker?: string | null | undefined
  sapo?: string | null | undefined
  body: Body
}

/** By which words an article is found: of what stands first in it, and of all. A word of the title says most of what it is about. */
export function termsOf({ title, kicker, sapo, body, publishedAt }: Written & { publishedAt: Date }) {
  const period = periodKeys(publishedAt)
  const first = [
    { text: title, weight: 'A' as const },
    { text: [kicker, sapo].filter(Boolean).join('\n'), weight: 'B' as const },
  ]
  return {
    title: foldedWords(title),
    head: vectorTextWith(period, [...first, { text: captionsOf(body), weight: 'C' as const }]),
    body: vectorTextWith(period, [...first, { text: bodyText(body), weight: 'D' as const }]),
    version: termsVersion,
  }
}

/** By which words what is being written is found. */
export function draftTermsOf({ title, kicker, sapo, body }: Written) {
  const first = { text: [title, kicker, sapo].filter(Boolean).join('\n'), weight: 'A' as const }
  return { terms: vectorText([first, { text: bodyText(body), weight: 'D' }]), version: draftTermsVersion }
}
