import { useQuery } from '@tanstack/react-query'
import { categoryChoicesQuery } from '../../features/categories/category-choices.api.ts'
import { GenreList } from '../../features/settings/genre-list.tsx'
import { SecondFactorRule } from '../../features/settings/second-factor-rule.tsx'
import { settingsQuery } from '../../features/settings/settings.api.ts'
import { SitePolicy } from '../../features/settings/site-policy.tsx'
import { StricterPlaces } from '../../features/settings/stricter-places.tsx'
import { inTreeOrder } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { useMe } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { WaitingPart } from '../shell/screens.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import { OwnAccount } from './own-account.tsx'
import { Permitted } from './permitted.tsx'
import styles from './settings-page.module.css'
import { useTitle } from './use-title.ts'

/** How many people a publication needs, of the site and where it is stricter; what kinds of pieces there are, and how those who publish sign in. */
export function SettingsPage() {
  const words = useSettingsText()
  useTitle(words.title)
  return (
    <Permitted action="settings.read">
      <div className={styles.page}>
        <h1>{words.title}</h1>
        <Policies />
      </div>
    </Permitted>
  )
}

function Policies() {
  const mayChange = useSitePermission()('settings.change') ?? false
  const { secondFactor } = useMe()
  const settings = useQuery(settingsQuery())
  const units = useQuery({ ...unitsQuery(), enabled: mayChange })
  const categories = useQuery({ ...categoryChoicesQuery(), enabled: mayChange })
  if (settings.isPending) return <WaitingPart />
  if (!settings.data) return <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
  const failed = [units, categories].filter(({ isError }) => isError)
  const items = { units: inTreeOrder(units.data ?? []), categories: categories.data ?? [] }
  return (
    <>
      <SitePolicy settings={settings.data} mayChange={mayChange} />
      <StricterPlaces settings={settings.data} items={items} mayChange={mayChange} />
      <GenreList settings={settings.data} mayChange={mayChange} />
      <SecondFactorRule
        settings={settings.data}
        mayChange={mayChange}
        isOwnOn={secondFactor.isOn}
        ownAccount={(text) => <OwnAccount text={text} />}
      />
      {failed[0] ? <ErrorNotice error={failed[0].error} onRetry={() => void Promise.all(failed.map(({ refetch }) => refetch()))} /> : null}
    </>
  )
}
