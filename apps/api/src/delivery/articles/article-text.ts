import { fillMedia, type ShownMedia } from '@bantin/shared/body/fill-media'
import { type StoredFile, shownMediaOf } from '../../lib/media-view.ts'

/** A text as its statement answers it, in JSON but for `html`, which has markers in the place of addresses. */
export type BodyParts = {
  html: string
  body: string
  /** The files that it shows; null where the text names none. */
  files: string | null
}

/** A whole article likewise. */
export type ArticleParts = BodyParts & { card: string; related: string; appointments: string }

/** What is included in a list; what was not asked for is not there. */
export type ListedParts = Partial<BodyParts> & { card: string; related?: string }

/** The article's JSON, with its text as readers get it: addresses on `origin`, and what the media library says of files now. */
export function articleText(parts: ArticleParts, origin: string): string {
  return listedText(parts, origin, `, "appointments" : ${parts.appointments}`)
}

/** The card with what was asked for besides, and `more` at its end. Cut nowhere once it is long: that would copy all of it. */
export function listedText({ card, html, body, files, related }: ListedParts, origin: string, more = ''): string {
  const text = html === undefined || body === undefined ? '' : bodyText({ html, body, files: files ?? null }, origin)
  return `${card.slice(0, -1)}${text}${related === undefined ? '' : `, "related" : ${related}`}${more}}`
}

function bodyText({ html, body, files }: BodyParts, origin: string): string {
  const filled = fillMedia(html, { origin, media: files === null ? noFiles : shownFiles(files, origin) })
  return `, "bodyHtml" : ${JSON.stringify(filled)}, "body" : ${body}`
}

const noFiles: ReadonlyMap<string, ShownMedia> = new Map()

function shownFiles(json: string, origin: string): Map<string, ShownMedia> {
  const shown = new Map<string, ShownMedia>()
  for (const file of JSON.parse(json) as StoredFile[]) {
    const view = shownMediaOf(file, (path) => origin + path)
    if (view) shown.set(file.id, view)
  }
  return shown
}
