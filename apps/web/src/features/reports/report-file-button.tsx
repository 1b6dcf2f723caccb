import type { ReportQuery } from '@bantin/shared/reports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useReportsText } from '../../lib/i18n/desk/use-reports-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { saveFile } from '../../lib/save-file.ts'
import { Button } from '../../ui/button.tsx'
import { downloadReport } from './reports.api.ts'
import styles from './reports.module.css'

interface ReportFileButtonProps {
  of: { query: ReportQuery } | { id: string }
  title: string
}

/** Takes a report out as a workbook, in the language of the desk. */
export function ReportFileButton({ of, title }: ReportFileButtonProps) {
  const words = useReportsText()
  const client = useQueryClient()
  const locale = useLocale()
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => downloadReport(client, of, locale),
    onSuccess: (file) => saveFile(file, `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.xlsx`),
  })
  return (
    <>
      <Button aria-label={words.fileOf(title)} busy={isPending} onClick={() => mutate()}>
        {isPending ? words.loadingFile : words.file}
      </Button>
      <span role="status" className={styles.failed}>
        {isError ? words.fileFailed : ''}
      </span>
    </>
  )
}
