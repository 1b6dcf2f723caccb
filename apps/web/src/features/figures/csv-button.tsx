import type { PanelQuery } from '@bantin/shared/analytics-panels'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { saveFile } from '../../lib/save-file.ts'
import { Button } from '../../ui/button.tsx'
import { downloadPanel, type PanelName } from './figures.api.ts'
import styles from './figures.module.css'

interface CsvButtonProps {
  panel: PanelName
  query: PanelQuery
  title: string
}

/** Takes a panel out as a file. It needs the person's token, so it is fetched and then handed to the browser. */
export function CsvButton({ panel, query, title }: CsvButtonProps) {
  const words = useFiguresText()
  const client = useQueryClient()
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => downloadPanel(client, panel, query),
    onSuccess: (file) => saveFile(file, `${panel}-${query.from}-${query.to}.csv`),
  })
  return (
    <div className={styles.csv}>
      <Button aria-label={words.csvOf(title)} busy={isPending} onClick={() => mutate()}>
        {isPending ? words.csvRunning : words.csv}
      </Button>
      <p role="status" className={styles.failed}>
        {isError ? words.csvFailed : ''}
      </p>
    </div>
  )
}
