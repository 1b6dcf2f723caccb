import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { ArticleForm, type ArticleSite } from '../../features/articles/form/article-form.tsx'
import type { ArticleChoices } from '../../features/articles/form/choices.ts'
import { useArticleDesk } from '../../features/articles/form/use-article-desk.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useActor, useMe } from '../../lib/use-session.ts'
import { EditingPanels } from '../panels/editing-panels.tsx'
import { BackToList } from './back-to-list.tsx'
import { EditorLibrary } from './editor-library.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { useTitle } from './use-title.ts'

interface ArticleEditingProps {
  initial: EditorialArticle | null
  choices: ArticleChoices
  unitPathOf: (unitId: string) => string[]
  site: ArticleSite
  /** The first save has made the article: its id, before the address says it. */
  onMade: (id: string) => void
}

/** The form of an article with its address, its name in the tab and the guard at its door. */
export function ArticleEditing({ initial, choices, unitPathOf, site, onMade }: ArticleEditingProps) {
  const words = useDeskText().form
  const { id: userId } = useMe()
  const actor = useActor()
  const navigate = useNavigate()
  const created = useCallback(
    ({ id }: EditorialArticle): void => {
      onMade(id)
      void navigate({
        to: '/ban-bien-tap/bai/$articleId',
        params: { articleId: id },
        replace: true,
        ignoreBlocker: true,
        resetScroll: false,
      })
    },
    [navigate, onMade],
  )
  const own = actor.grants.find((grant) => grant.unitId !== null)?.unitId
  const ownerId = own ?? choices.owners[0]?.id ?? ''
  const { deleted, ...waysOut } = useWaysOut()
  const desk = useArticleDesk({ initial, ownerId, userId, onCreated: created, ...waysOut })
  const { article, dirty, values } = desk.form
  useTitle(article?.title ?? words.newTitle)
  return (
    <EditorLibrary unitId={values.unitId}>
      <EditingPanels desk={desk} choices={choices} deleted={deleted}>
        <ArticleForm
          desk={desk}
          choices={choices}
          actor={actor}
          unitPathOf={unitPathOf}
          site={site}
          back={<BackToList />}
          articleLink={(articleId, text) => (
            <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }}>
              {text}
            </Link>
          )}
        />
      </EditingPanels>
      <LeaveGuard unsaved={dirty.length > 0} save={desk.save} />
    </EditorLibrary>
  )
}

/** Where verbs lead that leave the article: to its copy, or to the list when it is no more. */
function useWaysOut() {
  const navigate = useNavigate()
  const [deleted, setDeleted] = useState(false)
  return {
    deleted,
    onDuplicated: ({ id }: EditorialArticle) => void navigate({ to: '/ban-bien-tap/bai/$articleId', params: { articleId: id } }),
    onDeleted: (): void => {
      setDeleted(true)
      void navigate({ to: '/ban-bien-tap/bai', replace: true, ignoreBlocker: true })
    },
  }
}
