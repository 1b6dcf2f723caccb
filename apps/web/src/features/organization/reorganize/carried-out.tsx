import type { CarriedOutReorganization } from '@bantin/shared/reorganizations'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ApiError } from '../../../lib/api-error.ts'
import { formatDate, formatMoment } from '../../../lib/format.ts'
import { useReorganizationText } from '../../../lib/i18n/desk/use-reorganization-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import { Outline } from '../../../ui/paged-list.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import styles from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import type { Verb } from './plan-draft.ts'
import { carriedOutQuery, undoMutation } from './reorganizations.api.ts'
import own from './wizard-view.module.css'

/** The reorganizations there were, with who carried them out and when; the last one can be undone. */
export function CarriedOut({ saying }: { saying: Saying }) {
  const words = useReorganizationText()
  return (
    <PageSection title={words.past}>
      <List saying={saying} />
    </PageSection>
  )
}

function List({ saying }: { saying: Saying }) {
  const words = useReorganizationText()
  const { data, error, isPending, refetch } = useQuery(carriedOutQuery())
  if (isPending) return <Outline />
  if (!data) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <p className={styles.soft}>{words.pastEmpty}</p>
  return (
    <ol className={styles.lines}>
      {data.map((one) => (
        <Line key={one.id} one={one} saying={saying} />
      ))}
    </ol>
  )
}

function Line({ one, saying }: { one: CarriedOutReorganization; saying: Saying }) {
  const words = useReorganizationText()
  const locale = useLocale()
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(undoMutation())
  const what = words.pastLine(words.verbs[one.verb as Verb]?.name ?? one.verb, formatDate(one.on, locale))
  const undo = (): void => {
    saying.hush()
    mutate(one.id, {
      onSuccess: () => saying.done(words.undone(what)),
      onError: (error) => saying.failed(error instanceof ApiError && error.code === 'conflict' ? words.builtOn : refusal(error).text),
    })
  }
  return (
    <li className={own.past}>
      <strong>{what}</strong>
      <p className={styles.soft}>
        {words.pastBy(one.by?.name ?? null, formatMoment(one.at, locale))}
        {one.undoneAt ? ` ${words.pastUndone(formatMoment(one.undoneAt, locale))}` : ''}
      </p>
      {one.canBeUndone ? (
        <ConfirmButton busy={busy} title={words.undoTitle(what)} lead={words.undoLead} confirm={words.undo} onConfirm={undo}>
          {words.undo}
        </ConfirmButton>
      ) : one.undoneAt ? null : (
        <p className={styles.soft}>{words.notLast}</p>
      )}
    </li>
  )
}
