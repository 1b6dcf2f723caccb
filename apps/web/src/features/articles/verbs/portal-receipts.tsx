import type { PortalReceipt, Receipt } from '@bantin/shared/article-verbs'
import { useQuery } from '@tanstack/react-query'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import styles from './outcome-line.module.css'
import { articleReceiptQuery } from './verbs.api.ts'

interface PortalReceiptsProps {
  articleId: string
  receipt: Receipt
}

/** Which portals have taken over what was just done, asked again until all of them have. Whoever reads something else is not interrupted. */
export function PortalReceipts({ articleId, receipt }: PortalReceiptsProps) {
  const words = useDeskText().verbs.portals
  const isTold = receipt.portals.length > 0
  const { data, dataUpdatedAt } = useQuery({ ...articleReceiptQuery(articleId, receipt.seq), enabled: isTold })
  if (!isTold) return null
  const since = Date.parse(data?.entry?.at ?? receipt.at)
  const minutes = Math.max(0, Math.floor((dataUpdatedAt - since) / 60_000))
  return (
    <div className={styles.served} aria-live="off">
      <p>{words.title}</p>
      <ul>
        {(data?.portals ?? receipt.portals).map((portal) => (
          <li key={`${portal.name} ${portal.acknowledgedAt}`}>
            {portal.name}: {say(portal, minutes, words)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function say({ hasReceived }: PortalReceipt, minutes: number, words: DeskWords['verbs']['portals']): string {
  if (hasReceived) return words.received
  return minutes === 0 ? words.waiting : words.late(minutes)
}
