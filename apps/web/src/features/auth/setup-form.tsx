import type { SetupInput } from '@bantin/shared/auth'
import type { PublishingPolicy } from '@bantin/shared/permissions'
import type { ReactNode } from 'react'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import styles from './door-form.module.css'
import { useSetup } from './use-setup.ts'

interface SetupFormProps {
  policy: PublishingPolicy
  /** The question about the policy. */
  children: ReactNode
  onDone: (input: SetupInput) => void
}

/** Asks for what the first administrator and the site are called, and how its articles come to be published. */
export function SetupForm({ policy, children, onDone }: SetupFormProps) {
  const words = useDoorText()
  const { form, busy, failure } = useSetup(policy, onDone)
  const { problems } = form
  return (
    <AskForm form={form} busy={busy} className={styles.form}>
      <p className={styles.lead}>{words.setup.lead}</p>
      <TextField
        label={words.setup.code}
        hint={words.setup.codeHint}
        name="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
        error={problems.code}
      />
      <TextField
        label={words.setup.siteName}
        hint={words.setup.siteNameHint}
        name="siteName"
        maxLength={200}
        required
        error={problems.siteName}
      />
      <TextField label={words.setup.name} name="name" autoComplete="name" maxLength={100} required error={problems.name} />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        maxLength={254}
        required
        error={problems.email}
      />
      <NewPasswordField label={words.setup.password} error={problems.password} />
      {children}
      <p className={styles.facts}>{words.setup.policyHint}</p>
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.setup.submitting : words.setup.submit}
        </Button>
      </div>
    </AskForm>
  )
}
