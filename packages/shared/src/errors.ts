import { type Static, Type } from 'typebox'
import { Id } from './ids.ts'
import { object } from './object.ts'

/** Every code a problem answer may carry. Nothing outside this list leaves the API. */
export const problems = {
  invalid_json: { status: 400, title: 'The body is not valid JSON', cure: 'Send UTF-8 JSON, without trailing commas or comments.' },
  invalid_request: {
    status: 400,
    title: 'The request does not fit the contract',
    cure: 'See "errors": each names the place and the cure.',
  },
  invalid_cursor: { status: 400, title: 'The cursor is not one this list gave', cure: 'Start again without a cursor.' },
  unauthorized: { status: 401, title: 'Sign in first', cure: 'Send a fresh access token as "Authorization: Bearer …".' },
  key_needed: {
    status: 401,
    title: 'A valid key is needed',
    cure: 'Send the key of your portal as "Authorization: Bearer btk_…"; ask for a new one when it was revoked or has expired.',
  },
  wrong_credentials: { status: 401, title: 'E-mail or password is wrong', cure: 'Check both and try again.' },
  code_needed: {
    status: 401,
    title: 'A code of the second factor is needed',
    cure: 'Sign in again with "code": six digits of the app, or a recovery code.',
  },
  wrong_code: {
    status: 401,
    title: 'The code is wrong or was used before',
    cure: 'Wait for the next code of the app, or use a recovery code.',
  },
  session_ended: { status: 401, title: 'The session has ended', cure: 'Sign in again.' },
  forbidden: { status: 403, title: 'You may not do this', cure: 'Ask an administrator for the role that may.' },
  second_person_needed: {
    status: 403,
    title: 'Somebody else has to approve what you wrote',
    cure: 'Ask another publisher of the unit, or an administrator for another publishing policy.',
  },
  confirmation_failed: {
    status: 403,
    title: 'The password or the code is wrong',
    cure: 'Check it and try again. A code counts once: wait for the next one.',
  },
  second_factor_required: {
    status: 403,
    title: 'Your role needs a second factor here',
    cure: 'Turn the second factor on in your account, then go on.',
  },
  cross_site: { status: 403, title: 'The request came from another site', cure: 'Send it from the configured address of the desk.' },
  not_found: { status: 404, title: 'There is nothing here', cure: 'Check the address.' },
  dump_not_there: {
    status: 404,
    title: 'There is no dump at this moment',
    cure: 'Read the change feed from the beginning, or ask again after "Retry-After": it is made anew.',
  },
  move_not_allowed: {
    status: 409,
    title: 'The article is not in a state that allows this',
    cure: 'Read the article again; its states say what is possible.',
  },
  recall_first: {
    status: 409,
    title: 'The article is in review',
    cure: 'Recall it, then change it; or ask its reviewer to change it.',
  },
  unschedule_first: {
    status: 409,
    title: 'The article is scheduled',
    cure: 'Take it off the schedule, then change it.',
  },
  request_running: {
    status: 409,
    title: 'A request with this Idempotency-Key is still running',
    cure: 'Wait a moment and send it again: you will be given its answer.',
  },
  last_administrator: {
    status: 409,
    title: 'Nobody would be left to administer the site',
    cure: 'Make somebody else an administrator of the whole site first.',
  },
  conflict: { status: 409, title: 'The change contradicts what is stored', cure: 'See "detail".' },
  media_in_use: {
    status: 409,
    title: 'Articles show this file',
    cure: 'Take it out of the articles that "/uses" names; what is kept of them for good keeps it.',
  },
  article_redirected: {
    status: 410,
    title: 'Another article has taken its place',
    cure: 'Put the article that "replacedBy" names in the place of your copy.',
  },
  article_removed: { status: 410, title: 'The article was taken down', cure: 'Delete your copy.' },
  edition_redacted: {
    status: 410,
    title: 'What this edition said was erased for personal data',
    cure: 'Erase your copy. The list of editions says why; its hash stands.',
  },
  version_stale: {
    status: 412,
    title: 'Someone changed it since you read it',
    cure: 'Read it again, put your change on top and send the new version.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    cure: 'Send at most 1 MiB, or 4 KiB where nobody needs to be signed in (an opinion: 16 KiB).',
  },
  file_too_large: { status: 413, title: 'The file is too large', cure: 'Send at most 40 MB, and pictures within the limits of "detail".' },
  unsupported_media_type: {
    status: 415,
    title: 'The body is neither JSON nor what else is taken here',
    cure: 'Send "Content-Type: application/json"; files as "multipart/form-data".',
  },
  file_not_accepted: {
    status: 415,
    title: 'Files of this kind are not taken',
    cure: 'Send JPEG, PNG, WebP, AVIF, GIF, PDF, DOCX, XLSX, MP3 or MP4. See "detail".',
  },
  range_not_satisfiable: {
    status: 416,
    title: 'The file has no such range',
    cure: 'Ask for bytes that it has: "Content-Range" says how long it is.',
  },
  file_unreadable: { status: 422, title: 'The file cannot be read', cure: 'It is damaged or incomplete: send it again, or save it anew.' },
  unknown_reference: { status: 422, title: 'The change names something that does not exist', cure: 'See "errors" for the place.' },
  not_publishable: { status: 422, title: 'The article is not ready to be published', cure: 'See "errors" for what is missing.' },
  idempotency_key_reused: {
    status: 422,
    title: 'Another request was sent with this Idempotency-Key',
    cure: 'Make a new key for each request, and keep it for its retries.',
  },
  version_required: { status: 428, title: 'The version you change is missing', cure: 'Send "If-Match" with the ETag you read.' },
  too_many_requests: { status: 429, title: 'Too many requests', cure: 'Wait as long as "Retry-After" says.' },
  headers_too_large: {
    status: 431,
    title: 'The address and the headers are too large',
    cure: 'Send at most 16 KiB of them: shorter words, fewer ids, or less in cookies.',
  },
  internal: { status: 500, title: 'Something went wrong on our side', cure: 'Try again; if it lasts, tell us the X-Request-Id.' },
  unavailable: { status: 503, title: 'The service cannot answer now', cure: 'Try again as "Retry-After" says.' },
} as const satisfies Record<string, { status: number; title: string; cure: string }>

export type ProblemCode = keyof typeof problems

const codes = Object.keys(problems) as ProblemCode[]

export const FieldError = object({
  in: Type.Enum(['query', 'body', 'path', 'header']),
  /** A parameter's or header's name, or that of what the error is about, as it stands there today. */
  name: Type.Optional(Type.String()),
  /** JSON Pointer into the body. */
  pointer: Type.Optional(Type.String()),
  code: Type.String(),
  message: Type.String(),
})
export type FieldError = Static<typeof FieldError>

/**
 * What was changed on both sides, and differently. `field` is a field of the article, with a `blockId` one block of its body (null:
 * removed), or `bodyOrder`, whose values are the ids of the blocks in their order.
 */
export const Conflict = object({
  field: Type.String(),
  blockId: Type.Optional(Type.String()),
  yours: Type.Unknown(),
  theirs: Type.Unknown(),
})
export type Conflict = Static<typeof Conflict>

/** RFC 9457. The request id is a header, so that two answers to a missing thing are the same bytes. */
export const Problem = object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Enum(codes),
  detail: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(FieldError)),
  /** With `version_stale`: what stands now. */
  current: Type.Optional(
    object({
      version: Type.Integer(),
      changedBy: Type.String(),
      changedAt: Type.String(),
      fields: Type.Array(Type.String()),
    }),
  ),
  /** With `version_stale`, when it was to be merged: why it could not be. */
  conflicts: Type.Optional(Type.Array(Conflict)),
  /** With `article_redirected`: the article that readers are led to in the end. */
  replacedBy: Type.Optional(Id),
})
export type Problem = Static<typeof Problem>
