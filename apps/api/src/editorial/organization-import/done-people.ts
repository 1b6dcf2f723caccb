import type { LineOutcome } from '@bantin/shared/organization-import'
import type { AuditEntry } from '../../db/audit.ts'
import type { ShownThing } from '../../publication/change-organization.ts'
import type { KnownAppointment } from './known.repository.ts'
import type { PersonPlan, PlannedPerson } from './plan-people.ts'
import type { PlannedPost } from './plan-posts.ts'

/** A line about somebody, and where it is about a post, the post and the appointment that there is. */
export interface WholePlan extends PersonPlan {
  person: PlannedPerson
  post: PlannedPost | undefined
  known: KnownAppointment | undefined
  appointmentId: string
}

/** What a line came to: for its answer, the log and the feed. */
export interface Done {
  outcome: Exclude<LineOutcome, 'refused'>
  fields: string[]
  deeds: AuditEntry[]
  shown: ShownThing[]
}

/** What the line says of the person that is not so by now. */
export function changedPerson({ person, said: { name, contacts } }: WholePlan): [string, string][] {
  const said = { ...contacts, ...(name !== undefined && { name }) }
  return Object.entries(said).filter(([field, value]) => value !== undefined && person.now[field] !== value) as [string, string][]
}

/** The same of the post. */
export function changedPost({ post, said }: WholePlan): ('order' | 'seniority')[] {
  return (['order', 'seniority'] as const).filter((field) => said[field] !== undefined && said[field] !== post?.now[field])
}

/** The same of the appointment that there is. */
export function changedAppointment({ known, said }: WholePlan): ('kind' | 'decisionNo' | 'through')[] {
  if (!known) return []
  return (['kind', 'decisionNo', 'through'] as const).filter((field) => said[field] !== undefined && said[field] !== known[field])
}

/**
 * What was done for a line that is taken, after which the person and the post are as it says. `written` are those that lines taken together
 * with it have changed: they get one version with it.
 */
export function doneOf(plan: WholePlan, written: Set<object>): Done {
  const { person, post, known, unitId } = plan
  const [ofPerson, ofPost, ofAppointment] = [changedPerson(plan), post ? changedPost(plan) : [], changedAppointment(plan)]
  const isNewPerson = !person.isTaken
  const isNewPost = post !== undefined && !post.isTaken
  const isNewAppointment = post !== undefined && known === undefined
  const deeds = [
    deedOf(written, 'person', person, isNewPerson, Object.fromEntries(ofPerson), isNewPerson && { name: person.name }),
    post && deedOf(written, 'post', post, isNewPost, pick(plan, ofPost), isNewPost && { unitId: post.unitId, name: post.name }),
    post &&
      deedOf(
        written,
        'appointment',
        known ?? { id: plan.appointmentId, version: 1 },
        isNewAppointment,
        pick(plan, ofAppointment),
        isNewAppointment && { postId: post.id, personId: person.id },
      ),
  ].flatMap((deed) => deed ?? [])
  Object.assign(person.now, Object.fromEntries(ofPerson))
  const { name: _, ...contacts } = Object.fromEntries(ofPerson)
  Object.assign(person.contacts, contacts)
  person.isTaken = true
  if (post) {
    Object.assign(post.now, pick(plan, ofPost))
    post.isTaken = true
  }
  const isNew = isNewPerson || isNewAppointment
  const fields = isNew ? [] : [...ofPerson.map(([field]) => field), ...ofPost, ...ofAppointment]
  const things = [{ entity: 'person' as const, id: person.id }, ...(unitId === undefined ? [] : [{ entity: 'unit' as const, id: unitId }])]
  return { outcome: isNew ? 'created' : fields.length > 0 ? 'changed' : 'unchanged', fields, deeds, shown: deeds.length > 0 ? things : [] }
}

function pick({ said }: WholePlan, fields: readonly (keyof WholePlan['said'])[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, said[field]]))
}

/** For the log; the thing has its next version then. */
function deedOf(
  written: Set<object>,
  entity: string,
  thing: { id: string; version: number },
  isNew: boolean,
  changed: Record<string, unknown>,
  made: object | false,
): AuditEntry | undefined {
  const fields = Object.keys(changed)
  if (!isNew && fields.length === 0) return undefined
  if (!isNew && !written.has(thing)) thing.version += 1
  written.add(thing)
  const detail = isNew ? { ...changed, ...made } : changed
  return {
    action: `${entity}.${isNew ? 'create' : 'edit'}`,
    entity,
    entityId: thing.id,
    version: thing.version,
    fields: isNew ? [] : fields,
    detail,
  }
}
