import { escapeHtml } from './escape-html.ts'

/** A file of the media library as an answer shows it: its addresses are ready to be used. */
export interface ShownMedia {
  kind: 'picture' | 'document' | 'audio' | 'video'
  /** For whoever takes one address; of what is no picture, the file itself. */
  src: string
  /** Of pictures: for whoever can choose a width. */
  srcset: string
  width: number | null
  height: number | null
  alt: string | null
  type: string
  bytes: number
  originalName: string
}

/** What is true at the moment of an answer: where the site is, and how its files are reached now. */
export interface Filling {
  /** Without a slash at its end. */
  origin: string
  media: ReadonlyMap<string, ShownMedia>
}

const marker =
  /<img src="media:([0-9a-f-]{36})"(?: alt="([^"]*)"| data-caption="([^"]*)")>|<a href="media:([0-9a-f-]{36})">([^<]*)<\/a>|<a href="\//g

/**
 * Puts files and addresses into HTML of `renderBody`. A file that is not in `media` leaves nothing behind. Only markers of the renderer
 * are found: in texts and attributes quotes are escaped.
 */
export function fillMedia(html: string, { origin, media }: Filling): string {
  return html.replace(marker, (found, pictureId?: string, alt?: string, caption?: string, fileId?: string, label?: string) => {
    if (pictureId !== undefined) return pictureHtml(media.get(pictureId), alt, caption)
    if (fileId !== undefined) return fileHtml(media.get(fileId), label ?? '')
    return `${found.slice(0, -1)}${escapeHtml(origin)}/`
  })
}

/** What a body's column of text has on the screen, by the site's own measures. */
const sizes = '(min-width: 48rem) 43rem, 100vw'

/** `alt` and `caption` are escaped already. */
function pictureHtml(shown: ShownMedia | undefined, alt: string | undefined, caption = ''): string {
  if (!shown) return ''
  const words = alt ?? (shown.alt === null ? caption : escapeHtml(shown.alt))
  const choice = shown.srcset === '' ? '' : ` srcset="${escapeHtml(shown.srcset)}" sizes="${sizes}"`
  const size = shown.width === null || shown.height === null ? '' : ` width="${shown.width}" height="${shown.height}"`
  return `<img src="${escapeHtml(shown.src)}"${choice}${size} alt="${words}" loading="lazy" decoding="async">`
}

function fileHtml(shown: ShownMedia | undefined, label: string): string {
  if (!shown) return label
  const src = escapeHtml(shown.src)
  const name = label === '' ? escapeHtml(shown.originalName) : label
  if (shown.kind === 'audio') return `<audio controls preload="none" src="${src}"></audio><figcaption>${name}</figcaption>`
  if (shown.kind === 'video') return `<video controls preload="metadata" src="${src}"></video><figcaption>${name}</figcaption>`
  return `<a href="${src}" type="${escapeHtml(shown.type)}">${name}</a> <small>${escapeHtml(sizeOf(shown))}</small>`
}

const shortNames: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
}

/** `PDF, 1,2 MB`: what a reader on a slow line wants to know before he asks for it. */
function sizeOf({ type, bytes }: ShownMedia): string {
  const size = bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
  return [shortNames[type], size].filter(Boolean).join(', ')
}
