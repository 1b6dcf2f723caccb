import type { Edition, Life, PersonName, Policy, Revision } from './types.ts'

export const headOf = (life: Life): Revision => life.revisions.at(-1) as Revision
export const newestEdition = (life: Life): Edition | undefined => life.editions.at(-1)
export const isShown = ({ shown }: Life): boolean => shown === 'published' || shown === 'withdrawn'
export const isOwn = (life: Life, person: PersonName): boolean => life.creator === person || life.assignee === person

/** What the category asks for, it asks of what is in it. */
export const policyOf = (life: Life): Policy => (life.askedBy === 'category' && !headOf(life).isWhole ? 'direct' : life.policy)
