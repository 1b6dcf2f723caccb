import type { MediaItem } from '@bantin/shared/media'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { PageSection, SectionButtons } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import styles from './describe-form.module.css'
import { StaleNotice } from './stale-notice.tsx'
import { type TextName, texts, useDescription } from './use-description.ts'

/** What is said of a file, to change. */
export function DescribeForm({ item, saying }: { item: MediaItem; saying: Saying }) {
  const words = useMediaItemText()
  const { form, shown, key, isTyped, typed, stale, take, busy } = useDescription(item, saying)
  const isPicture = item.kind === 'picture'
  return (
    <PageSection title={words.describe.title}>
      <AskForm key={key} form={form} busy={busy} className={styles.fields} onInput={typed}>
        {isPicture ? (
          <TextAreaField
            name="alt"
            label={words.describe.alt}
            hint={words.describe.altHint}
            maxLength={500}
            rows={2}
            defaultValue={shown.alt ?? ''}
          />
        ) : null}
        <TextAreaField name="caption" label={words.describe.caption} maxLength={1000} rows={3} defaultValue={shown.caption ?? ''} />
        <TextField
          name="credit"
          label={isPicture ? words.describe.credit : words.describe.creditOther}
          maxLength={200}
          autoComplete="off"
          defaultValue={shown.credit ?? ''}
        />
        {stale ? (
          <StaleNotice busy={busy} onTake={take} onKeep={form.submit}>
            <NewTexts now={stale} before={shown} />
          </StaleNotice>
        ) : null}
        <SectionButtons>
          {isTyped && !stale ? (
            <Button type="submit" variant="primary" busy={busy}>
              {busy ? words.describe.saving : words.describe.save}
            </Button>
          ) : null}
        </SectionButtons>
      </AskForm>
    </PageSection>
  )
}

/** What somebody else wrote. */
function NewTexts({ now, before }: { now: MediaItem; before: MediaItem }) {
  const { describe, stale } = useMediaItemText()
  const changed = texts.filter((name: TextName) => now[name] !== before[name])
  return (
    <ul>
      {changed.map((name) => (
        <li key={name}>
          {describe[name]}: {now[name] ? <q>{now[name]}</q> : stale.nothing}
        </li>
      ))}
    </ul>
  )
}

/** The same for those who may not change it. */
export function Described({ item }: { item: MediaItem }) {
  const words = useMediaItemText().describe
  const said = texts.filter((name) => item[name])
  if (said.length === 0) return null
  return (
    <PageSection title={words.title}>
      <dl className={styles.read}>
        {said.map((name) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>{item[name]}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  )
}
