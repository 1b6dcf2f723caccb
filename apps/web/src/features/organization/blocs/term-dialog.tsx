import { decisionStatuses, termRoles } from '@bantin/shared/blocs'
import type { BlocPatch, EditorialBloc } from '@bantin/shared/editorial-blocs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../lib/api-error.ts'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field, TextField } from '../../../ui/field.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import { blocQuery, saveBlocMutation } from './blocs.api.ts'
import { longestWithout, type Term } from './term-years.ts'

/** A term that is changed, or one to add for a year, perhaps as what comes next. */
export type TermTask = { term: Term } | { year: number; proposes: boolean }

interface TermDialogProps {
  bloc: EditorialBloc
  task: TermTask
  saying: Saying
  onClose: () => void
}

/** Asks who leads the bloc in a year. Terms are sent as a whole list with this one in it. */
export function TermDialog({ bloc, task, saying, onClose }: TermDialogProps) {
  const { cancel } = useDeskText()
  const { save, saving } = useOrganizationText()
  const words = useBlocsText().terms
  const known = 'term' in task ? task.term : null
  const { form, busy, remove } = useTerm({ bloc, task, saying, onClose })
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? saving : save}
      </Button>
      {known ? (
        <Button busy={busy} onClick={remove}>
          {words.remove}
        </Button>
      ) : null}
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={known ? words.editTitle : words.addTitle} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.terms}</ChoiceProblem>
        <TermFields bloc={bloc} task={task} problems={form.problems} />
      </AskForm>
    </Dialog>
  )
}

function TermFields({ bloc, task, problems }: { bloc: EditorialBloc; task: TermTask; problems: FieldProblems }) {
  const words = useBlocsText().terms
  const known = 'term' in task ? task.term : null
  const next = 'proposes' in task && task.proposes ? longestWithout(bloc, task.year) : null
  const members = [...new Map(bloc.members.map(({ unitId, name }) => [unitId, name]))]
  return (
    <>
      <TextField
        name="year"
        label={words.year}
        required
        inputMode="numeric"
        maxLength={4}
        defaultValue={String(known?.year ?? ('year' in task ? task.year : ''))}
        error={problems.year}
      />
      <Field label={words.unit} required hint={next ? words.suggested(next.name) : undefined} error={problems.unitId}>
        {(control) => (
          <select {...control} name="unitId" defaultValue={known?.unitId ?? next?.unitId ?? ''}>
            <option value="">–</option>
            {members.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={words.role}>
          {(control) => (
            <select {...control} name="role" defaultValue={known?.role ?? 'head'}>
              {termRoles.map((role) => (
                <option key={role} value={role}>
                  {words.roles[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.status}>
          {(control) => (
            <select
              {...control}
              name="status"
              defaultValue={known?.status ?? ('proposes' in task && !task.proposes ? 'decided' : 'proposed')}
            >
              {decisionStatuses.map((status) => (
                <option key={status} value={status}>
                  {words.statusNames[status]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <TextField name="decisionNo" label={words.decisionNo} maxLength={100} autoComplete="off" defaultValue={known?.decisionNo ?? ''} />
    </>
  )
}

type SentTerm = NonNullable<BlocPatch['terms']>[number]

function useTerm({ bloc, task, saying, onClose }: TermDialogProps) {
  const { stale } = useOrganizationText()
  const words = useBlocsText().terms
  const refusal = useRefusal()
  const client = useQueryClient()
  const { mutate, isPending: busy } = useMutation(saveBlocMutation())
  const known = 'term' in task ? task.term : null
  const others = bloc.terms.filter((term) => !(known && term.year === known.year && term.unitId === known.unitId)).map(sentTerm)
  const send = (terms: SentTerm[], said: string): void =>
    mutate(
      { id: bloc.id, version: bloc.version, patch: { terms } },
      {
        onSuccess: () => {
          onClose()
          saying.done(said)
        },
        onError: (error) => {
          const isStale = error instanceof ApiError && error.code === 'version_stale'
          // The list is read anew, and this one stands in it the next time.
          if (isStale) void client.invalidateQueries({ queryKey: blocQuery(bloc.id).queryKey })
          form.refuse({ terms: isStale ? stale([]) : refusal(error).text })
        },
      },
    )
  const form = useAskForm<SentTerm>(
    (filled) => readTerm(filled, others, words),
    (term) => send([...others, term], words.saved(String(term.year))),
  )
  return { form, busy, remove: () => send(others, words.removed(String(known?.year))) }
}

function sentTerm({ year, unitId, role, status, decisionNo }: Term): SentTerm {
  return { year, unitId, role, status, decisionNo }
}

function readTerm(
  filled: Filled,
  others: readonly SentTerm[],
  words: { yearWrong: string; unitMissing: string; twice: string },
): { send: SentTerm } | { wrong: FieldProblems } {
  const year = Number(filled('year'))
  const unitId = filled('unitId')
  const wrong: FieldProblems = {}
  if (!(Number.isInteger(year) && year >= 1945 && year <= 2200)) wrong.year = words.yearWrong
  if (!unitId) wrong.unitId = words.unitMissing
  else if (others.some((term) => term.year === year && term.unitId === unitId)) wrong.unitId = words.twice
  if (Object.keys(wrong).length > 0) return { wrong }
  const [role, status] = [filled('role') as Term['role'], filled('status') as Term['status']]
  return { send: { year, unitId, role, status, decisionNo: filled('decisionNo') || null } }
}
