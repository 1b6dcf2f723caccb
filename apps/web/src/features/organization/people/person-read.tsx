import type { EditorialPerson } from '@bantin/shared/editorial-people'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { PageSection } from '../../../ui/page-section.tsx'
import styles from '../organization.module.css'
import { saidOf } from './person-values.ts'
import photo from './photo-field.module.css'
import type { PhotoLoan } from './photo-field.tsx'

/** What is said of somebody, for those who may only look. */
export function PersonRead({ person, picture }: { person: EditorialPerson; picture: PhotoLoan['picture'] }) {
  const organization = useOrganizationText()
  const words = useUnitText()
  const shown = Object.entries(saidOf(person, words, organization)).filter(
    ([name, value]) => value !== '' && name !== words.person.photo.label,
  )
  return (
    <PageSection title={words.person.title}>
      {person.photoMediaId ? <div className={photo.photo}>{picture(person.photoMediaId)}</div> : null}
      <dl className={styles.facts}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  )
}
