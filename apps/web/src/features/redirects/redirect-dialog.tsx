import type { Redirect } from '@bantin/shared/redirects'
import { useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import type { SearchSource } from '../../ui/paged-search.tsx'
import { readOldAddress } from './read-address.ts'
import styles from './redirect-dialog.module.css'
import { TargetArticle } from './target-article.tsx'
import { type RedirectForm, type RedirectTask, useRedirectForm } from './use-redirect-form.ts'

interface RedirectDialogProps {
  task: RedirectTask
  articles: SearchSource
  onSaved: (saved: Redirect) => void
  onClose: () => void
}

/** Asks for an old address and where it leads. It stays, with all that is filled in, until it is saved or left. */
export function RedirectDialog({ task, articles, onSaved, onClose }: RedirectDialogProps) {
  const { cancel } = useDeskText()
  const words = useRedirectsText().form
  const saved = useRef(false)
  const form = useRedirectForm(task, (redirect) => {
    saved.current = true
    onSaved(redirect)
  })
  const actions = (
    <>
      <Button variant="primary" busy={form.busy} onClick={() => void form.submit()}>
        {form.busy ? words.saving : words.save}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      givesFocusBack={() => !saved.current}
      title={task.redirect ? words.editTitle : words.addTitle}
      actions={actions}
    >
      <form ref={form.formRef} className={styles.fields} noValidate onSubmit={(event) => event.preventDefault()}>
        <p role="alert" className={styles.problem}>
          {form.problems.all}
        </p>
        <TextField
          name="from"
          label={words.from}
          hint={words.fromHint}
          required
          inputMode="url"
          autoComplete="off"
          defaultValue={task.redirect?.fromPathQuery ?? ('from' in task ? task.from : '')}
          error={form.problems.from}
          onBlur={(event) => {
            event.currentTarget.value = readOldAddress(event.currentTarget.value)
          }}
        />
        <Target form={form} articles={articles} initialUrl={task.redirect?.url ?? ''} />
      </form>
    </Dialog>
  )
}

function Target({ form, articles, initialUrl }: { form: RedirectForm; articles: SearchSource; initialUrl: string }) {
  const words = useRedirectsText().form
  const kinds = { article: words.toArticle, url: words.toUrl } as const
  return (
    <>
      <fieldset className={styles.kinds}>
        <legend>{words.to}</legend>
        {(['article', 'url'] as const).map((kind) => (
          <label key={kind} className={styles.kind}>
            <input type="radio" name="kind" checked={form.kind === kind} onChange={() => form.setKind(kind)} />
            {kinds[kind]}
          </label>
        ))}
      </fieldset>
      {/* Both stay in the page: what was filled in is there again for whoever chooses otherwise and back. */}
      <div hidden={form.kind !== 'article'}>
        <TargetArticle articles={articles} chosen={form.article} onChoose={form.choose} problem={form.problems.article} />
      </div>
      <div hidden={form.kind !== 'url'}>
        <TextField
          name="url"
          type="url"
          inputMode="url"
          autoComplete="off"
          label={words.url}
          hint={words.urlHint}
          maxLength={2000}
          defaultValue={initialUrl}
          error={form.problems.url}
        />
      </div>
    </>
  )
}
