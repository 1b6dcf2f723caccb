import type { Role } from '@bantin/shared/permissions'
import { inHours, type Move } from './moves.ts'

/** A route about one article, with what a test needs to be accepted there or refused. */
export interface ArticleRoute {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Behind the article's address. */
  path: string
  /** A body that fits; null where there is none. `target` is an article that is public. */
  body: ((target: string) => object) | null
  /** What leads its author, a publisher, to where the route is possible, and to where it is not. */
  from: Move[]
  refusedFrom?: Move[]
  /** What the state is refused with. */
  refusal?: string
  /** A role over the unit that sees the article but may not do this. */
  forbiddenTo?: Role
  needsVersion: boolean
}

const publish: Move = ['publish']
const submit: Move = ['submit']
const schedule: Move = ['schedule', { at: inHours(1) }]
const hold: Move = ['hold']
const move = { method: 'POST', needsVersion: true, refusal: 'move_not_allowed', refusedFrom: [] } satisfies Partial<ArticleRoute>
const change = {
  needsVersion: true,
  forbiddenTo: 'auditor',
  refusedFrom: [schedule],
  refusal: 'unschedule_first',
} satisfies Partial<ArticleRoute>
const none = () => ({})

/** Every route about one article itself: reading, writing, verbs, handing on. */
export const articleRoutes: ArticleRoute[] = [
  { name: 'read', method: 'GET', path: '', body: null, from: [], needsVersion: false },
  { name: 'edit', method: 'PATCH', path: '', body: () => ({ sapo: 'Mới' }), from: [], ...change },
  { name: 'autosave', method: 'PUT', path: '/autosave', body: () => ({ sapo: 'Mới' }), from: [], ...change },
  {
    name: 'restore',
    method: 'POST',
    path: '/restore',
    body: () => ({ revision: 1 }),
    from: [submit, ['recall'], ['edit', { sapo: 'Hai' }]],
    ...change,
  },
  { name: 'submit', path: '/submit', body: none, from: [], ...move, refusedFrom: [publish], forbiddenTo: 'auditor' },
  { name: 'recall', path: '/recall', body: none, from: [submit], ...move, forbiddenTo: 'admin' },
  { name: 'return', path: '/return', body: () => ({ note: 'Sửa đoạn hai' }), from: [submit], ...move, forbiddenTo: 'auditor' },
  { name: 'approve', path: '/approve', body: none, from: [submit], ...move, forbiddenTo: 'editor' },
  { name: 'publish', path: '/publish', body: none, from: [], ...move, refusedFrom: [submit], forbiddenTo: 'editor' },
  {
    name: 'schedule',
    path: '/schedule',
    body: () => ({ at: inHours(1) }),
    from: [],
    ...move,
    refusedFrom: [submit],
    forbiddenTo: 'editor',
  },
  { name: 'unschedule', path: '/unschedule', body: none, from: [schedule], ...move, forbiddenTo: 'editor' },
  { name: 'hold', path: '/hold', body: none, from: [publish], ...move, forbiddenTo: 'editor' },
  { name: 'put back', path: '/put-back', body: none, from: [publish, hold], ...move, refusedFrom: [publish], forbiddenTo: 'editor' },
  { name: 'withdraw', path: '/withdraw', body: () => ({ reason: 'Hết hiệu lực' }), from: [publish], ...move, forbiddenTo: 'editor' },
  { name: 'redirect', path: '/redirect', body: (target) => ({ target }), from: [publish], ...move, forbiddenTo: 'editor' },
  { name: 'remove', path: '/remove', body: () => ({ answer: 'gone', reason: 'Nhầm' }), from: [publish], ...move, forbiddenTo: 'editor' },
  {
    name: 'redact',
    path: '/redact',
    body: () => ({ editions: [1], reason: 'Trẻ em' }),
    from: [publish, hold],
    ...move,
    forbiddenTo: 'publisher',
  },
  { name: 'duplicate', method: 'POST', path: '/duplicate', body: none, from: [], needsVersion: false, forbiddenTo: 'auditor' },
  { name: 'assign', method: 'POST', path: '/assign', body: () => ({ userId: null }), from: [], needsVersion: true, forbiddenTo: 'auditor' },
  { name: 'list assignees', method: 'GET', path: '/assignees', body: null, from: [], needsVersion: false, forbiddenTo: 'auditor' },
  { name: 'delete', path: '', body: null, from: [], ...move, method: 'DELETE', refusedFrom: [publish], forbiddenTo: 'auditor' },
]
