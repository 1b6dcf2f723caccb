import type { Me } from '@bantin/shared/auth'
import { Menu } from '@base-ui/react/menu'
import { Link, useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { useMe } from '../../lib/use-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useDeskLocale } from '../locale.ts'
import styles from './account-menu.module.css'

/** Who is signed in, and the ways out. */
export function AccountMenu() {
  const me = useMe()
  const place = useRef<HTMLSpanElement>(null)
  return (
    <Menu.Root>
      <span ref={place} />
      <Menu.Trigger className={styles.trigger} aria-label={me.name}>
        <Icon name="person" />
        <span className={styles.name}>{me.name}</span>
        <Icon name="open" />
      </Menu.Trigger>
      <Menu.Portal container={place}>
        <Menu.Positioner className={styles.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={styles.popup}>
            <Menu.Group>
              <Account me={me} />
              <Ways />
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Account({ me }: { me: Me }) {
  const words = useDeskText()
  return (
    <Menu.GroupLabel className={styles.who}>
      <strong>{me.name}</strong>
      {me.grants.map((grant) => (
        <span key={grant.role + grant.unitId}>
          {words.roles[grant.role]}, {grant.unitName ?? words.wholeSite}
        </span>
      ))}
    </Menu.GroupLabel>
  )
}

function Ways() {
  const words = useDeskText()
  const router = useRouter()
  const [locale, setLocale] = useDeskLocale()
  const other = locale === 'vi' ? 'en' : 'vi'
  // By the door, so that the guard of unsaved text is passed on the way.
  const signOut = () => void router.navigate({ to: '/dang-nhap', state: { signOut: true } })
  return (
    <>
      <Menu.LinkItem className={styles.item} closeOnClick render={<Link to="/ban-bien-tap/tai-khoan" />}>
        {words.account}
      </Menu.LinkItem>
      <Menu.LinkItem className={styles.item} href={sitePaths(locale).home} target="_blank" rel="noreferrer">
        {words.site}
      </Menu.LinkItem>
      <Menu.Item className={styles.item} lang={other} onClick={() => setLocale(other)}>
        {words.language}
      </Menu.Item>
      <Menu.Item className={styles.item} onClick={signOut}>
        {words.signOut}
      </Menu.Item>
    </>
  )
}
