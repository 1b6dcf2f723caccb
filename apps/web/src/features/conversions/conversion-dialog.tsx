import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useConversionText } from '../../lib/i18n/desk/use-conversion-text.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useUiText } from '../../lib/i18n/ui/use-ui-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { ConversionForm, type ConversionFormProps, type MadeDraft } from './conversion-form.tsx'
import { conversionQuery, type Opened } from './conversions.api.ts'

interface ConversionDialogProps {
  file: File
  /** The units that a draft may be made for, the first one proposed. */
  owners: ConversionFormProps['owners']
  ownerId: string
  /** Makes the draft and leads to it; rejects when it could not be made. */
  onMake: (draft: MadeDraft) => Promise<void>
  onClose: () => void
}

/** Shows what became of a document, and makes a draft of it. */
export function ConversionDialog({ file, owners, ownerId, onMake, onClose }: ConversionDialogProps) {
  const { cancel, close } = useDeskText()
  const words = useConversionText()
  const [opened, setOpened] = useState<Opened>({ file, turn: 0 })
  const { data, error, refetch } = useQuery(conversionQuery(opened))
  const [made, setMade] = useState<'no' | 'making' | 'failed'>('no')
  const busy = made === 'making'
  const make = (draft: MadeDraft): void => {
    setMade('making')
    onMake(draft).catch(() => setMade('failed'))
  }
  const actions = (
    <>
      {data ? (
        <Button type="submit" form={formId} variant="primary" busy={busy}>
          {busy ? words.making : words.make}
        </Button>
      ) : null}
      <Button busy={busy} onClick={onClose}>
        {error ? close : cancel}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={busy ? undefined : onClose} title={error ? words.failed : words.title} lead={file.name} actions={actions}>
      {data ? (
        <ConversionForm
          key={opened.legacyFont ?? ''}
          id={formId}
          conversion={data}
          opened={opened}
          owners={owners}
          ownerId={ownerId}
          busy={busy}
          failed={made === 'failed'}
          onFont={(legacyFont) => setOpened({ file, legacyFont, turn: opened.turn + 1 })}
          onMake={make}
        />
      ) : error ? (
        <Refused error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </Dialog>
  )
}

const formId = 'conversion'

function Waiting() {
  const words = useConversionText()
  return (
    <>
      <p>{words.reading}</p>
      <Loading>
        <Skeleton width="long" />
        <Skeleton />
        <Skeleton width="short" />
      </Loading>
    </>
  )
}

function Refused({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { refused } = useConversionText()
  const { retry } = useUiText()
  const sayFailure = useSayFailure()
  const code = error instanceof ApiError ? error.code : 'unexpected'
  const isKnown = Object.hasOwn(refused, code)
  return (
    <div role="alert">
      <p>{isKnown ? refused[code as keyof typeof refused] : sayFailure(error)}</p>
      {isKnown ? null : <Button onClick={onRetry}>{retry}</Button>}
    </div>
  )
}
