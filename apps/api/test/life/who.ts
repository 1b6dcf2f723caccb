import { headOf, isOwn, policyOf } from './facts.ts'
import type { Life, PersonName, Step, Verdict, WalkedVerb } from './types.ts'

/** How far each role reaches; the auditor reads all and changes nothing, strangers work for another unit. */
export const rank: Record<PersonName, number> = {
  reporter: 1,
  colleague: 1,
  editor: 2,
  publisher: 3,
  otherPublisher: 3,
  admin: 4,
  auditor: 0,
  stranger: -1,
}

type Who = 'reader' | 'author' | 'creator or editor' | 'author or editor' | 'editor' | 'publisher' | 'admin'
const who: Record<WalkedVerb, Who> = {
  edit: 'author or editor',
  autosave: 'author or editor',
  restore: 'author or editor',
  submit: 'author or editor',
  recall: 'author',
  return: 'editor',
  approve: 'publisher',
  publish: 'publisher',
  schedule: 'publisher',
  unschedule: 'publisher',
  hold: 'publisher',
  putBack: 'publisher',
  withdraw: 'publisher',
  redirect: 'publisher',
  remove: 'publisher',
  redact: 'admin',
  duplicate: 'reader',
  assign: 'editor',
  delete: 'creator or editor',
}

export const refused = (status: number, code: string): Verdict => ({ status, code })

/** What whoever may not know of it, or not do it, is told; undefined when he may. */
export function permissionVerdict(life: Life, { verb, actor }: Step): Verdict | undefined {
  const own = isOwn(life, actor)
  const reads = rank[actor] >= 2 || rank[actor] === 0 || (own && rank[actor] === 1)
  if (!life.exists || !reads) return refused(404, 'not_found')
  const least = who[verb]
  const may =
    (least === 'reader' && rank[actor] >= 1) ||
    (least.startsWith('author') && own && rank[actor] >= 1) ||
    (least.startsWith('creator') && life.creator === actor && rank[actor] >= 1) ||
    (least.endsWith('editor') && rank[actor] >= 2) ||
    (least === 'publisher' && rank[actor] >= 3) ||
    (least === 'admin' && rank[actor] >= 4)
  if (!may) return refused(403, 'forbidden')
  const wroteLast = headOf(life).writer === actor
  return verb === 'approve' && policyOf(life) !== 'direct' && wroteLast ? refused(403, 'second_person_needed') : undefined
}
