import type { FieldError } from '@bantin/shared/errors'
import { ProblemError } from '../errors.ts'

interface Rule {
  /** The field of the body that the rule is about. */
  field?: string
  /** What the rule is, for whoever reads the answer. */
  says: string
}

const holder = {
  field: 'from',
  says: 'The post has another holder in this period, and only one who acts or is concurrent stands beside him.',
}

/** What the database keeps of the organization, by the names of its constraints (docs/model.md#invariants). */
const rules: Record<string, Rule> = {
  units_slug: { field: 'slug', says: 'Another unit has this address.' },
  units_code: { field: 'code', says: 'Another unit has this code.' },
  unit_names_no_overlap: { field: 'names', says: 'A unit has one name on each day: two of these share days.' },
  unit_names_without_gap: {
    field: 'names',
    says: 'A unit has a name on each of its days: between two of these there are days without one.',
  },
  unit_names_until_closed: {
    field: 'names',
    says: 'The last name lasts as long as the unit: without an end while it is there. A unit is ended by a reorganization.',
  },
  unit_parents_no_overlap: { field: 'parents', says: 'A unit stands below one other on a day: two of these share days.' },
  unit_parents_not_self: { field: 'parents', says: 'A unit does not stand below itself.' },
  unit_parents_no_cycle: { field: 'parents', says: 'A unit does not stand below one that stands below it, on no day.' },
  unit_parents_in_life: { field: 'parents', says: 'A unit stands below another one only on days on which both are there.' },
  units_bloc_with_members: { field: 'kind', says: 'It is a bloc with members, terms or results, and has to stay one.' },
  unit_successions_pkey: { says: 'A unit is followed by each other one once.' },
  unit_successions_not_self: { says: 'A unit does not follow itself.' },
  unit_successions_whole: { says: 'A unit is followed by one other when it is merged or replaced, by several when it is split.' },
  unit_successions_at_the_end: { field: 'names', says: 'Others follow the unit on the day on which it ends.' },
  unit_successions_in_life: { field: 'names', says: 'The unit follows another one on a day on which it has to be there.' },
  bloc_members_no_overlap: { field: 'members', says: 'A unit is a member once on a day: two of these share days.' },
  bloc_members_not_self: { field: 'members', says: 'A bloc is not its own member.' },
  bloc_members_in_life: { field: 'members', says: 'A unit is a member of a bloc only on days on which both are there.' },
  bloc_members_of_bloc: { field: 'members', says: 'Only a bloc has members.' },
  bloc_terms_once: { field: 'terms', says: 'A unit has one role in a bloc in a year.' },
  bloc_terms_one_head: { field: 'terms', says: 'A bloc has one decided head in a year.' },
  bloc_terms_of_members: { field: 'terms', says: 'Who leads a bloc in a year is its member in that year.' },
  awards_one_winner: { field: 'unitId', says: 'A commendation is of one unit or one person.' },
  awards_decided_whole: { field: 'status', says: 'What is decided names its authority and its day.' },
  awards_of_members: { says: 'A bloc commends its members of that year.' },
  bloc_results_of_members: { field: 'members', says: 'The bloc has results of a unit that would be no member in that year.' },
  people_slug: { field: 'slug', says: 'Somebody else has this address.' },
  authors_slug: { field: 'slug', says: 'Another author has this address.' },
  appointments_one_holder: holder,
  appointments_no_overlap: { field: 'from', says: 'The person has this post already in a part of the period.' },
  appointments_in_life: { field: 'from', says: 'Somebody holds a post only on days on which its unit is there.' },
}

/** What still refers to a row that is to be deleted, by the foreign key that says so. */
const references: Record<string, string> = {
  articles_unit_id_units_id_fk: 'Articles belong to the unit.',
  authors_unit_id_units_id_fk: 'Authors belong to the unit.',
  media_unit_id_units_id_fk: 'Files of the media library belong to the unit.',
  grants_unit_id_units_id_fk: 'Somebody has a role over the unit.',
  sites_root_unit_id_units_id_fk: 'It is the unit that publishes the site.',
  unit_parents_parent_id_units_id_fk: 'Other units stand or stood below it.',
  bloc_members_bloc_id_units_id_fk: 'The bloc has or had members.',
  bloc_members_unit_id_units_id_fk: 'The unit is or was a member of a bloc.',
  unit_successions_from_unit_id_units_id_fk: 'Other units have followed it.',
  unit_successions_to_unit_id_units_id_fk: 'It has followed other units.',
  bloc_terms_bloc_id_units_id_fk: 'The bloc has heads or deputies.',
  bloc_terms_unit_id_units_id_fk: 'The unit leads or led a bloc.',
  bloc_years_bloc_id_units_id_fk: 'The bloc has results.',
  bloc_results_unit_id_units_id_fk: 'A bloc has results of the unit.',
  awards_bloc_id_units_id_fk: 'The bloc has commendations.',
  awards_unit_id_units_id_fk: 'The unit was commended.',
  posts_unit_id_units_id_fk: 'The unit has posts.',
  appointments_post_id_posts_id_fk: 'Somebody holds or held the post.',
  appointments_person_id_people_id_fk: 'The person holds or held posts.',
  authors_person_id_people_id_fk: 'The person is an author.',
  awards_person_id_people_id_fk: 'The person was commended.',
  article_appointments_appointment_id_appointments_id_fk: 'A published article names the person in this post.',
}

/** The error as `conflict` in words where a rule of the organization was broken, or what was to be deleted is referred to; else as it is. */
export function inWords(error: unknown): unknown {
  const name = constraintOf(error)
  if (name === undefined) return error
  const rule = rules[name]
  if (rule) return brokenRule(name, rule)
  return references[name] === undefined ? error : new ProblemError('conflict', { detail: references[name] })
}

function brokenRule(code: string, { field, says }: Rule): ProblemError {
  const place: FieldError = { in: 'body', ...(field && { pointer: `/${field}` }), code, message: says }
  return new ProblemError('conflict', { detail: says, errors: [place] })
}

/** Of the error or what it was made of: the query builder wraps the driver's errors. */
function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { constraint } = error as { constraint?: unknown }
  return typeof constraint === 'string' ? constraint : constraintOf(error.cause)
}
