import type { ReorganizationEffects } from '@bantin/shared/reorganizations'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useReorganizationText } from '../../../lib/i18n/desk/use-reorganization-text.ts'
import styles from '../organization.module.css'

/** How many single things a reorganization does; articles stay, and are none of them. */
export function countEffects({ made, ended, renamed, moved, appointments, joined, left, roles }: ReorganizationEffects): number {
  return [made, ended, renamed, moved, appointments, joined, left, roles].reduce((sum, { length }) => sum + length, 0)
}

/** Everything that a reorganization does, in sentences, by what it does it to. */
export function EffectsView({ effects }: { effects: ReorganizationEffects }) {
  const groups = useGroups(effects)
  return groups.map(({ title, lines }) => (
    <section key={title} className={styles.lines}>
      <h3>{`${title} (${lines.length})`}</h3>
      <ul className={styles.lines}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  ))
}

function useGroups(effects: ReorganizationEffects) {
  const { groups, effect } = useReorganizationText()
  const { roles } = useDeskText()
  const { made, ended, renamed, moved, appointments, joined, left } = effects
  const said = {
    made: made.map(({ id, name }) => ({ key: id, text: effect.made(name) })),
    ended: ended.map(({ id, name, successors }) => ({ key: id, text: effect.ended(name, successors.map((one) => one.name).join(', ')) })),
    renamed: renamed.map(({ id, name, before }) => ({ key: id, text: effect.renamed(before, name) })),
    moved: moved.map(({ id, name, below }) => ({ key: id, text: effect.moved(name, below?.name ?? null) })),
    appointments: appointments.map(({ id, person, post, unit, goesOnIn }) => ({
      key: id,
      text: effect.appointment({ person: person.name, post, unit: unit.name, goesOnIn: goesOnIn?.name ?? null }),
    })),
    joined: joined.map(({ bloc, unit }) => ({ key: bloc.id + unit.id, text: effect.joined(unit.name, bloc.name) })),
    left: left.map(({ bloc, unit }) => ({ key: bloc.id + unit.id, text: effect.left(unit.name, bloc.name) })),
    roles: effects.roles.map(({ user, role, unit }) => ({
      key: user.id + role + unit.id,
      text: effect.role({ user: user.name, role: roles[role], unit: unit.name }),
    })),
  }
  return (Object.keys(said) as (keyof typeof said)[])
    .map((name) => ({ title: groups[name], lines: said[name] }))
    .filter(({ lines }) => lines.length > 0)
}
