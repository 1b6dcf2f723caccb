import type { EditorialPerson } from '@bantin/shared/editorial-people'
import type { ReactNode } from 'react'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { PageSection } from '../../../ui/page-section.tsx'
import styles from '../organization.module.css'
import { HoldingsTable } from '../posts/holdings-table.tsx'
import { TimeLineView } from '../posts/time-line-view.tsx'

interface PersonAppointmentsProps {
  person: EditorialPerson
  today: string
  unitLink: (unit: { id: string; name: string }) => ReactNode
}

/** What somebody holds, held and will hold: as bars over years, and in words. It is changed at the unit. */
export function PersonAppointments({ person: { appointments }, today, unitLink }: PersonAppointmentsProps) {
  const words = useUnitText()
  const rows = appointments.map(({ id, post, unit, kind, from, through }) => ({
    id,
    name: unit.name,
    bars: [{ id, text: post.name, tone: kind === 'substantive' ? ('plain' as const) : ('light' as const), from, through }],
  }))
  return (
    <PageSection title={words.person.appointments}>
      {appointments.length === 0 ? <p className={styles.soft}>{words.person.noAppointments}</p> : null}
      <TimeLineView rows={rows} today={today} />
      {appointments.length === 0 ? null : (
        <HoldingsTable
          label={words.person.appointments}
          first={words.holding.post}
          today={today}
          lines={appointments.map((appointment) => ({
            ...appointment,
            what: (
              <>
                {appointment.post.name}, {unitLink(appointment.unit)}
              </>
            ),
            actions: null,
          }))}
        />
      )}
    </PageSection>
  )
}
