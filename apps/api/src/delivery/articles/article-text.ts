import { fillMedia, type ShownMedia } from '@bantin/shared/body/fill-media'
import { type StoredFile, shownMediaOf } from '../../lib/media-view.ts'

/** An article as its statement answers it, in JSON but for `html`, which has markers in the place of addresses. */
export type ArticleParts = {
  card: string
  html: string
  body: string
  /** The files that it shows; null where the text names none. */
  files: string | null
}

/** The article's JSON, with its text as readers get it: addresses on `origin`, and what the media library says of files now. */
export function articleText({ card, html, body, files }: ArticleParts, origin: string): string {
  const filled = fillMedia(html, { origin, media: files === null ? noFiles : shownFiles(files, origin) })
  return `${card.slice(0, -1)}, "bodyHtml" : ${JSON.stringify(filled)}, "body" : ${body}}`
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
