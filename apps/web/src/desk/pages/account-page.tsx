import { OwnEmail } from '../../features/account/own-email.tsx'
import { Password } from '../../features/account/password.tsx'
import { Profile } from '../../features/account/profile.tsx'
import { SecondFactor } from '../../features/account/second-factor/second-factor.tsx'
import { Sessions } from '../../features/account/sessions.tsx'
import { TrustedDevices } from '../../features/account/trusted-devices.tsx'
import { useOwnAccount } from '../../features/account/use-own-account.ts'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { WaitingPart } from '../shell/screens.tsx'
import styles from './settings-page.module.css'
import { useTitle } from './use-title.ts'

/** One's own account: profile, e-mail, password, second factor, where it is signed in. */
export function AccountPage() {
  const words = useAccountText()
  useTitle(words.title)
  return (
    <div className={styles.page}>
      <h1>{words.title}</h1>
      <Sections />
    </div>
  )
}

function Sections() {
  const account = useOwnAccount()
  if (account.isPending) return <WaitingPart />
  if (!account.data) return <ErrorNotice error={account.error} onRetry={() => void account.refetch()} />
  return (
    <>
      <Profile me={account.data} />
      <OwnEmail me={account.data} />
      <Password />
      <SecondFactor me={account.data} />
      <Sessions />
      <TrustedDevices me={account.data} />
    </>
  )
}
