import { formatNumber } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import type { AuditFilters } from './audit.api.ts'
import styles from './export-button.module.css'
import { type ExportState, useExport } from './use-export.ts'
import { useLogWords } from './use-log-words.ts'

/** Takes what the filters show out as a file, and says how much that was. */
export function ExportButton({ filters }: { filters: AuditFilters }) {
  const words = useLogWords().export
  const { state, start, stop } = useExport(filters, words.fileName)
  const isRunning = state.status === 'running'
  const older = state.status === 'done' ? state.older : null
  return (
    <>
      <div className={styles.export}>
        <Button busy={isRunning} onClick={() => void start()}>
          {isRunning ? words.running : words.button}
        </Button>
        {isRunning ? <Button onClick={stop}>{words.stop}</Button> : null}
        {older === null ? null : <Button onClick={() => void start(older)}>{words.older}</Button>}
        <p role="status" className={styles.said}>
          <Said state={state} />
        </p>
      </div>
      {state.status === 'failed' ? <ErrorNotice error={state.error} onRetry={() => void start()} /> : null}
    </>
  )
}

function Said({ state }: { state: ExportState }) {
  const words = useLogWords().export
  const locale = useLocale()
  if (state.status === 'running') return words.wait
  if (state.status === 'stopped') return words.stopped
  if (state.status !== 'done') return null
  if (state.rows === 0) return words.none
  const rows = formatNumber(state.rows, locale)
  return state.older === null ? words.done(rows) : words.cut(rows)
}
