import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useLinksText } from '../../lib/i18n/desk/use-links-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { isOpen, sayLinkState } from '../../lib/link-state.ts'
import { Button } from '../../ui/button.tsx'
import { LinkList, LinkListItem } from '../../ui/link-list.tsx'
import { LinkOnce } from '../../ui/link-once.tsx'
import { LinkSection } from '../../ui/link-section.tsx'
import { RevokeLink } from '../../ui/revoke-link.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { createPreviewMutation, previewLinksQuery, revokePreviewMutation } from './preview-links.api.ts'

interface PreviewLinksProps {
  articleId: string
  mayEdit: boolean
}

/** Links that show the newest saved text without an account: made, listed, revoked. */
export function PreviewLinks({ articleId, mayEdit }: PreviewLinksProps) {
  const words = useLinksText()
  const locale = useLocale()
  const saying = useSaid()
  const query = useInfiniteQuery(previewLinksQuery(articleId))
  const revoking = useMutation(revokePreviewMutation(articleId))
  const revoke = async (id: string): Promise<void> => {
    saying.hush()
    await revoking.mutateAsync(id).then(
      () => saying.done(words.revoked),
      () => saying.failed(words.failed),
    )
  }
  const previews = query.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <LinkSection title={words.preview.title} lead={words.preview.lead}>
      <SaidLine {...saying} />
      {mayEdit ? <NewPreviewLink articleId={articleId} onFailed={() => saying.failed(words.failed)} onTry={saying.hush} /> : null}
      <LinkList query={query} label={words.preview.list} empty={words.preview.empty}>
        {previews.map((preview) => (
          <LinkListItem
            key={preview.id}
            facts={[
              words.preview.made(preview.createdBy?.name ?? words.nobody, formatMoment(preview.createdAt, locale)),
              sayLinkState(preview, words, locale),
            ]}
          >
            {mayEdit && isOpen(preview) ? (
              <RevokeLink
                label={words.preview.revoke(formatMoment(preview.createdAt, locale))}
                busy={revoking.isPending}
                onRevoke={() => void revoke(preview.id)}
              />
            ) : null}
          </LinkListItem>
        ))}
      </LinkList>
    </LinkSection>
  )
}

const choices = [1, 3, 7, 30]

function NewPreviewLink({ articleId, onTry, onFailed }: { articleId: string; onTry: () => void; onFailed: () => void }) {
  const words = useLinksText()
  const locale = useLocale()
  const [days, setDays] = useState(7)
  const making = useMutation(createPreviewMutation(articleId))
  const make = (): void => {
    onTry()
    making.mutate({ expiresInHours: days * 24 }, { onError: onFailed })
  }
  return (
    <>
      <SelectField
        label={words.preview.days}
        value={String(days)}
        choices={choices.map((each) => ({ value: String(each), label: words.preview.day(each) }))}
        onValue={(value) => setDays(Number(value))}
      />
      <Button busy={making.isPending} onClick={make}>
        {making.isPending ? words.preview.making : words.preview.make}
      </Button>
      {making.data ? (
        <LinkOnce key={making.data.id} url={making.data.url} until={words.until(formatMoment(making.data.expiresAt, locale))} />
      ) : null}
    </>
  )
}
