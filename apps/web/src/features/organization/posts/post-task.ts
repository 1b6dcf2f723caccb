import type { EditorialPost } from '@bantin/shared/editorial-people'

export type Appointment = EditorialPost['appointments'][number]

/** Somebody gets a post; what is noted of that is changed; or only its last day is. */
export type HoldingTask = { kind: 'add'; post: EditorialPost } | { kind: 'change' | 'end'; post: EditorialPost; appointment: Appointment }

/** What is being done to the posts of a unit; a post that is null is a new one. */
export type PostTask = HoldingTask | { kind: 'post'; post: EditorialPost | null }
