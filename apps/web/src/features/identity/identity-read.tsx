import type { SiteIdentity } from '@bantin/shared/site-identity'
import { menuPlaces } from '@bantin/shared/site-places'
import { useIdentityText } from '../../lib/i18n/desk/use-identity-text.ts'
import { PageSection } from '../../ui/page-section.tsx'
import styles from './identity-read.module.css'
import { contacts, texts } from './identity-values.ts'

/** Who publishes the portal, for those who may not change it. */
export function IdentityRead({ identity }: { identity: SiteIdentity }) {
  const words = useIdentityText()
  const said = [
    ...texts.map((name) => [words.names[name], identity[name]]),
    ...contacts.map((name) => [words.contacts[name], identity.contacts[name]]),
  ].filter(([, value]) => value)
  return (
    <>
      <dl className={styles.read}>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {menuPlaces.map((place) => (
        <PageSection key={place} title={words.menus[place].title}>
          <MenuRead items={identity.menus.find(({ name }) => name === place)?.items ?? []} />
        </PageSection>
      ))}
    </>
  )
}

function MenuRead({ items }: { items: SiteIdentity['menus'][number]['items'] }) {
  const words = useIdentityText().menus
  if (items.length === 0) return <p className={styles.soft}>{words.none}</p>
  return (
    <ol className={styles.items}>
      {[...items.entries()].map(([place, { name, url }]) => (
        <li key={place}>
          {name} <span className={styles.soft}>{url}</span>
        </li>
      ))}
    </ol>
  )
}
