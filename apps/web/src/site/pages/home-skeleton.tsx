import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import styles from './home-page.module.css'

/** The front page's outline. */
export function HomeSkeleton() {
  return (
    <Loading>
      <div className={styles.front}>
        <div>
          <Skeleton shape="picture" />
          <Skeleton shape="title" width="long" />
          <Skeleton />
          <Skeleton width="long" />
        </div>
        <div className={styles.top}>
          <FeatureSkeleton />
          <FeatureSkeleton />
          <FeatureSkeleton />
        </div>
        <div className={styles.latest}>
          <Skeleton shape="title" width="short" />
          {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
            <Skeleton key={key} width="long" />
          ))}
        </div>
      </div>
    </Loading>
  )
}

function FeatureSkeleton() {
  return (
    <div>
      <Skeleton shape="picture" />
      <Skeleton width="long" />
      <Skeleton width="short" />
    </div>
  )
}
