import { publishingPolicies } from '@bantin/shared/permissions'
import type { PolicyOf, Settings } from '@bantin/shared/settings'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { AddStricter } from './add-stricter.tsx'
import type { Kind, PolicyChange } from './settings.api.ts'
import styles from './stricter-list.module.css'
import { type StricterPolicy, stricterPolicies } from './stricter-policies.ts'

interface StricterListProps {
  kind: Kind
  settings: Settings
  /** All there are, to choose from. */
  items: readonly NamedItem[]
  mayChange: boolean
  busy: boolean
  /** Sends a change and what to say of it; false when it was refused. */
  onChange: (change: PolicyChange, said: string) => Promise<boolean>
}

/** The units, or the categories, that ask for more than the site. */
export function StricterList({ kind, settings, items, mayChange, busy, onChange }: StricterListProps) {
  const words = useSettingsText().stricter
  const listed = settings[kind]
  const others = items.filter((item) => !listed.some(({ id }) => id === item.id))
  const canAdd = mayChange && settings.publishingPolicy !== 'strict'
  return (
    <section className={styles.list} aria-labelledby={`stricter-${kind}`}>
      <h3 id={`stricter-${kind}`}>{words[kind].title}</h3>
      {listed.length === 0 ? <p className={styles.empty}>{words[kind].empty}</p> : null}
      <ul className={styles.rows} hidden={listed.length === 0}>
        {listed.map((place) => (
          <li key={place.id} className={styles.row}>
            {mayChange ? (
              <Changing kind={kind} place={place} settings={settings} busy={busy} onChange={onChange} />
            ) : (
              <Reading place={place} settings={settings} />
            )}
          </li>
        ))}
      </ul>
      {canAdd ? <AddStricter kind={kind} items={others} site={settings.publishingPolicy} busy={busy} onChange={onChange} /> : null}
    </section>
  )
}

interface PlaceProps {
  place: PolicyOf
  settings: Settings
}

function Changing({ kind, place, settings, busy, onChange }: PlaceProps & Pick<StricterListProps, 'kind' | 'busy' | 'onChange'>) {
  const words = useSettingsText().stricter
  const { id, name, version } = place
  const change = (policy: StricterPolicy | null, said: string) => void onChange({ kind, id, name, version, policy }, said)
  return (
    <>
      <SelectField
        label={name}
        value={place.publishingPolicy ?? ''}
        choices={stricterPolicies.map((value) => ({ value, label: words.policies[value] }))}
        onValue={(value) => change(value as StricterPolicy, words.changed(name))}
        hint={isNoStricter(place, settings) ? words.noMore : undefined}
        disabled={busy}
      />
      <ConfirmButton
        aria-label={words.remove(name)}
        busy={busy}
        title={words.removeTitle(name)}
        lead={words.removeLead}
        confirm={words.removeConfirm}
        onConfirm={() => change(null, words.removed(name))}
      >
        {words.removeConfirm}
      </ConfirmButton>
    </>
  )
}

function Reading({ place, settings }: PlaceProps) {
  const words = useSettingsText().stricter
  return (
    <p>
      <strong>{place.name}</strong>
      <span className={styles.note}>
        {words.policies[place.publishingPolicy ?? 'review']}
        {isNoStricter(place, settings) ? ` (${words.noMore})` : null}
      </span>
    </p>
  )
}

/** The site has caught up with it: it stays, for the day on which the site asks for less again. */
function isNoStricter({ publishingPolicy }: PolicyOf, site: Settings): boolean {
  const strictness = (policy: Settings['publishingPolicy']) => publishingPolicies.indexOf(policy)
  return publishingPolicy !== null && strictness(publishingPolicy) <= strictness(site.publishingPolicy)
}
