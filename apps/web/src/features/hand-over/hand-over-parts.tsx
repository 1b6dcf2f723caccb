import type { HandOverSheet } from '@bantin/shared/hand-over'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { type ArticleLink, HandOverPart, PartItems, type SheetItem } from './hand-over-part.tsx'
import type { Plan } from './plan.ts'

interface HandOverPartsProps {
  sheet: HandOverSheet
  plan: Plan
  onDecide: (part: Partial<Plan>) => void
  articleLink: ArticleLink
}

/** The parts of the sheet, each with what is there and the decision about it. Of what is not there nothing is asked. */
export function HandOverParts({ sheet, plan, onDecide, articleLink }: HandOverPartsProps) {
  const { parts, choose, choices } = useHandOverText()
  const items = useItems(articleLink)
  const { drafts, inReview, schedules, links, clients, grants } = sheet
  return (
    <>
      <HandOverPart
        isThere={drafts.total + inReview.total > 0}
        legend={choose.articles}
        choices={choices.articles}
        chosen={plan.articles}
        onChoose={(articles) => onDecide({ articles })}
      >
        <PartItems title={parts.drafts(drafts.total)} total={drafts.total} items={drafts.data.map(items.changed)} />
        <PartItems title={parts.inReview(inReview.total)} total={inReview.total} items={inReview.data.map(items.changed)} />
      </HandOverPart>
      <HandOverPart
        isThere={schedules.total > 0}
        legend={choose.schedules}
        choices={choices.schedules}
        chosen={plan.schedules}
        onChoose={(decision) => onDecide({ schedules: decision })}
      >
        <PartItems title={parts.schedules(schedules.total)} total={schedules.total} items={schedules.data.map(items.due)} />
      </HandOverPart>
      <HandOverPart
        isThere={links.total > 0}
        legend={choose.links}
        choices={choices.links}
        chosen={plan.links}
        onChoose={(decision) => onDecide({ links: decision })}
      >
        <PartItems title={parts.links(links.total)} total={links.total} items={links.data.map(items.open)} />
      </HandOverPart>
      <HandOverPart
        isThere={clients.total > 0}
        legend={choose.clients}
        choices={choices.clients}
        chosen={plan.clients}
        onChoose={(decision) => onDecide({ clients: decision })}
      >
        <PartItems title={parts.clients(clients.total)} total={clients.total} items={clients.data.map(items.answeredFor)} />
      </HandOverPart>
      <HandOverPart
        isThere={grants.length > 0}
        legend={choose.grants}
        choices={choices.grants}
        chosen={plan.grants}
        onChoose={(decision) => onDecide({ grants: decision })}
      >
        <PartItems title={parts.grants(grants.length)} total={grants.length} items={grants.map(items.held)} />
      </HandOverPart>
    </>
  )
}

type Item<Part extends 'drafts' | 'inReview' | 'schedules' | 'links' | 'clients'> = HandOverSheet[Part]['data'][number]

/** How the items of each part are told. */
function useItems(articleLink: ArticleLink) {
  const { roles, wholeSite } = useDeskText()
  const words = useHandOverText()
  const locale = useLocale()
  const titled = (id: string, title: string): ReactNode => articleLink(id, title || words.untitled)
  const facts = (...all: (string | null)[]): string => all.filter(Boolean).join(' · ')
  return {
    changed: ({ id, title, unitName, updatedAt }: Item<'drafts'> | Item<'inReview'>): SheetItem => ({
      key: id,
      name: titled(id, title),
      facts: facts(unitName, words.updated(formatMoment(updatedAt, locale))),
    }),
    due: ({ id, title, unitName, publishAt }: Item<'schedules'>): SheetItem => ({
      key: id,
      name: titled(id, title),
      facts: facts(unitName, words.due(formatMoment(publishAt, locale))),
    }),
    open: ({ id, title, linkId, kind, expiresAt }: Item<'links'>): SheetItem => ({
      key: linkId,
      name: titled(id, title),
      facts: facts(words.kinds[kind], words.until(formatMoment(expiresAt, locale))),
    }),
    answeredFor: ({ id, name, unitName, acknowledgedAt }: Item<'clients'>): SheetItem => ({
      key: id,
      name,
      facts: facts(
        unitName ?? wholeSite,
        acknowledgedAt === null ? words.neverAcknowledged : words.acknowledged(formatMoment(acknowledgedAt, locale)),
      ),
    }),
    held: ({ role, unitId, unitName }: HandOverSheet['grants'][number]): SheetItem => ({
      key: `${role} ${unitId}`,
      name: roles[role],
      facts: unitId === null ? wholeSite : (unitName ?? '…'),
    }),
  }
}
