import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { PageViews } from './page-views.ts'

/** Absent where nobody is counted, as on the server. */
const PageViewsContext = createContext<PageViews | null>(null)

export const PageViewsProvider = PageViewsContext.Provider

const noSubscription = () => () => undefined
const noNavigation = () => 0

/** Counts the view of this page once its content is there: pass `ready: false` until then. */
export function usePageView(ready: boolean, path: string, articleId?: string): void {
  const views = useContext(PageViewsContext)
  const navigation = useSyncExternalStore(views?.subscribe ?? noSubscription, views?.current ?? noNavigation, noNavigation)
  useEffect(() => {
    if (ready) views?.report(navigation, articleId ? { path, articleId } : { path })
  }, [views, navigation, ready, path, articleId])
}
