import type { Body } from '@bantin/shared/body'
import type { Conversion, LegacyFont } from '@bantin/shared/conversions'
import { useState } from 'react'
import { useConversionText } from '../../lib/i18n/desk/use-conversion-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { TextField } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import styles from './conversion-form.module.css'
import { Beginning, DroppedList, LegacyNotice } from './conversion-report.tsx'
import type { Opened } from './conversions.api.ts'

/** What a draft is made of. */
export interface MadeDraft {
  title: string
  body: Body
  unitId: string
}

export interface ConversionFormProps {
  id: string
  conversion: Conversion
  opened: Opened
  owners: readonly { id: string; name: string; depth: number }[]
  ownerId: string
  busy: boolean
  failed: boolean
  /** The letters of an old font are to be rewritten, or not. */
  onFont: (font: LegacyFont | undefined) => void
  onMake: (draft: MadeDraft) => void
}

/** What was read of a document: its title and unit to decide, what it begins with, and what was left out. */
export function ConversionForm({ id, conversion, opened, owners, ownerId, busy, failed, onFont, onMake }: ConversionFormProps) {
  const words = useConversionText()
  const { title, body, dropped, media, legacyFont } = conversion
  const [unitId, setUnitId] = useState(ownerId)
  const form = useAskForm<string>(
    (filled) => (filled('title') ? { send: filled('title') } : { wrong: { title: words.titleMissing } }),
    (chosen) => {
      if (unitId) onMake({ title: chosen, body, unitId })
    },
  )
  return (
    <AskForm id={id} form={form} busy={busy} className={styles.form}>
      <p role="alert" className={styles.problem}>
        {failed ? words.makeFailed : null}
      </p>
      <LegacyNotice found={legacyFont} converted={opened.legacyFont ?? null} onFont={onFont} />
      <TextField
        name="title"
        label={words.articleTitle}
        required
        maxLength={300}
        defaultValue={title ?? nameOnly(opened.file.name)}
        error={form.problems.title}
      />
      <SelectField
        label={words.unit}
        value={unitId}
        choices={owners.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))}
        onValue={setUnitId}
        hint={owners.length === 0 ? words.noUnit : undefined}
      />
      <Beginning body={body} />
      {media.length > 0 ? <p>{words.pictures(media.length)}</p> : null}
      <DroppedList dropped={dropped} />
    </AskForm>
  )
}

function nameOnly(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, '')
    .replaceAll('_', ' ')
    .trim()
}
