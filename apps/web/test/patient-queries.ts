import { expect } from 'vitest'

// A bound for what never comes, not a measurement: the library's own second is too short on a busy machine. Only pages are waited for.
if (expect.getState().testPath?.endsWith('.tsx')) {
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 30_000 })
}
