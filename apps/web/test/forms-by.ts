import type { SendForm } from '../src/lib/send-form.ts'

/** Sends forms by the `fetch` of a test, which hears of them as of anything else. */
export function formsBy(fetch: typeof globalThis.fetch): SendForm {
  return (url, { method, headers, body, signal, onProgress }) => {
    onProgress?.(1)
    return fetch(url, { method, headers, body, ...(signal ? { signal } : {}) })
  }
}
