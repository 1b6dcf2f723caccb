import type { PersonField } from '@bantin/shared/organization-import'
import { personSortKey } from '@bantin/shared/person-sort-key'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { periodOf } from '../../lib/periods.ts'
import { noteAllNames } from '../../publication/search/note-names.ts'
import { changedAppointment, changedPerson, changedPost, type Done, doneOf, type WholePlan } from './done-people.ts'
import { findKnownAppointments, findKnownPeople, findKnownPosts, findKnownUnits, findTakenSlugs } from './known.repository.ts'
import { addProblem, type Line } from './lines.ts'
import { newSlug } from './new-slugs.ts'
import { type PersonPlan, type PlannedPerson, planPeople } from './plan-people.ts'
import { type PlannedPost, planPosts } from './plan-posts.ts'
import { takeInParts } from './take-in-parts.ts'
import { insertPeople, updateAppointment, updatePerson, updatePost } from './taken-people.repository.ts'

/** Does what the lines about people say, as far as it can be done. Answers what each came to, in their order. */
export async function takePeople(
  tx: Db,
  lines: Line<PersonField>[],
  codeScheme: string | undefined,
): Promise<{ plans: PersonPlan[]; done: Map<object, Done> }> {
  const known = {
    units: await findKnownUnits(tx),
    people: await findKnownPeople(tx),
    posts: await findKnownPosts(tx),
    appointments: await findKnownAppointments(tx),
  }
  const plans = planPeople(lines, known, codeScheme)
  giveSlugs(plans, await findTakenSlugs(tx, 'nguoi'))
  const posted = new Map(planPosts(plans, known).map((plan) => [plan.line, plan]))
  const able = plans.flatMap((plan): WholePlan[] => {
    const { person, line } = plan
    if (!person || line.problems.length > 0) return []
    const { post, known } = posted.get(line) ?? {}
    return [{ ...plan, person, post, known, appointmentId: known?.id ?? uuidv7() }]
  })
  const done = new Map<object, Done>()
  const keep = (part: WholePlan[]) => {
    const written = new Set<object>()
    for (const plan of part) done.set(plan.line, doneOf(plan, written))
  }
  // Who leaves a post leaves it before another one gets it.
  const isFirst = ({ post, known }: WholePlan) => post === undefined || known !== undefined
  for (const step of [able.filter(isFirst), able.filter((plan) => !isFirst(plan))]) {
    await takeInParts(tx, step.filter(doesAnything), takeMany, keep)
    keep(step.filter(({ line }) => line.problems.length === 0 && !done.has(line)))
  }
  return { plans, done }
}

function giveSlugs(plans: PersonPlan[], taken: Set<string>): void {
  const isAble = ({ line, person }: PersonPlan) => person && !person.isTaken && line.problems.length === 0
  for (const { line, person } of plans.filter(isAble)) {
    if (!person?.slug || person.said.get('name')?.line !== line.line) continue
    if (taken.has(person.slug)) addProblem(line, 'slug', 'taken', 'This is an address of before, which leads elsewhere.')
    taken.add(person.slug)
  }
  for (const { person } of plans.filter(isAble)) {
    if (!person || person.slug !== undefined) continue
    person.slug = newSlug(person.name, taken)
  }
}

function doesAnything(plan: WholePlan): boolean {
  const { person, post, known } = plan
  return (
    !person.isTaken ||
    changedPerson(plan).length > 0 ||
    (post !== undefined && (!known || changedPost(plan).length + changedAppointment(plan).length > 0))
  )
}

async function takeMany(part: Db, plans: WholePlan[]): Promise<void> {
  const people = new Map<PlannedPerson, Record<string, unknown>>()
  const posts = new Map<PlannedPost, Record<string, unknown>>()
  for (const plan of plans) {
    const { person, post, said } = plan
    people.set(person, { ...people.get(person), ...Object.fromEntries(changedPerson(plan)) })
    if (post) posts.set(post, { ...posts.get(post), ...Object.fromEntries(changedPost(plan).map((field) => [field, said[field]])) })
  }
  for (const [person, changed] of people)
    if (person.isTaken && Object.keys(changed).length > 0) await updatePerson(part, person.id, fieldsOf(person, changed))
  for (const [{ id, isTaken }, changed] of posts) if (isTaken && Object.keys(changed).length > 0) await updatePost(part, id, changed)
  for (const plan of plans) await changeAppointment(part, plan)
  await insertPeople(part, {
    people: [...people].flatMap(([person, changed]) =>
      person.isTaken ? [] : [{ id: person.id, slug: person.slug ?? '', ...newFields(person, changed) }],
    ),
    posts: [...posts].flatMap(([{ id, unitId, name, isTaken }, changed]) =>
      isTaken ? [] : [{ id, unitId, name, order: Number(changed.order ?? 0), seniority: Number(changed.seniority ?? 0) }],
    ),
    appointments: plans.flatMap(newAppointment),
  })
  const named = [...people].flatMap(([{ id }, { name }]) => (typeof name === 'string' ? [{ id, name }] : []))
  await noteAllNames(part, 'person', named)
}

function newFields(person: PlannedPerson, { name: _, ...contacts }: Record<string, unknown>) {
  return { fullName: person.name, sortKey: personSortKey(person.name), contacts }
}

function fieldsOf({ contacts }: PlannedPerson, { name, ...changed }: Record<string, unknown>) {
  return {
    ...(typeof name === 'string' && { fullName: name, sortKey: personSortKey(name) }),
    ...(Object.keys(changed).length > 0 && { contacts: { ...contacts, ...changed } }),
  }
}

async function changeAppointment(part: Db, plan: WholePlan): Promise<void> {
  const { known, said } = plan
  if (!known || changedAppointment(plan).length === 0) return
  const { kind = known.kind, decisionNo = known.decisionNo, through = known.through } = said
  await updateAppointment(part, known.id, { kind, decisionNo, period: periodOf({ from: known.from, through }) })
}

function newAppointment({ known, post, person, said, appointmentId }: WholePlan) {
  if (known || !post) return []
  const { kind = 'substantive', decisionNo = null, from = null, through = null } = said
  return [{ id: appointmentId, postId: post.id, personId: person.id, period: periodOf({ from, through }), kind, decisionNo }]
}
