import { can } from '@bantin/shared/permissions'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { newPageName } from '../../features/articles/drafts/use-local-copy.ts'
import { saveArticleMutation } from '../../features/articles/editorial.api.ts'
import { inTreeOrder, unitPath } from '../../features/units/unit-tree-choices.ts'
import type { UnitLine } from '../../features/units/units.api.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useActor } from '../../lib/use-session.ts'
import { FileButton } from '../../ui/file-button.tsx'

const ConversionDialog = lazy(() =>
  import('../../features/conversions/conversion-dialog.tsx').then((file) => ({ default: file.ConversionDialog })),
)

/** A document of the device, read and made a draft that is opened; for whoever may write somewhere. */
export function OpenDocument({ units }: { units: readonly UnitLine[] }) {
  const words = useDeskText().list
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(saveArticleMutation())
  const [file, setFile] = useState<File | null>(null)
  const keyOf = useRequestKey()
  const { owners, ownerId } = useOwners(units)
  if (owners.length === 0) return null
  return (
    <>
      <FileButton accept=".docx,.html,.htm,.md,.txt" onFiles={([first]) => setFile(first ?? null)}>
        {words.openDocument}
      </FileButton>
      <Suspense>
        {file ? (
          <ConversionDialog
            file={file}
            owners={owners}
            ownerId={ownerId}
            onClose={() => setFile(null)}
            onMake={async (input) => {
              const { id } = await mutateAsync({ article: null, input, key: keyOf(input) })
              await navigate({ to: '/ban-bien-tap/bai/$articleId', params: { articleId: id } })
            }}
          />
        ) : null}
      </Suspense>
    </>
  )
}

/** The same draft is asked for by the same key, however often its answer is lost. */
function useRequestKey(): (input: unknown) => string {
  const known = useRef({ text: '', key: '' })
  return (input) => {
    const text = JSON.stringify(input)
    if (known.current.text !== text) known.current = { text, key: newPageName() }
    return known.current.key
  }
}

function useOwners(units: readonly UnitLine[]) {
  const actor = useActor()
  const mayWrite = ({ id }: UnitLine) => can(actor, 'article.create', { unitPath: unitPath(units, id), createdBy: actor.userId })
  const owners = inTreeOrder(units.filter(mayWrite))
  const own = actor.grants.find(({ unitId }) => owners.some(({ id }) => id === unitId))?.unitId
  return { owners, ownerId: own ?? owners[0]?.id ?? '' }
}
