import styles from './role-select.module.css'

interface RoleSelectProps<Role extends string> {
  label: string
  names: Record<Role, string>
  value: Role
  onValue: (role: Role) => void
}

/** The role of one chosen person or unit, beside its name. */
export function RoleSelect<Role extends string>({ label, names, value, onValue }: RoleSelectProps<Role>) {
  return (
    <select className={styles.role} aria-label={label} value={value} onChange={(event) => onValue(event.target.value as Role)}>
      {(Object.keys(names) as Role[]).map((role) => (
        <option key={role} value={role}>
          {names[role]}
        </option>
      ))}
    </select>
  )
}
