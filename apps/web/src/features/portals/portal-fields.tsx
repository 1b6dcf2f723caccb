import { type Client, clientScopes } from '@bantin/shared/clients'
import type { ReactNode } from 'react'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { Choice, Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import type { FieldProblems } from '../../ui/use-ask-form.ts'
import { ResponsibleField } from './responsible-field.tsx'

interface PortalFieldsProps {
  /** Null: a new one. */
  shown: Client | null
  /** Who answers for it as it is shown. */
  responsible: NamedItem | null
  problems: FieldProblems
  onChange?: () => void
  /** What else is asked, after the name. */
  children?: ReactNode
}

/** What is asked of a portal, new or to change. */
export function PortalFields({ shown, responsible, problems, onChange, children }: PortalFieldsProps) {
  const { form } = usePortalsText()
  return (
    <>
      <TextField
        name="name"
        label={form.name}
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={shown?.name}
        error={problems.name}
      />
      {children}
      <TextField
        name="contact"
        label={form.contact}
        hint={form.contactHint}
        maxLength={200}
        autoComplete="off"
        defaultValue={shown?.contact ?? ''}
        error={problems.contact}
      />
      <Choices legend={form.scopes} problem={problems.scopes}>
        {clientScopes.map((scope) => (
          <Choice
            key={scope}
            type="checkbox"
            name={`scope-${scope}`}
            defaultChecked={shown?.scopes.includes(scope) ?? true}
            hint={form.scope[scope].hint}
            wrong={problems.scopes !== undefined}
          >
            {form.scope[scope].name}
          </Choice>
        ))}
      </Choices>
      <TextField
        name="requestsPerSecond"
        inputMode="numeric"
        label={form.limit}
        hint={form.limitHint}
        maxLength={4}
        autoComplete="off"
        defaultValue={shown?.requestsPerSecond ?? ''}
        error={problems.requestsPerSecond}
      />
      <ResponsibleField initial={responsible} onChange={onChange} problem={problems.responsibleUserId} />
    </>
  )
}
