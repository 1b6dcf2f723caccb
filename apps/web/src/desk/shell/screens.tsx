import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { ApiError } from '../../lib/api-error.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import styles from './screens.module.css'

/** While the session is asked for. */
export function StartingScreen() {
  const words = useDeskText().login
  return (
    <main className={styles.screen}>
      <p role="status">{words.starting}</p>
    </main>
  )
}

/** While a page within the frame, or what it shows, is loaded. */
export function WaitingPart() {
  return (
    <div className={styles.waiting}>
      <Loading>
        <Skeleton shape="title" width="short" />
        <Skeleton />
        <Skeleton width="long" />
        <Skeleton width="short" />
      </Loading>
    </div>
  )
}

/** An address that leads nowhere on the desk. */
export function MissingScreen() {
  return (
    <main>
      <MissingPart />
    </main>
  )
}

/** The same within the frame of the desk. */
export function MissingPart() {
  const words = useDeskText()
  return (
    <div className={styles.screen}>
      <h1>404</h1>
      <p>{words.notFound}</p>
      <p>
        <Link to="/ban-bien-tap/bai">{words.toList}</Link>
      </p>
    </div>
  )
}

/** What stands where everything failed. */
export function FailedScreen(props: ErrorComponentProps) {
  return (
    <main>
      <FailedPart {...props} />
    </main>
  )
}

/** A screen that failed: by the network it is tried again, by our own fault the page is loaded anew. */
export function FailedPart({ error, reset }: ErrorComponentProps) {
  const words = useDeskText()
  const router = useRouter()
  const again = (): void => {
    reset()
    void router.invalidate()
  }
  return (
    <div className={styles.screen}>
      {error instanceof ApiError ? (
        <ErrorNotice error={error} onRetry={again} />
      ) : (
        <>
          <p role="alert">{words.failedScreen}</p>
          <Button onClick={() => window.location.reload()}>{words.reload}</Button>
        </>
      )}
    </div>
  )
}
