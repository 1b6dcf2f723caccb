import type { AwardPatch, EditorialAward, EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { PageSection, SectionButtons, SectionNote } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { useRefusal } from '../use-refusal.ts'
import { AwardDialog, type AwardTask } from './award-dialog.tsx'
import { awardsQuery, removeAwardMutation, saveAwardMutation } from './awards.api.ts'
import styles from './blocs.module.css'

interface AwardsSectionProps {
  year: EditorialBlocYear
  mayChange: boolean
  saying: Saying
}

/** The commendations for a year: proposed, decided, revoked. */
export function AwardsSection({ year, mayChange, saying }: AwardsSectionProps) {
  const words = useBlocsText().awards
  const { data: awards, error, refetch } = useQuery(awardsQuery(year.blocId, year.year))
  const [task, setTask] = useState<AwardTask | null>(null)
  const done = (text: string): void => {
    setTask(null)
    saying.done(text)
  }
  return (
    <PageSection title={words.title}>
      {error && !awards ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {awards?.length === 0 ? <SectionNote>{words.empty}</SectionNote> : null}
      <ul className={styles.cards} aria-label={words.title}>
        {awards?.map((award) => (
          <AwardCard key={award.id} award={award}>
            {mayChange ? <AwardButtons award={award} saying={saying} onTask={setTask} /> : null}
          </AwardCard>
        ))}
      </ul>
      {mayChange ? (
        <SectionButtons>
          <Button onClick={() => setTask({ kind: 'add' })}>{words.add}</Button>
        </SectionButtons>
      ) : null}
      {task ? <AwardDialog year={year} task={task} onSaved={done} onClose={() => setTask(null)} /> : null}
    </PageSection>
  )
}

function AwardCard({ award, children }: { award: EditorialAward; children: ReactNode }) {
  const words = useBlocsText().awards
  const locale = useLocale()
  const { title, unit, person, authority, decisionNo, on, status } = award
  const decision = [authority, decisionNo, on ? formatDate(on, locale) : null].filter(Boolean).join(', ')
  return (
    <li className={styles.card}>
      <p lang="vi">
        <strong>{title}</strong>: {unit?.name ?? person?.name}
      </p>
      <p className={styles.soft}>
        {words.statuses[status]}
        {decision ? `. ${decision}` : ''}
      </p>
      {children}
    </li>
  )
}

interface AwardButtonsProps {
  award: EditorialAward
  saying: Saying
  onTask: (task: AwardTask) => void
}

function AwardButtons({ award, saying, onTask }: AwardButtonsProps) {
  const words = useBlocsText().awards
  const { edit } = useOrganizationText()
  const refusal = useRefusal()
  const { mutate: save } = useMutation(saveAwardMutation())
  const { mutate: remove } = useMutation(removeAwardMutation())
  const failed = (error: unknown): void => saying.failed(refusal(error).text)
  const change = (patch: AwardPatch, said: string): void => save({ award, patch }, { onSuccess: () => saying.done(said), onError: failed })
  const label = (action: string): string => words.actionOf(action, `${award.title}, ${award.unit?.name ?? award.person?.name}`)
  if (award.status === 'revoked') return null
  return (
    <div className={styles.actions}>
      {award.status === 'proposed' ? (
        <Button aria-label={label(words.decideDo)} onClick={() => onTask({ kind: 'decide', award })}>
          {words.decide}
        </Button>
      ) : null}
      <Button aria-label={label(edit)} onClick={() => onTask({ kind: 'edit', award })}>
        {edit}
      </Button>
      {award.status === 'decided' ? (
        <ConfirmButton
          aria-label={label(words.revoke)}
          title={words.revokeTitle}
          lead={words.revokeLead}
          confirm={words.revoke}
          onConfirm={() => change({ status: 'revoked' }, words.revoked)}
        >
          {words.revoke}
        </ConfirmButton>
      ) : (
        <ConfirmButton
          aria-label={label(words.remove)}
          title={words.removeTitle}
          lead={words.removeLead}
          confirm={words.remove}
          onConfirm={() => remove(award, { onSuccess: () => saying.done(words.removed), onError: failed })}
        >
          {words.remove}
        </ConfirmButton>
      )}
    </div>
  )
}
