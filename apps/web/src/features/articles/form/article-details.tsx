import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { GrowingField } from '../../../ui/growing-field.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { NamedTitles } from '../titles/named-titles.tsx'
import { TitleCheck } from '../titles/title-check.tsx'
import styles from './article-details.module.css'
import type { ArticleChoices } from './choices.ts'
import { EventFields } from './event-fields.tsx'
import { GenreField } from './genre-field.tsx'
import { HeroField } from './hero-field.tsx'
import { RelatedField } from './related-field.tsx'
import { RoleSelect } from './role-select.tsx'
import type { ArticleFormState } from './use-form-state.ts'
import type { FormProblem } from './validate.ts'

interface ArticleDetailsProps {
  form: ArticleFormState
  choices: ArticleChoices
  problems: readonly FormProblem[]
  /** Whose titles the article has; undefined: today's. */
  day: string | undefined
}

/** Whose the article is, where it stands, who wrote it and what it reports on. */
export function ArticleDetails({ form, choices, problems, day }: ArticleDetailsProps) {
  const words = useDeskText().form
  const { values, change } = form
  return (
    <div className={styles.details}>
      <HeroField id={values.heroMediaId} onChoose={(id) => change('heroMediaId', id)} />
      <GrowingField
        label={words.fields.kicker}
        initial={values.kicker}
        turn={form.turn}
        onText={(text) => change('kicker', text)}
        maxLength={150}
        hint={words.kickerHint}
      />
      <OwnerField form={form} choices={choices} />
      <Picker
        label={words.fields.categoryIds}
        items={choices.categories}
        chosen={values.categoryIds}
        onAdd={(id) => change('categoryIds', [...values.categoryIds, id])}
        onRemove={(id) => change('categoryIds', without(values.categoryIds, id))}
      />
      <BylinesField form={form} choices={choices} />
      <UnitsField form={form} choices={choices} />
      <GenreField genre={values.genre} genres={choices.genres} onGenre={(genre) => change('genre', genre)} />
      <RelatedField
        ids={values.relatedIds}
        own={form.article?.id}
        known={choices.articles}
        onIds={(relatedIds) => change('relatedIds', relatedIds)}
      />
      <EventFields value={values.event} turn={form.turn} onValue={(event) => change('event', event)} problems={problems} />
      <NamedTitles form={form} day={day} />
      <TitleCheck values={values} day={day} />
    </div>
  )
}

type FieldProps = Omit<ArticleDetailsProps, 'problems' | 'day'>

function OwnerField({ form, choices }: FieldProps) {
  const words = useDeskText().form
  const { article, values, change } = form
  const owners = article
    ? [{ value: article.unit.id, label: article.unit.name }]
    : choices.owners.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))
  return (
    <SelectField
      label={words.fields.unitId}
      value={values.unitId}
      choices={owners}
      onValue={(unitId) => change('unitId', unitId)}
      disabled={article !== null}
      hint={article ? undefined : owners.length > 0 ? words.ownerHint : words.noOwner}
    />
  )
}

function BylinesField({ form: { values, change }, choices }: FieldProps) {
  const words = useDeskText().form
  const { bylines } = values
  return (
    <Picker
      label={words.fields.bylines}
      items={choices.authors}
      chosen={bylines.map((byline) => byline.authorId)}
      onAdd={(authorId) => change('bylines', [...bylines, { authorId, role: 'text' }])}
      onRemove={(id) =>
        change(
          'bylines',
          bylines.filter((byline) => byline.authorId !== id),
        )
      }
      detail={({ id, name }) => (
        <RoleSelect
          label={words.role(name)}
          names={words.bylineRoles}
          value={bylines.find((byline) => byline.authorId === id)?.role ?? 'text'}
          onValue={(role) =>
            change(
              'bylines',
              bylines.map((byline) => (byline.authorId === id ? { ...byline, role } : byline)),
            )
          }
        />
      )}
    />
  )
}

function UnitsField({ form: { values, change }, choices }: FieldProps) {
  const words = useDeskText().form
  const { units } = values
  return (
    <Picker
      label={words.fields.units}
      items={choices.units}
      chosen={units.map((unit) => unit.unitId)}
      onAdd={(unitId) => change('units', [...units, { unitId, role: units.length === 0 ? 'lead' : 'mentioned' }])}
      onRemove={(id) =>
        change(
          'units',
          units.filter((unit) => unit.unitId !== id),
        )
      }
      detail={({ id, name }) => (
        <RoleSelect
          label={words.role(name)}
          names={words.unitRoles}
          value={units.find((unit) => unit.unitId === id)?.role ?? 'mentioned'}
          onValue={(role) =>
            change(
              'units',
              units.map((unit) => (unit.unitId === id ? { ...unit, role } : unit)),
            )
          }
        />
      )}
    />
  )
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((other) => other !== id)
}
