import type { SiteIdentity } from '@bantin/shared/site-identity'
import type { ReactNode } from 'react'
import { useIdentityText } from '../../lib/i18n/desk/use-identity-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { PageSection } from '../../ui/page-section.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import type { FieldProblems } from '../../ui/use-ask-form.ts'
import styles from './identity-form.module.css'
import { LogoField } from './logo-field.tsx'
import { MenuFields } from './menu-fields.tsx'
import { useIdentity } from './use-identity.ts'

interface IdentityFormProps {
  identity: SiteIdentity
  /** The library lends its pictures: one to show by its id, one to choose. */
  picture: (id: string) => ReactNode
  pick: () => Promise<string | null>
  /** The portal's sections, to begin a menu with. */
  sections: readonly { name: string; url: string }[]
}

/** Who publishes the portal, and what stands above and below all its pages; saved as a whole. */
export function IdentityForm({ identity, picture, pick, sections }: IdentityFormProps) {
  const words = useIdentityText()
  const saying = useSaid()
  const { form, busy, draft, undo } = useIdentity(identity, saying)
  const { before, menus } = draft
  return (
    <>
      <SaidLine {...saying} />
      <AskForm key={draft.key} form={form} busy={busy} className={styles.form} onInput={() => draft.change({})}>
        <PageSection title={words.sections.names}>
          <Names before={before} problems={form.problems} />
          <LogoField id={draft.logoMediaId} picture={picture} pick={pick} onChoose={(logoMediaId) => draft.change({ logoMediaId })} />
        </PageSection>
        <PageSection title={words.sections.contacts}>
          <Contacts before={before} problems={form.problems} />
        </PageSection>
        <PageSection title={words.sections.rights}>
          <Rights before={before} />
        </PageSection>
        <PageSection title={words.sections.menus}>
          <MenuFields
            place="main"
            entries={menus.main}
            problems={form.problems}
            sections={sections}
            onEntries={(main) => draft.change({ menus: { ...menus, main } })}
          />
          <MenuFields
            place="footer"
            entries={menus.footer}
            problems={form.problems}
            onEntries={(footer) => draft.change({ menus: { ...menus, footer } })}
          />
        </PageSection>
        <SaveBar isChanged={draft.isChanged} busy={busy} onSave={form.submit} onUndo={undo} />
      </AskForm>
    </>
  )
}

interface PartProps {
  before: SiteIdentity
  problems: FieldProblems
}

function Names({ before, problems }: PartProps) {
  const { names, hints } = useIdentityText()
  return (
    <>
      <TextField name="name" label={names.name} required maxLength={150} defaultValue={before.name} error={problems.name} />
      <TextField name="shortName" label={names.shortName} hint={hints.shortName} maxLength={60} defaultValue={before.shortName ?? ''} />
      <TextField
        name="responsiblePerson"
        label={names.responsiblePerson}
        hint={hints.responsiblePerson}
        maxLength={200}
        defaultValue={before.responsiblePerson ?? ''}
      />
    </>
  )
}

function Contacts({ before: { contacts }, problems }: PartProps) {
  const words = useIdentityText().contacts
  return (
    <>
      <TextField name="address" label={words.address} maxLength={300} autoComplete="off" defaultValue={contacts.address ?? ''} />
      <TextField name="phone" type="tel" label={words.phone} maxLength={60} autoComplete="off" defaultValue={contacts.phone ?? ''} />
      <TextField
        name="email"
        type="email"
        label={words.email}
        maxLength={254}
        autoComplete="off"
        defaultValue={contacts.email ?? ''}
        error={problems.email}
      />
    </>
  )
}

function Rights({ before }: { before: SiteIdentity }) {
  const { names, hints } = useIdentityText()
  return (
    <>
      <TextField name="licence" label={names.licence} hint={hints.licence} maxLength={300} defaultValue={before.licence ?? ''} />
      <TextAreaField name="reuse" label={names.reuse} hint={hints.reuse} rows={2} maxLength={500} defaultValue={before.reuse ?? ''} />
    </>
  )
}
