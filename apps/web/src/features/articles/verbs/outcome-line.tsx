import type { Receipt } from '@bantin/shared/article-verbs'
import { useEffect, useRef } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { useUiText } from '../../../lib/i18n/ui/use-ui-text.ts'
import { sitePaths } from '../../../lib/paths.ts'
import { NoticeLine } from '../../../ui/notice-line.tsx'
import styles from './outcome-line.module.css'
import { PortalReceipts } from './portal-receipts.tsx'
import { sayOutcome } from './say-outcome.ts'
import type { Outcome } from './use-verbs.ts'

/**
 * The answer to a verb, in a line that is announced; with the receipt of what readers are served from now on. It takes the focus: the
 * button that was pressed has often left the page by then.
 */
export function OutcomeLine({ outcome, onClose }: { outcome: Outcome | null; onClose: () => void }) {
  const words = useDeskText()
  const ui = useUiText()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (outcome && !isTyping()) ref.current?.focus()
  }, [outcome])
  const close = (): void => {
    onClose()
    ref.current?.focus()
  }
  const failure = outcome?.kind === 'refused' && outcome.error instanceof ApiError && outcome.error.status >= 500 ? outcome.error : null
  return (
    <div ref={ref} role="status" tabIndex={-1}>
      {outcome ? (
        <NoticeLine
          tone={tones[outcome.kind]}
          onClose={close}
          actions={isReadable(outcome) ? <PublicLink slug={outcome.article.slug} /> : null}
        >
          <p>{sayOutcome(outcome, words, ui.errors.network)}</p>
          {outcome.kind === 'done' && outcome.article.receipt ? (
            <>
              <Served receipt={outcome.article.receipt} />
              <PortalReceipts articleId={outcome.article.id} receipt={outcome.article.receipt} />
            </>
          ) : null}
          {failure?.requestId ? <p>{ui.errors.requestId(failure.requestId)}</p> : null}
        </NoticeLine>
      ) : null}
    </div>
  )
}

/** Whoever has gone on to write while the verb was under way is not interrupted. */
function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, select') ?? false
}

const tones = { done: 'success', stale: 'notice', refused: 'danger' } as const

type Done = Extract<Outcome, { kind: 'done' }>

function isReadable(outcome: Outcome): outcome is Done {
  return outcome.kind === 'done' && outcome.article.receipt !== null && /^(published|withdrawn)$/.test(outcome.article.publicState)
}

function PublicLink({ slug }: { slug: string }) {
  const words = useDeskText().verbs
  const paths = sitePaths(useLocale())
  return (
    <a href={paths.article(slug)} target="_blank" rel="noreferrer">
      {words.view}
    </a>
  )
}

/** Every address that the article has or had, and how it answers now. */
function Served({ receipt }: { receipt: Receipt }) {
  const words = useDeskText().verbs
  if (receipt.served.length === 0) return null
  return (
    <div className={styles.served}>
      <p>{words.served}</p>
      <ul>
        {receipt.served.map(({ url, status }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {url.replace(/^https?:\/\/[^/]+/, '')}
            </a>
            {': '}
            {words.servedAs[status as keyof typeof words.servedAs] ?? status}
          </li>
        ))}
      </ul>
      {receipt.caches === 'waiting' ? <p>{words.cachesAreTold}</p> : null}
    </div>
  )
}
