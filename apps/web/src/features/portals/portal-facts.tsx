import type { Client, ClientPatch } from '@bantin/shared/clients'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { PageSection } from '../../ui/page-section.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useVersionedForm } from '../../ui/use-versioned-form.ts'
import { PortalFields } from './portal-fields.tsx'
import { changesOf, portalFactsOf, readPortal } from './portal-values.ts'
import { portalQuery, savePortalMutation } from './portals.api.ts'
import styles from './portals.module.css'
import { useRefusal } from './use-refusal.ts'

/** What is noted of a portal, to change. */
export function PortalFacts({ portal, saying }: { portal: Client; saying: Saying }) {
  const words = usePortalsText()
  const edit = useFacts(portal, saying)
  const { form, shown } = edit
  return (
    <PageSection title={words.one.facts}>
      <p className={styles.soft}>{portal.unit ? words.ofUnit(portal.unit.name) : words.wholeSite}</p>
      <AskForm key={edit.key} form={form} busy={edit.busy} className={styles.fields} onInput={edit.typed}>
        <PortalFields shown={shown} responsible={shown.responsible} problems={form.problems} onChange={edit.typed} />
        <SaveBar isChanged={edit.isTyped} busy={edit.busy} onSave={form.submit} onUndo={edit.undo} />
      </AskForm>
    </PageSection>
  )
}

/** The same for those who may only look. */
export function PortalRead({ portal }: { portal: Client }) {
  const words = usePortalsText()
  return (
    <PageSection title={words.one.facts}>
      <dl className={styles.facts}>
        {Object.entries(portalFactsOf(portal, words, useLocale())).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </PageSection>
  )
}

function useFacts(portal: Client, saying: Saying) {
  const words = usePortalsText()
  const locale = useLocale()
  const client = useQueryClient()
  const { mutateAsync: save } = useMutation(savePortalMutation())
  return useVersionedForm<Client, ClientPatch>(
    portal,
    saying,
    {
      shownOf: (thing) => portalFactsOf(thing, words, locale),
      read: (filled, shown) => {
        const read = readPortal(filled, words)
        return 'wrong' in read ? read : { send: changesOf(read.send, shown) }
      },
      save,
      readAgain: () => client.fetchQuery(portalQuery(portal.id)),
      saved: words.saved,
    },
    { stale: words.stale, refusal: useRefusal() },
  )
}
