import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './article-page.module.css'

/** The outline of an article that is on its way. */
export function ArticleOutline() {
  return (
    <div className={styles.page}>
      <div className={styles.article}>
        <div>
          <Skeleton width="short" />
          <Skeleton shape="title" />
          <Skeleton shape="title" width="long" />
          <Skeleton />
          <Skeleton width="long" />
        </div>
        <Skeleton shape="picture" />
        <div>
          <Skeleton />
          <Skeleton />
          <Skeleton width="long" />
        </div>
      </div>
    </div>
  )
}
