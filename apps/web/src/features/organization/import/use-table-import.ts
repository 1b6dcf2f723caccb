import type { OrganizationImport } from '@bantin/shared/organization-import'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newKey } from '../../../lib/new-key.ts'
import { takeTableMutation, tryTableMutation } from './organization-import.api.ts'
import { type About, beginDraft, inputOf, type TableDraft } from './table-draft.ts'

/** A table on its way in: what it is about, how it is read, what its lines would come to or came to. */
export function useTableImport() {
  const [about, setAbout] = useState<About>('units')
  const [draft, setDraft] = useState<TableDraft | null>(null)
  const [answer, setAnswer] = useState<OrganizationImport | null>(null)
  const key = useRef(newKey())
  const trial = useMutation(tryTableMutation())
  const deed = useMutation(takeTableMutation())
  const put = (next: TableDraft | null): void => {
    setDraft(next)
    setAnswer(null)
    trial.reset()
    deed.reset()
    key.current = newKey()
  }
  return {
    about,
    draft,
    outcome: answer?.[about] ?? null,
    isTaken: answer?.taken ?? false,
    isBusy: trial.isPending || deed.isPending,
    /** Why the trial could not be made. */
    error: trial.error,
    choose: (next: About): void => {
      setAbout(next)
      put(draft && beginDraft(next, draft.table))
    },
    begin: (table: TableDraft['table']): void => put(beginDraft(about, table)),
    change: (change: Partial<TableDraft>): void => put(draft && { ...draft, ...change }),
    leave: (): void => put(null),
    tryIt: (): void => {
      if (draft) trial.mutate(inputOf(about, draft), { onSuccess: setAnswer })
    },
    take: ({ onDone, onFailed }: { onDone: (answer: OrganizationImport) => void; onFailed: (error: unknown) => void }): void => {
      if (!draft) return
      const onSuccess = (done: OrganizationImport): void => {
        setAnswer(done)
        onDone(done)
      }
      deed.mutate({ body: inputOf(about, draft), key: key.current }, { onSuccess, onError: onFailed })
    },
  }
}

export type TableImport = ReturnType<typeof useTableImport>
