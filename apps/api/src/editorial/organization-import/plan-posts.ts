import { v7 as uuidv7 } from 'uuid'
import type { KnownAppointment, KnownPost } from './known.repository.ts'
import { addProblem } from './lines.ts'
import { type KnownOrganization, type PersonPlan, type PlannedPerson, say } from './plan-people.ts'

/** A post that lines are about, with who is in it: as it is known, and as lines say. */
export interface PlannedPost {
  id: string
  unitId: string
  name: string
  said: Map<string, { value: string | number; line: number }>
  holders: Holder[]
  /** As it is by now; a new one has no place yet. */
  now: { order?: number; seniority?: number }
  version: number
  isTaken: boolean
}

interface Holder {
  personId: string
  kind: string
  from: string | null
  through: string | null
  /** Whether a line of the table says so. */
  isSaid: boolean
}

/** A line about somebody in a post, of which the post and the appointment are known, where there is one. */
export interface PostedPlan extends PersonPlan {
  person: PlannedPerson
  post: PlannedPost
  known: KnownAppointment | undefined
}

/**
 * Finds for each line that can be taken which appointment it is about, or into which post it puts somebody. A unit has so many posts of a name
 * as there are, and more where the table itself has more people in them on a day.
 */
export function planPosts(plans: PersonPlan[], known: KnownOrganization): PostedPlan[] {
  const groups = new Map<string, PersonPlan[]>()
  for (const plan of plans) {
    if (plan.line.problems.length > 0 || plan.unitId === undefined) continue
    const key = `${plan.unitId} ${plan.said.post}`
    groups.set(key, [...(groups.get(key) ?? []), plan])
  }
  const posts = new Map<string, KnownPost[]>()
  for (const post of known.posts) posts.set(`${post.unitId} ${post.name}`, [...(posts.get(`${post.unitId} ${post.name}`) ?? []), post])
  const appointments = new Map<string, KnownAppointment[]>()
  for (const one of known.appointments) appointments.set(one.postId, [...(appointments.get(one.postId) ?? []), one])
  return [...groups].flatMap(([key, group]) => planGroup(group, posts.get(key) ?? [], appointments))
}

function planGroup(group: PersonPlan[], knownPosts: KnownPost[], appointments: Map<string, KnownAppointment[]>): PostedPlan[] {
  const posts = knownPosts.map(
    ({ id, unitId, name, order, seniority, version }): PlannedPost => ({
      ...{ id, unitId, name, version, said: new Map(), holders: [], isTaken: true },
      now: { order, seniority },
    }),
  )
  const matched = matchKnown(
    group,
    knownPosts.flatMap(({ id }) => appointments.get(id) ?? []),
  )
  const lineOf = new Map([...matched].map(([plan, { id }]) => [id, plan]))
  for (const post of posts) {
    post.holders = (appointments.get(post.id) ?? []).map((one) => {
      const said = lineOf.get(one.id)?.said
      return {
        personId: one.personId,
        kind: said?.kind ?? one.kind,
        from: one.from,
        through: said?.through ?? one.through,
        isSaid: said !== undefined,
      }
    })
  }
  return group.flatMap((plan) => {
    const { person, line, said } = plan
    if (!person || line.problems.length > 0) return []
    const known = matched.get(plan)
    const post = known ? posts.find(({ id }) => id === known.postId) : findPlace(plan, person, posts)
    if (!post) return []
    say(line, post.said, { order: said.order, seniority: said.seniority })
    return [{ ...plan, person, post, known }]
  })
}

/** Which lines are about appointments that there are: of the same first day, else, where a line says none, of the newest. */
function matchKnown(group: PersonPlan[], appointments: KnownAppointment[]): Map<PersonPlan, KnownAppointment> {
  const free = new Set(appointments)
  const matched = new Map<PersonPlan, KnownAppointment>()
  const match = (plan: PersonPlan, isMeant: (one: KnownAppointment) => boolean) => {
    const found = [...free].filter((one) => one.personId === plan.person?.id && isMeant(one)).at(-1)
    if (!found || matched.has(plan)) return
    matched.set(plan, found)
    free.delete(found)
  }
  const first = new Map<string, PersonPlan>()
  for (const plan of group) {
    const key = `${plan.person?.id} ${plan.said.from ?? ''}`
    const before = first.get(key)
    if (before && before.said.kind === plan.said.kind) {
      addProblem(plan.line, null, 'twice', `Line ${before.line.line} is of the same person in the same post from the same day on.`)
    } else if (!before) first.set(key, plan)
  }
  const able = group.filter(({ line }) => line.problems.length === 0)
  for (const plan of able) match(plan, ({ from, kind }) => from === (plan.said.from ?? null) && kind === (plan.said.kind ?? kind))
  for (const plan of able) match(plan, ({ from }) => plan.said.from === undefined || from === plan.said.from)
  return matched
}

/** The post into which a line puts somebody: one that is free then, else a new one where all who stand in the way are of the table. */
function findPlace({ said, unitId }: PersonPlan, person: PlannedPerson, posts: PlannedPost[]): PlannedPost | undefined {
  const holder: Holder = {
    personId: person.id,
    kind: said.kind ?? 'substantive',
    from: said.from ?? null,
    through: said.through ?? null,
    isSaid: true,
  }
  const inTheWay = ({ holders }: PlannedPost) => holders.filter((other) => sharesDays(holder, other) && excludes(holder, other))
  const able = posts.filter((post) => agrees(post, said)).toSorted((one, other) => Number(isAt(other, said)) - Number(isAt(one, said)))
  const free = able.find((post) => inTheWay(post).length === 0)
  const isFull = able.every((post) => inTheWay(post).every((other) => other.isSaid && other.personId !== person.id))
  const post = free ?? (isFull ? newPost(unitId ?? '', said.post ?? '', posts) : able[0])
  post?.holders.push(holder)
  return post
}

function newPost(unitId: string, name: string, posts: PlannedPost[]): PlannedPost {
  const post: PlannedPost = { id: uuidv7(), unitId, name, version: 1, said: new Map(), holders: [], now: {}, isTaken: false }
  posts.push(post)
  return post
}

/** Whether no other line says another place of the post. */
function agrees({ said }: PlannedPost, line: PersonPlan['said']): boolean {
  return (['order', 'seniority'] as const).every(
    (field) => line[field] === undefined || (said.get(field)?.value ?? line[field]) === line[field],
  )
}

/** Whether the post has the place that the line says. */
function isAt({ now }: PlannedPost, { order }: PersonPlan['said']): boolean {
  return order !== undefined && now.order === order
}

/** Nobody but a stand-in shares a post; nobody is twice in the same one. */
function excludes(one: Holder, other: Holder): boolean {
  return one.personId === other.personId || (one.kind === 'substantive' && other.kind === 'substantive')
}

function sharesDays(one: Holder, other: Holder): boolean {
  const isBefore = (a: Holder, b: Holder) => a.through !== null && b.from !== null && a.through < b.from
  return !isBefore(one, other) && !isBefore(other, one)
}
