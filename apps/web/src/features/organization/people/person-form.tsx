import type { EditorialPerson, PersonPatch } from '@bantin/shared/editorial-people'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { TextAreaField, TextField } from '../../../ui/field.tsx'
import { PageSection } from '../../../ui/page-section.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import { SaveBar } from '../../../ui/save-bar.tsx'
import type { FieldProblems } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import { type Outcome, useVersionedForm } from '../use-versioned-form.ts'
import { personQuery, savePersonMutation } from './people.api.ts'
import { readPerson, saidOf } from './person-values.ts'
import { PhotoField, type PhotoLoan } from './photo-field.tsx'

interface PersonFormProps extends PhotoLoan {
  person: EditorialPerson
  saying: Saying
}

/** What is said of somebody, to change. */
export function PersonForm({ person, saying, ...loan }: PersonFormProps) {
  const words = useUnitText().person
  const { edit, photo, setPhoto } = usePerson(person, saying)
  const { form, shown } = edit
  return (
    <PageSection title={words.title}>
      <AskForm key={edit.key} form={form} busy={edit.busy} className={styles.fields} onInput={edit.typed}>
        <Names shown={shown} problems={form.problems} />
        <PhotoField
          {...loan}
          id={photo}
          problem={form.problems.photoMediaId && words.photo.refused}
          onChoose={(id) => {
            edit.typed()
            setPhoto(id)
          }}
        />
        <TextAreaField name="bio" label={words.bio} rows={5} maxLength={5000} defaultValue={shown.bio ?? ''} error={form.problems.bio} />
        <Reached shown={shown} problems={form.problems} />
        <SaveBar isChanged={edit.isTyped} busy={edit.busy} onSave={form.submit} onUndo={edit.undo} />
      </AskForm>
    </PageSection>
  )
}

interface PartProps {
  shown: EditorialPerson
  problems: FieldProblems
}

function Names({ shown, problems }: PartProps) {
  const { people, person } = useUnitText()
  return (
    <div className={styles.pair}>
      <TextField
        name="name"
        label={people.name}
        required
        maxLength={100}
        autoComplete="off"
        defaultValue={shown.name}
        error={problems.name}
      />
      <TextField
        name="sortKey"
        label={person.sortKey}
        hint={person.sortKeyHint}
        maxLength={120}
        autoComplete="off"
        defaultValue={shown.sortKey}
        error={problems.sortKey}
      />
    </div>
  )
}

function Reached({ shown: { contacts, slug }, problems }: PartProps) {
  const organization = useOrganizationText()
  const words = useUnitText().person
  return (
    <>
      <div className={styles.pair}>
        <TextField name="phone" type="tel" label={words.phone} maxLength={100} autoComplete="off" defaultValue={contacts.phone ?? ''} />
        <TextField
          name="email"
          type="email"
          label={words.email}
          maxLength={200}
          autoComplete="off"
          defaultValue={contacts.email ?? ''}
          error={problems.email}
        />
      </div>
      <TextField
        name="slug"
        label={organization.slug}
        hint={organization.slugHint}
        required
        maxLength={90}
        autoComplete="off"
        autoCapitalize="none"
        defaultValue={slug}
        error={problems.slug}
      />
    </>
  )
}

function usePerson(person: EditorialPerson, saying: Saying) {
  const organization = useOrganizationText()
  const words = useUnitText()
  const client = useQueryClient()
  const { mutateAsync: save } = useMutation(savePersonMutation())
  const [chosen, setChosen] = useState<{ key: string; id: string | null } | null>(null)
  const edit = useVersionedForm<EditorialPerson, PersonPatch>(person, saying, {
    shownOf: (thing) => saidOf(thing, words, organization),
    read: (filled, shown): Outcome<PersonPatch> =>
      readPerson(filled, shown, photo, { ...organization, emailWrong: words.facts.emailWrong }),
    save,
    readAgain: () => client.fetchQuery(personQuery(person.id)),
    saved: words.person.saved,
  })
  // With another key the form shows what is stored.
  const photo: string | null = chosen?.key === edit.key ? chosen.id : edit.shown.photoMediaId
  return { edit, photo, setPhoto: (id: string | null) => setChosen({ key: edit.key, id }) }
}
