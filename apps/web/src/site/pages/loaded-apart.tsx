import { type ComponentType, useEffect, useState } from 'react'
import { PageWaiting } from './page-waiting.tsx'

/**
 * A page that few readers open, so that the others need not load it. `ready` loads it: where it was awaited, as on the server and before
 * the browser takes a page over, `Page` renders at once. Otherwise `Page` waits for it, and says so when it does not come.
 */
export function loadedApart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined
  const ready = async (): Promise<void> => {
    loaded ??= await load()
  }
  function Page(props: Props) {
    const Loaded = loaded
    const { error, again } = useReady(ready, Loaded !== undefined)
    return Loaded ? <Loaded {...props} /> : <PageWaiting error={error} onRetry={again} />
  }
  return { Page, ready }
}

function useReady(ready: () => Promise<void>, isReady: boolean) {
  const [{ attempt, error }, setState] = useState<{ attempt: number; error: unknown }>({ attempt: 0, error: undefined })
  const again = (): void => setState({ attempt: attempt + 1, error: undefined })
  useEffect(() => {
    if (isReady || error !== undefined) return
    let isLeft = false
    const shown = (failure?: unknown): void => {
      if (!isLeft) setState({ attempt, error: failure })
    }
    ready().then(() => shown(), shown)
    return () => {
      isLeft = true
    }
  }, [ready, isReady, attempt, error])
  return { error, again }
}
