/** A form with a file, on its way. */
export interface FormRequest {
  method: string
  headers: Record<string, string>
  body: FormData
  signal?: AbortSignal | undefined
  /** Hears which part of it has left, from 0 to 1. */
  onProgress?: ((part: number) => void) | undefined
}

export type SendForm = (url: string, request: FormRequest) => Promise<Response>

/** Sends a form and tells how far it is, which `fetch` does not. Rejects with TypeError without an answer, with the signal's reason when aborted. */
export const sendForm: SendForm = (url, { method, headers, body, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = (): void => request.abort()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(responseOf(request)))
    request.addEventListener('error', () => reject(new TypeError('The form could not be sent.')))
    request.addEventListener('abort', () => reject(signal?.reason))
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', stop))
    if (signal?.aborted) return reject(signal.reason)
    signal?.addEventListener('abort', stop)
    request.send(body)
  })

function responseOf(request: XMLHttpRequest): Response {
  const lines = request.getAllResponseHeaders().trim().split(/\r?\n/)
  const headers = lines
    .map((line) => line.split(/:\s*(.*)/s))
    .flatMap(([name, value]) => (name && value ? [[name, value] as [string, string]] : []))
  // An answer without content may not have an empty text for it.
  return new Response(request.responseText || null, { status: request.status, headers })
}
