import type { EditorialPersonCard } from '@bantin/shared/editorial-people'
import type { ReactNode } from 'react'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import styles from './people-list.module.css'

interface PeopleListProps {
  people: readonly EditorialPersonCard[]
  /** The link to somebody's page around the name. */
  link: (person: { id: string }, name: string) => ReactNode
}

/** People with the posts that they hold today. */
export function PeopleList({ people, link }: PeopleListProps) {
  const words = useUnitText().people
  return (
    <ul className={styles.people} aria-label={words.title}>
      {people.map((person) => (
        <li key={person.id} className={styles.person}>
          <p className={styles.name}>{link(person, person.name)}</p>
          {person.posts.length === 0 ? <p className={styles.soft}>{words.noPosts}</p> : null}
          {person.posts.map(({ appointmentId, post, unit }) => (
            <p key={appointmentId} className={styles.soft}>
              {words.postIn(post, unit.name)}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
