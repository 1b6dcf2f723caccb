import type { BlocPatch, EditorialBloc } from '@bantin/shared/editorial-blocs'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { sayDays } from '../../../lib/say-days.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { PageSection, SectionNote } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { SaveBar } from '../../../ui/save-bar.tsx'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { Table } from '../../../ui/table.tsx'
import styles from '../organization.module.css'
import { readRows } from '../read-rows.ts'
import { PeriodRows } from '../units/period-rows.tsx'
import { useRows } from '../use-rows.ts'
import { type Outcome, useVersionedForm } from '../use-versioned-form.ts'
import { blocQuery, saveBlocMutation } from './blocs.api.ts'

interface BlocMembersProps {
  bloc: EditorialBloc
  /** Who may become a member. */
  units: readonly NamedItem[]
  saying: Saying
}

/** Which units are members when, saved as a whole list; one is added by its name. */
export function BlocMembers({ bloc, units, saying }: BlocMembersProps) {
  const words = useBlocsText().members
  const { rows, edit } = useMembers(bloc, saying)
  return (
    <PageSection title={words.title}>
      <AskForm key={edit.key} form={edit.form} busy={edit.busy} className={styles.fields} onInput={edit.typed}>
        {rows.rows.length === 0 ? <SectionNote>{words.empty}</SectionNote> : null}
        <PeriodRows
          list="members"
          rows={rows.rows}
          problems={edit.form.problems}
          legend={words.one}
          removeLabel={({ name }) => words.remove(name)}
          onRemove={(key) => {
            edit.typed()
            rows.remove(key)
          }}
        >
          {({ item }) => <strong>{item.name}</strong>}
        </PeriodRows>
        <SearchField
          id={useId()}
          label={words.add}
          items={units}
          onChoose={({ id, name }) => {
            edit.typed()
            rows.add({ unitId: id, name, from: null, through: null })
          }}
        >
          <p className={styles.soft}>{words.addHint}</p>
        </SearchField>
        <SaveBar isChanged={edit.isTyped} busy={edit.busy} onSave={edit.form.submit} onUndo={edit.undo} />
      </AskForm>
    </PageSection>
  )
}

function useMembers(bloc: EditorialBloc, saying: Saying) {
  const { days } = useOrganizationText()
  const words = useBlocsText().members
  const client = useQueryClient()
  const { mutateAsync: save } = useMutation(saveBlocMutation())
  const edit = useVersionedForm<EditorialBloc, BlocPatch>(bloc, saying, {
    shownOf: ({ members }) => ({ [words.label]: members }),
    read: (filled, _shown, form): Outcome<BlocPatch> => {
      const read = readRows('members', rows.rows, filled, form, days)
      if (Object.keys(read.wrong).length > 0) return { wrong: read.wrong }
      const periods = read.days
      const members = rows.rows.map(({ item }, at) => ({ unitId: item.unitId, from: null, through: null, ...periods[at] }))
      return { send: { members } }
    },
    save,
    readAgain: () => client.fetchQuery(blocQuery(bloc.id)),
    saved: words.saved,
  })
  const rows = useRows<EditorialBloc['members'][number]>(edit.key, edit.shown.members)
  return { rows, edit }
}

/** The same for whoever may only look. */
export function BlocMembersRead({ bloc }: { bloc: EditorialBloc }) {
  const words = useBlocsText().members
  const { days } = useOrganizationText()
  const locale = useLocale()
  return (
    <PageSection title={words.title}>
      {bloc.members.length === 0 ? <SectionNote>{words.empty}</SectionNote> : null}
      {bloc.members.length > 0 ? (
        <Table columns={[words.name, words.days]}>
          {bloc.members.map(({ unitId, name, from, through }) => (
            <tr key={`${unitId} ${from}`}>
              <td>{name}</td>
              <td>{sayDays({ from, through }, { from: days.fromDay, through: days.throughDay }, locale) || days.always}</td>
            </tr>
          ))}
        </Table>
      ) : null}
    </PageSection>
  )
}
