import { lazy, Suspense } from 'react'
import { Loading, Skeleton } from '../../../ui/skeleton.tsx'
import type { BodyEditorProps } from './body-editor.tsx'
import styles from './lazy-body-editor.module.css'

/** Loads the editor, as its first rendering does. */
export const loadBodyEditor = () => import('./body-editor.tsx')

const Loaded = lazy(async () => ({ default: (await loadBodyEditor()).BodyEditor }))

/** The editor of an article's text, which is loaded when one is opened; until then the outline of a text. */
export function LazyBodyEditor(props: BodyEditorProps) {
  return (
    <Suspense fallback={<Outline />}>
      <Loaded {...props} />
    </Suspense>
  )
}

function Outline() {
  return (
    <Loading>
      <div className={styles.outline}>
        <Skeleton />
        <Skeleton />
        <Skeleton width="long" />
        <Skeleton />
        <Skeleton width="short" />
      </div>
    </Loading>
  )
}
