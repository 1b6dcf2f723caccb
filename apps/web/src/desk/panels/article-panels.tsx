import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useId, useMemo } from 'react'
import { type BlockMargin, BlockMarginContext } from '../../features/articles/editor/block-margin.ts'
import { BlockCommentsButton } from '../../features/comments/block-comments-button.tsx'
import { commentsQuery } from '../../features/comments/comments.api.ts'
import { countOpen, openCounts } from '../../features/comments/threads.ts'
import { AlsoHere } from '../../features/presence/also-here.tsx'
import { useCompanyText } from '../../lib/i18n/desk/use-company-text.ts'
import { useMedia } from '../../ui/use-media.ts'
import { ArticleNewsLine } from '../news/article-news-line.tsx'
import { useArticleNews } from '../news/use-article-news.ts'
import styles from './article-panels.module.css'
import type { ArticleWork } from './article-work.ts'
import { OpenPanel } from './open-panel.tsx'
import { PanelButtons } from './panel-buttons.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { type Panels, usePanels } from './use-panels.ts'

/** An article's page with what one does on it together with others: comments, history, links, who is here and what they did. */
export function ArticlePanels({ work, children }: { work: ArticleWork; children: ReactNode }) {
  const { article } = work
  const words = useCompanyText()
  const panels = usePanels()
  const { open } = panels
  const panelId = useId()
  const isPhone = useMedia('(max-width: 56rem)')
  const isCovered = isPhone && open !== null
  const { threads, margin } = useComments(article?.id ?? null, panels)
  const news = useArticleNews(work)
  return (
    <BlockMarginContext value={margin}>
      <div className={styles.page} data-open={open?.name}>
        {article ? (
          <div className={styles.top} inert={isCovered}>
            <PanelButtons open={open?.name ?? null} panelId={panelId} openThreads={threads} onToggle={panels.toggle}>
              <AlsoHere articleId={article.id} gone={work.deleted || news?.kind === 'deleted'} />
            </PanelButtons>
          </div>
        ) : null}
        <ArticleNewsLine news={news} />
        <div className={styles.form} inert={isCovered}>
          {children}
        </div>
        {article && open ? (
          <div className={styles.rail}>
            <PanelFrame key={`${open.name} ${open.blockId}`} id={panelId} title={words.panels[open.name]} onClose={panels.close}>
              <OpenPanel
                {...open}
                article={article}
                work={work}
                onAll={() => panels.show('comments')}
                onBlock={(id) => panels.goToBlock(id, isCovered)}
              />
            </PanelFrame>
          </div>
        ) : null}
      </div>
    </BlockMarginContext>
  )
}

/** How much there is to talk about, and the buttons beside the blocks. */
function useComments(articleId: string | null, { show }: Panels) {
  const { data } = useQuery({ ...commentsQuery(articleId ?? ''), enabled: articleId !== null })
  const counts = useMemo(() => openCounts(data ?? []), [data])
  const margin = useCallback<BlockMargin>(
    ({ id, label, current }) => (
      <BlockCommentsButton block={label} open={counts.get(id) ?? 0} current={current} onOpen={() => show('comments', id)} />
    ),
    [counts, show],
  )
  return { threads: countOpen(data ?? []), margin: articleId === null ? null : margin }
}
