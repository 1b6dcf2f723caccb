import { ExportButtons } from '../../features/organization/import/export-buttons.tsx'
import { ImportView } from '../../features/organization/import/import-view.tsx'
import { useTableImport } from '../../features/organization/import/use-table-import.ts'
import { useImportText } from '../../lib/i18n/desk/use-import-text.ts'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart } from '../shell/screens.tsx'
import { useOrganizationPermission } from '../use-organization-permission.ts'
import { LeaveGuard } from './leave-guard.tsx'
import styles from './list-page.module.css'
import { OrganizationLinks } from './organization-links.tsx'
import { useTitle } from './use-title.ts'

/** Units and people come in from tables here, for administrators of the site, and go out, for whoever reads the organization. */
export function ImportPage() {
  const words = useImportText()
  useTitle(words.pageTitle)
  return useOrganizationPermission()('organization.read', []) ? <Tables /> : <MissingPart />
}

function Tables() {
  const words = useImportText()
  const saying = useSaid()
  const mayImport = useOrganizationPermission()('units.change', null)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{words.pageTitle}</h1>
      </div>
      <OrganizationLinks />
      <p className={styles.lead}>{mayImport ? words.lead : words.readerLead}</p>
      <SaidLine {...saying} />
      {mayImport ? <Importing saying={saying} /> : null}
      <ExportButtons saying={saying} />
    </div>
  )
}

function Importing({ saying }: { saying: Saying }) {
  const words = useImportText()
  const work = useTableImport()
  return (
    <>
      <ImportView work={work} saying={saying} />
      <LeaveGuard unsaved={work.draft !== null && !work.isTaken} save={null} lead={words.leave} />
    </>
  )
}
