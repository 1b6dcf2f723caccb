import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportResult, importLines } from './import-lines.ts'
import { importRedirectsMutation } from './redirects.api.ts'

/** How far it is, what came of it, or why it could not be sent. */
export interface ImportState {
  progress: { done: number; all: number } | null
  result: ImportResult | null
  error: unknown
}

const untouched: ImportState = { progress: null, result: null, error: null }

/** The import of a pasted list. `run` resolves to what came of it, or to null when the API could not be asked. */
export function useImport() {
  const { mutateAsync: send } = useMutation(importRedirectsMutation())
  const [state, setState] = useState<ImportState>(untouched)
  const run = async (pasted: string, rest: boolean): Promise<ImportResult | null> => {
    setState({ ...untouched, progress: { done: 0, all: 0 } })
    try {
      const onProgress = (done: number, all: number): void => setState({ ...untouched, progress: { done, all } })
      const came = await importLines(pasted, { rest, send, onProgress })
      const result = rest ? renumbered(came) : came
      setState({ ...untouched, result })
      return result
    } catch (error) {
      setState({ ...untouched, error })
      return null
    }
  }
  return { ...state, run }
}

/** The faulty lines alone make the list that is left. */
function renumbered({ faulty, ...result }: ImportResult): ImportResult {
  return { ...result, faulty: faulty.map(({ line, codes }, place) => ({ line: { ...line, number: place + 1 }, codes })) }
}
