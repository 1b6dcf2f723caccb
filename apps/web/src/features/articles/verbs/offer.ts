import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Actor, PublishingPolicy } from '@bantin/shared/permissions'
import { availableVerbs, type DeskVerb, waitsForSecondPerson } from './available-verbs.ts'
import { newSubject } from './situation.ts'
import { placesOf, type VerbPlaces } from './verb-places.ts'

/** What the page of an article offers this person. */
export interface Offer {
  available: DeskVerb[]
  places: VerbPlaces
  /** Otherwise the text is there to read. */
  editable: boolean
  /** All that stands in the way of approving is that this person wrote last. */
  waitsForSecond: boolean
}

/** An article that is not there yet: whose it will be, and how many people a publication will need as far as that is known. */
export interface Proposed {
  unitPath: string[]
  policy: PublishingPolicy
}

const withoutArticle = new Set<DeskVerb>(['edit', 'submit', 'publish', 'schedule', 'publishForced'])

/** What is offered of an article, or of a new one. */
export function offerOf(actor: Actor, article: EditorialArticle | null, proposed: Proposed, unsaved: boolean): Offer {
  const subject = article ?? newSubject(actor, proposed.unitPath, proposed.policy)
  const available = availableVerbs(actor, subject, unsaved).filter((verb) => article !== null || withoutArticle.has(verb))
  return {
    available,
    places: placesOf(available, subject),
    // Who may write nowhere is told so by the form itself.
    editable: article === null || available.includes('edit'),
    waitsForSecond: article !== null && waitsForSecondPerson(actor, article, unsaved),
  }
}
