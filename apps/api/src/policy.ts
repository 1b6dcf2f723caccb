import type { AccessTable } from './lib/access.ts'

/**
 * Who comes in by which route of the API, below `/api/v1`. The start is refused when a route is not named here, or when it stands behind
 * the session guard and should not, or the other way round. What an action allows whom: packages/shared/src/permissions.ts.
 */
export const policy: AccessTable = {
  'GET /articles': 'anyone',
  'GET /articles/:idOrSlug': 'anyone',
  'GET /authors': 'anyone',
  'GET /authors/:slug': 'anyone',
  'GET /categories': 'anyone',
  'GET /changes': 'anyone',
  'GET /site': 'anyone',
  'GET /units': 'anyone',
  'GET /units/:slug': 'anyone',

  'POST /analytics/hits': 'anyone',
  'POST /analytics/heartbeats': 'anyone',
  'GET /analytics/summary': 'anyone',

  'GET /previews/:token': 'anyone with the link',
  'GET /opinions/:token': 'anyone with the link',
  'POST /opinions/:token': 'anyone with the link',

  'POST /auth/login': 'anyone',
  'POST /auth/refresh': 'refresh cookie',
  'POST /auth/logout': 'refresh cookie',
  'GET /auth/setup': 'anyone',
  // Its code is the credential; likewise the token of a link.
  'POST /auth/setup': 'anyone',
  'POST /auth/forgot': 'anyone',
  'POST /auth/links': 'anyone with the link',
  'POST /auth/invitations': 'anyone with the link',
  'POST /auth/reset': 'anyone with the link',
  'GET /auth/me': 'signed in',
  'PATCH /auth/me': 'signed in',
  'POST /auth/password': 'signed in',
  'GET /auth/sessions': 'signed in',
  'DELETE /auth/sessions': 'signed in',
  'DELETE /auth/sessions/:id': 'signed in',
  'POST /auth/totp': 'signed in',
  'POST /auth/totp/confirm': 'signed in',
  'POST /auth/totp/remove': 'signed in',
  'POST /auth/recovery-codes': 'signed in',
  'GET /auth/trusted-devices': 'signed in',
  'DELETE /auth/trusted-devices/:id': 'signed in',

  'GET /editorial/articles': 'article.read',
  'POST /editorial/articles': 'article.create',
  'GET /editorial/articles/:id': 'article.read',
  'PATCH /editorial/articles/:id': 'article.edit',
  'DELETE /editorial/articles/:id': 'article.delete',
  'PUT /editorial/articles/:id/autosave': 'article.edit',
  // The copy is a new article in the same unit.
  'POST /editorial/articles/:id/duplicate': 'article.create',
  'POST /editorial/articles/:id/assign': 'article.assign',
  'GET /editorial/articles/:id/assignees': 'article.assign',

  'POST /editorial/articles/:id/restore': 'article.edit',
  'POST /editorial/articles/:id/submit': 'article.submit',
  'POST /editorial/articles/:id/recall': 'article.recall',
  'POST /editorial/articles/:id/return': 'article.return',
  'POST /editorial/articles/:id/approve': 'article.approve',
  'POST /editorial/articles/:id/publish': 'article.publish',
  'POST /editorial/articles/:id/schedule': 'article.publish',
  'POST /editorial/articles/:id/unschedule': 'article.publish',
  'POST /editorial/articles/:id/hold': 'article.hold',
  'POST /editorial/articles/:id/put-back': 'article.hold',
  'POST /editorial/articles/:id/withdraw': 'article.withdraw',
  'POST /editorial/articles/:id/redirect': 'article.withdraw',
  'POST /editorial/articles/:id/remove': 'article.withdraw',
  'POST /editorial/articles/:id/redact': 'article.redact',

  'GET /editorial/articles/:id/revisions': 'article.read',
  'GET /editorial/articles/:id/revisions/:number': 'article.read',
  'POST /editorial/articles/:id/revisions': 'article.edit',
  'GET /editorial/articles/:id/diff': 'article.read',

  'GET /editorial/articles/:id/previews': 'article.read',
  'POST /editorial/articles/:id/previews': 'article.edit',
  'DELETE /editorial/articles/:id/previews/:previewId': 'article.edit',
  'GET /editorial/articles/:id/opinions': 'article.read',
  'POST /editorial/articles/:id/opinions': 'article.edit',
  'DELETE /editorial/articles/:id/opinions/:opinionId': 'article.edit',

  'GET /editorial/articles/:id/comments': 'article.read',
  'POST /editorial/articles/:id/comments': 'article.comment',
  // The text is its author's alone; resolving is for whoever may comment.
  'PATCH /editorial/articles/:id/comments/:commentId': 'article.comment',
  // Of somebody else's comment; one's own takes `article.comment`.
  'DELETE /editorial/articles/:id/comments/:commentId': 'article.moderate',
  'PUT /editorial/articles/:id/presence': 'article.read',
  'DELETE /editorial/articles/:id/presence': 'article.read',
  'GET /editorial/events': 'article.read',

  'GET /editorial/redirects': 'redirects.read',
  'POST /editorial/redirects': 'redirects.change',
  'POST /editorial/redirects/import': 'redirects.change',
  'GET /editorial/redirects/:id': 'redirects.read',
  'PATCH /editorial/redirects/:id': 'redirects.change',
  'DELETE /editorial/redirects/:id': 'redirects.change',
  'GET /editorial/missing-paths': 'redirects.read',

  'GET /editorial/settings': 'settings.read',
  'PATCH /editorial/settings': 'settings.change',
  'GET /editorial/settings/units/:id': 'settings.read',
  'PUT /editorial/settings/units/:id': 'settings.change',
  'GET /editorial/settings/categories/:id': 'settings.read',
  'PUT /editorial/settings/categories/:id': 'settings.change',

  'GET /editorial/audit': 'audit.read',
  'GET /editorial/audit/people': 'audit.read',
  'GET /editorial/audit/export': 'audit.read',

  'GET /editorial/users': 'users.read',
  'POST /editorial/users': 'users.change',
  'GET /editorial/users/:id': 'users.read',
  'PATCH /editorial/users/:id': 'users.change',
  // Over each role that is given or taken; those that stay are nobody's matter.
  'PUT /editorial/users/:id/grants': 'users.change',
  'POST /editorial/users/:id/invitation': 'users.change',
  'POST /editorial/users/:id/reset': 'users.change',
  'POST /editorial/users/:id/disable': 'users.change',
  'POST /editorial/users/:id/enable': 'users.change',
  'DELETE /editorial/users/:id/sessions': 'users.change',
  'POST /editorial/users/:id/reset-second-factor': 'users.change',
}
