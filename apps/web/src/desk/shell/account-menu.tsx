import { Menu } from '@base-ui/react/menu'
import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sitePaths } from '../../lib/paths.ts'
import { useMe } from '../../lib/use-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useDeskLocale } from '../locale.ts'
import styles from './account-menu.module.css'

/** Who is signed in, and the ways out. */
export function AccountMenu() {
  const words = useDeskText()
  const me = useMe()
  const router = useRouter()
  const [locale, setLocale] = useDeskLocale()
  const place = useRef<HTMLSpanElement>(null)
  // By the door, so that the guard of unsaved text is passed on the way.
  const signOut = () => void router.navigate({ to: '/dang-nhap', state: { signOut: true } })
  const paths = sitePaths(useLocale())
  return (
    <Menu.Root>
      <span ref={place} />
      <Menu.Trigger className={styles.trigger}>
        <Icon name="person" />
        <span className={styles.name}>{me.name}</span>
        <Icon name="open" />
      </Menu.Trigger>
      <Menu.Portal container={place}>
        <Menu.Positioner className={styles.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={styles.popup}>
            <Menu.Group>
              <Menu.GroupLabel className={styles.who}>
                <strong>{me.name}</strong>
                {me.grants.map((grant) => (
                  <span key={grant.role + grant.unitId}>
                    {words.roles[grant.role]}, {grant.unitName ?? words.wholeSite}
                  </span>
                ))}
              </Menu.GroupLabel>
              <Menu.LinkItem className={styles.item} href={paths.home} target="_blank" rel="noreferrer">
                {words.site}
              </Menu.LinkItem>
              <Menu.Item
                className={styles.item}
                lang={locale === 'vi' ? 'en' : 'vi'}
                onClick={() => setLocale(locale === 'vi' ? 'en' : 'vi')}
              >
                {words.language}
              </Menu.Item>
              <Menu.Item className={styles.item} onClick={signOut}>
                {words.signOut}
              </Menu.Item>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
