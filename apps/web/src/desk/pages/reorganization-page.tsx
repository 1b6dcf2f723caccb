import { CarriedOut } from '../../features/organization/reorganize/carried-out.tsx'
import { useWizard } from '../../features/organization/reorganize/use-wizard.ts'
import { WizardView } from '../../features/organization/reorganize/wizard-view.tsx'
import { useReorganizationText } from '../../lib/i18n/desk/use-reorganization-text.ts'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import { LeaveGuard } from './leave-guard.tsx'
import styles from './list-page.module.css'
import { OrganizationLinks } from './organization-links.tsx'
import { useUnitTask } from './unit-task.tsx'
import { useTitle } from './use-title.ts'
import { useToday } from './use-today.ts'

/** Units are merged, split, replaced, closed and renamed here, by whoever administers one. */
export function ReorganizationPage() {
  const words = useReorganizationText()
  useTitle(words.title)
  const { mayChangeAny } = useUnitTask(undefined)
  return mayChangeAny ? <Reorganizing /> : <MissingPart />
}

function Reorganizing() {
  const words = useReorganizationText()
  const saying = useSaid()
  const may = useSitePermission()
  const wizard = useWizard(useToday())
  const { shown, parents, mayStandAlone } = useUnitTask(wizard.draft.on || undefined)
  const codes = new Map(shown.map(({ id, code }) => [id, code]))
  const units = parents.map(({ id, name }) => ({ id, name: codes.get(id) ? `${name} (${codes.get(id)})` : name }))
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
      </div>
      <OrganizationLinks />
      <p className={styles.lead}>{words.lead}</p>
      <SaidLine {...saying} />
      <WizardView wizard={wizard} units={units} mayStandAlone={mayStandAlone} saying={saying} />
      {may('reorganizations.undo') ? <CarriedOut saying={saying} /> : null}
      <LeaveGuard unsaved={wizard.isTouched} save={null} lead={words.leave} />
    </div>
  )
}
