import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useImportText } from '../../../lib/i18n/desk/use-import-text.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { Button } from '../../../ui/button.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { useSayFailure } from '../../../ui/use-say-failure.ts'
import { downloadTable } from './organization-import.api.ts'
import type { About } from './table-draft.ts'

/** All units and all people as files. They need the person's token, so they are fetched and then handed to the browser. */
export function ExportButtons({ saying }: { saying: Saying }) {
  const words = useImportText().giving
  return (
    <PageSection title={words.title}>
      <SectionNote>{words.lead}</SectionNote>
      <SectionButtons>
        <Export about="units" saying={saying} />
        <Export about="people" saying={saying} />
      </SectionButtons>
    </PageSection>
  )
}

function Export({ about, saying }: { about: About; saying: Saying }) {
  const words = useImportText().giving
  const client = useQueryClient()
  const sayFailure = useSayFailure()
  const { mutate, isPending } = useMutation({
    mutationFn: () => downloadTable(client, about),
    onSuccess: (file) => saveFile(file, `${words.files[about]}.csv`),
    onError: (error) => saying.failed(sayFailure(error)),
  })
  return (
    <Button busy={isPending} onClick={() => mutate()}>
      {isPending ? words.running : words.buttons[about]}
    </Button>
  )
}
