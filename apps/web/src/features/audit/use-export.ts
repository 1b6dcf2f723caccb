import { maxExportRows } from '@bantin/shared/audit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { saveFile } from '../../lib/save-file.ts'
import { type AuditFilters, downloadAudit } from './audit.api.ts'
import { readExport } from './read-export.ts'

/** `older`: the file is full; the rows before this one are still to be had. */
export type ExportState =
  | { status: 'idle' | 'running' | 'stopped' }
  | { status: 'done'; rows: number; older: number | null }
  | { status: 'failed'; error: unknown }

/** Takes the log out as a file. It needs the person's token, so it is fetched and then handed to the browser. */
export function useExport(filters: AuditFilters, fileName: string) {
  const client = useQueryClient()
  const [state, setState] = useState<ExportState>({ status: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (before?: number): Promise<void> => {
    const controller = new AbortController()
    running.current = controller
    setState({ status: 'running' })
    try {
      const file = await downloadAudit(client, { ...filters, ...(before === undefined ? {} : { before }) }, controller.signal)
      const { rows, lastId } = readExport(await file.text())
      if (rows > 0) saveFile(file, `${fileName}-${new Date().toISOString().slice(0, 10)}${before === undefined ? '' : `-${before}`}.csv`)
      setState({ status: 'done', rows, older: rows >= maxExportRows ? lastId : null })
    } catch (error) {
      setState(controller.signal.aborted ? { status: 'stopped' } : { status: 'failed', error })
    }
  }
  return { state, start, stop: () => running.current?.abort() }
}
