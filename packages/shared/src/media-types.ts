export const mediaKinds = ['picture', 'document', 'audio', 'video'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** What may be uploaded, by what the bytes say. */
export const mediaTypes = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
  'image/avif': 'picture',
  'image/gif': 'picture',
  'application/pdf': 'document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'document',
  'audio/mpeg': 'audio',
  'video/mp4': 'video',
} as const satisfies Record<string, MediaKind>
export type MediaType = keyof typeof mediaTypes

const fileNames: Record<string, string> = {
  'application/pdf': 'file.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'file.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'file.xlsx',
  'audio/mpeg': 'file.mp3',
  'video/mp4': 'file.mp4',
}

/** The last part of the address of a file that is no picture; what it was called where it came from is said beside it. */
export function fileNameOf(type: string): string {
  return fileNames[type] ?? 'file'
}

/** The largest file, in bytes. */
export const maxFileBytes = 40_000_000
/** The largest pictures, in pixels: a JPEG can be read at a fraction of its size; others, and progressive JPEGs, are unpacked whole. */
export const maxJpegPixels = 120_000_000
export const maxPixels = 40_000_000
/** How many files one request may bring. */
export const maxFiles = 20
