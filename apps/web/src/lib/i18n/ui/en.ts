import type { UiWords } from './vi.ts'

export const en: UiWords = {
  retry: 'Try again',
  loading: 'Loading…',
  required: 'required',
  errors: {
    network: 'No connection. Check your network and try again.',
    tooMany: 'Too many requests in a short time. Wait a moment and try again.',
    busy: 'The server is busy. Try again in a few minutes.',
    unknown: 'The content could not be loaded. Try again.',
    requestId: (id) => `Request id: ${id}`,
  },
}
