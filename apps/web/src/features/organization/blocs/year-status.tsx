import type { BlocYearInput, EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextAreaField } from '../../../ui/field.tsx'
import { SectionButtons } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { useAskForm } from '../../../ui/use-ask-form.ts'
import organization from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import { blocYearQuery, saveBlocYearMutation } from './blocs.api.ts'
import { resultsCsv } from './results-csv.ts'

interface YearStatusProps {
  year: EditorialBlocYear
  blocName: string
  mayChange: boolean
  /** Scores are typed that are not saved: what is decided has to be seen first. */
  isTyped: boolean
  saying: Saying
}

/** Whether readers see the results, on which basis, and what makes it so; the results as a file. */
export function YearStatus({ year, blocName, mayChange, isTyped, saying }: YearStatusProps) {
  const words = useBlocsText().year
  const [deciding, setDeciding] = useState(false)
  const download = (): void =>
    saveFile(new Blob([resultsCsv(year, words)], { type: 'text/csv;charset=utf-8' }), `${blocName} ${year.year}.csv`)
  return (
    <>
      {year.version > 0 ? (
        <p>
          <strong>{words.status[year.status]}</strong>
        </p>
      ) : null}
      {year.legalBasis ? (
        <p lang="vi">
          {words.legalBasis}: {year.legalBasis}
        </p>
      ) : null}
      <SectionButtons>
        {mayChange && year.status === 'proposed' && year.results.length > 0 && !isTyped ? (
          <Button onClick={() => setDeciding(true)}>{words.decide}</Button>
        ) : null}
        {mayChange && year.status === 'decided' && !isTyped ? <Undecide year={year} saying={saying} /> : null}
        {year.results.length > 0 ? <Button onClick={download}>{words.download}</Button> : null}
      </SectionButtons>
      {deciding ? <DecideDialog year={year} saying={saying} onClose={() => setDeciding(false)} /> : null}
    </>
  )
}

/** The year as it stands, with another status or basis. */
function inputOf({ results, status, legalBasis }: EditorialBlocYear, change: Partial<BlocYearInput>): BlocYearInput {
  return { status, legalBasis, results: results.map(({ name: _, ...result }) => result), ...change }
}

function useSaveYear(year: EditorialBlocYear) {
  const { stale } = useOrganizationText()
  const refusal = useRefusal()
  const client = useQueryClient()
  const { mutate, isPending: busy } = useMutation(saveBlocYearMutation())
  const save = (change: Partial<BlocYearInput>, onDone: () => void, onRefused: (text: string) => void): void =>
    mutate(
      { blocId: year.blocId, year: year.year, version: year.version, input: inputOf(year, change) },
      {
        onSuccess: onDone,
        onError: (error) => {
          const isStale = error instanceof ApiError && error.code === 'version_stale'
          if (isStale) void client.invalidateQueries({ queryKey: blocYearQuery(year.blocId, year.year).queryKey })
          onRefused(isStale ? stale([]) : refusal(error).text)
        },
      },
    )
  return { save, busy }
}

function Undecide({ year, saying }: { year: EditorialBlocYear; saying: Saying }) {
  const words = useBlocsText().year
  const { save, busy } = useSaveYear(year)
  return (
    <ConfirmButton
      busy={busy}
      title={words.undecideTitle}
      lead={words.undecideLead}
      confirm={words.undecide}
      onConfirm={() => save({ status: 'proposed' }, () => saying.done(words.undecided), saying.failed)}
    >
      {words.undecide}
    </ConfirmButton>
  )
}

function DecideDialog({ year, saying, onClose }: { year: EditorialBlocYear; saying: Saying; onClose: () => void }) {
  const { cancel } = useDeskText()
  const words = useBlocsText()
  const { missing, saving } = useOrganizationText()
  const { save, busy } = useSaveYear(year)
  const decided = (): void => {
    onClose()
    saying.done(words.year.decided)
  }
  const form = useAskForm<string>(
    (filled) => (filled('legalBasis') ? { send: filled('legalBasis') } : { wrong: { legalBasis: missing } }),
    (legalBasis) => save({ status: 'decided', legalBasis }, decided, (all) => form.refuse({ all })),
  )
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? saving : words.awards.decideDo}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={words.year.decideTitle(String(year.year))} lead={words.year.decideLead} actions={actions}>
      <AskForm form={form} busy={busy} className={organization.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <TextAreaField
          name="legalBasis"
          label={words.year.legalBasis}
          hint={words.year.legalBasisHint}
          required
          rows={3}
          maxLength={2000}
          defaultValue={year.legalBasis ?? ''}
          error={form.problems.legalBasis}
        />
      </AskForm>
    </Dialog>
  )
}
