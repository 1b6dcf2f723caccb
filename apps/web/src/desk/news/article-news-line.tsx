import { useState } from 'react'
import { useCompanyText } from '../../lib/i18n/desk/use-company-text.ts'
import { useMe } from '../../lib/use-session.ts'
import { NoticeLine } from '../../ui/notice-line.tsx'
import styles from './article-news-line.module.css'
import type { ArticleNews } from './use-article-news.ts'

const tones = { loaded: 'success', waiting: 'notice', deleted: 'danger' } as const

/** Says that somebody saved or deleted the open article, and what became of the text on the screen. Stays in sight until it is closed. */
export function ArticleNewsLine({ news }: { news: ArticleNews | null }) {
  const words = useCompanyText()
  const { id } = useMe()
  const [closed, setClosed] = useState(0)
  const shown = news && news.version > closed ? news : null
  const isMine = shown?.by.id === id
  const say = ({ kind, by }: ArticleNews): string => {
    if (kind === 'deleted') return words.deleted(by.name)
    if (kind === 'loaded') return isMine ? words.loadedByMe : words.loaded(by.name)
    return `${isMine ? words.savedByMe : words.saved(by.name)} ${words.savedLead}`
  }
  return (
    <div role="status" className={styles.news}>
      {shown ? (
        <NoticeLine tone={tones[shown.kind]} onClose={() => setClosed(shown.version)}>
          <p>{say(shown)}</p>
        </NoticeLine>
      ) : null}
    </div>
  )
}
