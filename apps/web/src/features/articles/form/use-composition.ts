import { useCallback, useEffect, useRef } from 'react'

/** Resolves when no input method composes in the page: until then no field may be written into, and none may be moved. */
export function useComposition(): () => Promise<void> {
  const field = useRef<EventTarget | null>(null)
  useEffect(() => {
    const began = (event: Event): void => {
      field.current = event.target
    }
    const ended = (): void => {
      field.current = null
    }
    document.addEventListener('compositionstart', began)
    document.addEventListener('compositionend', ended)
    return () => {
      document.removeEventListener('compositionstart', began)
      document.removeEventListener('compositionend', ended)
    }
  }, [])
  return useCallback(async () => {
    // A field that lost the focus composes no more, whether or not the browser has said so.
    while (field.current !== null && field.current === document.activeElement) await nextOf('compositionend', 'focusout')
  }, [])
}

function nextOf(...names: string[]): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const name of names) document.removeEventListener(name, done)
      resolve()
    }
    for (const name of names) document.addEventListener(name, done)
  })
}
