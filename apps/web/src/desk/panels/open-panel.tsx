import { blockText } from '@bantin/shared/body/body-text'
import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { CatchBoundary } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { useActor, useMe } from '../../lib/use-session.ts'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { FailedPart } from '../shell/screens.tsx'
import { type ArticleWork, nameFinder, rightsOf } from './article-work.ts'
import type { PanelName } from './panel-buttons.tsx'

// Each panel comes when it is opened first: most of a day is writing.
const CommentsPanel = lazy(async () => ({ default: (await import('../../features/comments/comments-panel.tsx')).CommentsPanel }))
const HistoryPanel = lazy(async () => ({ default: (await import('../../features/revisions/history-panel.tsx')).HistoryPanel }))
const LinksPanel = lazy(async () => ({ default: (await import('./links-panel.tsx')).LinksPanel }))

interface OpenPanelProps {
  name: PanelName
  article: EditorialArticle
  work: ArticleWork
  blockId: string | null
  onAll: () => void
  onBlock: (id: string) => void
}

/** The panel of this name. */
export function OpenPanel({ name, article, work, blockId, onAll, onBlock }: OpenPanelProps) {
  const rights = rightsOf(useActor(), article)
  const { id: userId } = useMe()
  const { body, choices, unsaved, save, take } = work
  const blocks = useMemo(() => body.content.map((block) => ({ id: block.attrs?.id ?? '', text: blockText(block) })), [body])
  const savedBlocks = useMemo(() => new Set(article.body.content.map((block) => block.attrs?.id ?? '')), [article.body])
  const panels = {
    comments: () => (
      <CommentsPanel {...rights} {...{ articleId: article.id, userId, blocks, savedBlocks, blockId, onAll, onBlock, save }} />
    ),
    history: () => <HistoryPanel {...rights} {...{ article, unsaved, save, nameOf: nameFinder(choices), onRestored: take }} />,
    links: () => <LinksPanel article={article} mayEdit={rights.mayEdit} unsaved={unsaved} />,
  }
  return (
    // A panel that cannot be had takes neither the page nor the text with it.
    <CatchBoundary getResetKey={() => name} errorComponent={FailedPart}>
      <Suspense fallback={<Waiting />}>{panels[name]()}</Suspense>
    </CatchBoundary>
  )
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="short" />
      <Skeleton width="long" />
    </Loading>
  )
}
