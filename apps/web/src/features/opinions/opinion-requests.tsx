import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Opinion } from '@bantin/shared/opinions'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { formatMoment } from '../../lib/format.ts'
import { useLinksText } from '../../lib/i18n/desk/use-links-text.ts'
import type { LinksWords } from '../../lib/i18n/desk/vi-links.ts'
import { type Locale, useLocale } from '../../lib/i18n/locale.ts'
import { isOpen, sayLinkState } from '../../lib/link-state.ts'
import { LinkList, LinkListItem } from '../../ui/link-list.tsx'
import { LinkSection } from '../../ui/link-section.tsx'
import { RevokeLink } from '../../ui/revoke-link.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { NewOpinionLink } from './new-opinion-link.tsx'
import { opinionRequestsQuery, revokeOpinionMutation } from './opinion-requests.api.ts'
import styles from './opinion-requests.module.css'

interface OpinionRequestsProps {
  article: EditorialArticle
  mayEdit: boolean
}

/** Named people asked about the newest saved text, with what they answered. */
export function OpinionRequests({ article, mayEdit }: OpinionRequestsProps) {
  const words = useLinksText()
  const locale = useLocale()
  const saying = useSaid()
  const query = useInfiniteQuery(opinionRequestsQuery(article.id))
  const revoking = useMutation(revokeOpinionMutation(article.id))
  const revoke = async (id: string): Promise<void> => {
    saying.hush()
    await revoking.mutateAsync(id).then(
      () => saying.done(words.revoked),
      (error: unknown) => saying.failed(isConflict(error) ? words.opinion.answeredAlready : words.failed),
    )
  }
  const opinions = query.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <LinkSection title={words.opinion.title} lead={words.opinion.lead}>
      <SaidLine {...saying} />
      {mayEdit ? <NewOpinionLink article={article} onTry={saying.hush} onFailed={saying.failed} /> : null}
      <LinkList query={query} label={words.opinion.list} empty={words.opinion.empty}>
        {opinions.map((opinion) => (
          <LinkListItem key={opinion.id} name={opinion.name} facts={factsOf(opinion, words, locale)}>
            <Answer opinion={opinion} />
            {mayEdit && opinion.answer === null && isOpen(opinion) ? (
              <RevokeLink label={words.opinion.revoke(opinion.name)} busy={revoking.isPending} onRevoke={() => void revoke(opinion.id)} />
            ) : null}
          </LinkListItem>
        ))}
      </LinkList>
    </LinkSection>
  )
}

function Answer({ opinion: { answer, text, answeredAt } }: { opinion: Opinion }) {
  const words = useLinksText().opinion
  const locale = useLocale()
  if (answer === null) return <p>{words.waiting}</p>
  return (
    <div className={styles.answer} data-answer={answer}>
      <p>
        <strong>{words.answers[answer]}</strong>
        {answeredAt ? ` · ${words.answered(formatMoment(answeredAt, locale))}` : null}
      </p>
      {text ? <p className={styles.text}>{text}</p> : null}
    </div>
  )
}

function factsOf(opinion: Opinion, words: LinksWords, locale: Locale): string[] {
  const { askedBy, askedAt, revision, answer } = opinion
  const asked = [words.opinion.asked(askedBy?.name ?? words.nobody, formatMoment(askedAt, locale)), words.opinion.revision(revision)]
  return answer === null ? [...asked, sayLinkState(opinion, words, locale)] : asked
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'conflict'
}
