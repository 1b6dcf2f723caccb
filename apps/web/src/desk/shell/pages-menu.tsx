import { Menu } from '@base-ui/react/menu'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { useAnyClientPermission } from '../use-client-permission.ts'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import { useSitePermission } from '../use-site-permission.ts'
import { useUserPermission } from '../use-user-permission.ts'
import account from './account-menu.module.css'
import shell from './desk-shell.module.css'
import styles from './pages-menu.module.css'

const pages = [
  { name: 'articles', to: '/ban-bien-tap/bai' },
  { name: 'media', to: '/ban-bien-tap/thu-vien' },
  { name: 'home', to: '/ban-bien-tap/trang-chu', action: 'home.read' },
  { name: 'redirects', to: '/ban-bien-tap/dia-chi-cu', action: 'redirects.read' },
  { name: 'searches', to: '/ban-bien-tap/tim-kiem', action: 'searches.read' },
  { name: 'figures', to: '/ban-bien-tap/thong-ke', action: 'analytics.read' },
  { name: 'organization', to: '/ban-bien-tap/don-vi', organization: 'organization.read' },
  { name: 'portals', to: '/ban-bien-tap/cong-nhan-tin', clients: 'clients.read' },
  { name: 'users', to: '/ban-bien-tap/nguoi-dung', anywhere: 'users.read' },
  { name: 'identity', to: '/ban-bien-tap/thong-tin-cong', action: 'settings.read' },
  { name: 'settings', to: '/ban-bien-tap/quy-trinh', action: 'settings.read' },
  { name: 'audit', to: '/ban-bien-tap/nhat-ky', action: 'audit.read' },
] as const

type Page = (typeof pages)[number]

/** So many names stand side by side on a screen of 80 rem; an administrator has more, of which each asks for a screen that much wider. */
const [fitting, eachMore] = [8, 6]

/** The name of the desk with its pages, as far as they are there for this person; on a narrow screen the name opens them. */
export function PagesMenu() {
  const may = useSitePermission()
  const mayAnywhere = useUserPermission()
  const mayOrganize = useOrganizationPermission()
  const mayOfClients = useAnyClientPermission()
  const own = pages.filter((page) => {
    if ('anywhere' in page) return mayAnywhere(page.anywhere)
    if ('clients' in page) return mayOfClients(page.clients)
    if ('organization' in page) return mayOrganize(page.organization, null)
    return !('action' in page) || may(page.action)
  })
  const hasRoom = useMedia(`(min-width: ${80 + eachMore * Math.max(0, own.length - fitting)}rem)`)
  if (own.length > 1 && !hasRoom) return <Folded pages={own} />
  return (
    <>
      <Brand />
      {own.length > 1 ? <Row pages={own} /> : null}
    </>
  )
}

function Brand() {
  const words = useDeskText()
  return (
    <Link to="/ban-bien-tap/bai" className={shell.brand}>
      {words.desk}
    </Link>
  )
}

function Row({ pages }: { pages: readonly Page[] }) {
  const words = useDeskText()
  return (
    <nav className={styles.row} aria-label={words.pages}>
      {pages.map(({ name, to }) => (
        <Link key={name} to={to} className={styles.link}>
          {words.pageNames[name]}
        </Link>
      ))}
    </nav>
  )
}

function Folded({ pages }: { pages: readonly Page[] }) {
  const words = useDeskText()
  const place = useRef<HTMLElement>(null)
  return (
    <nav ref={place} className={styles.folded} aria-label={words.pages}>
      <Menu.Root>
        <Menu.Trigger className={account.trigger}>
          <Icon name="menu" />
          <span className={shell.brand}>{words.desk}</span>
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner className={account.positioner} align="start" sideOffset={4}>
            <Menu.Popup className={account.popup}>
              {pages.map(({ name, to }) => (
                <Menu.LinkItem key={name} className={account.item} closeOnClick render={<Link to={to} />}>
                  {words.pageNames[name]}
                </Menu.LinkItem>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </nav>
  )
}
