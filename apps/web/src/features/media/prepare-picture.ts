/** The longest side, in pixels, that a picture is sent with: larger ones are not shown anywhere. */
export const longestSide = 2560
/** Files below this are sent as they are, in bytes: nothing is won by drawing them anew. */
const smallFile = 1_000_000
const quality = 0.85

const drawn = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * A large photo turned upright and made smaller, as a JPEG; with transparent places as a PNG. Anything else, or what cannot be drawn
 * here, or would not get smaller, is given back as it is: the server decides about it.
 */
export async function preparePicture(file: File): Promise<File> {
  if (!drawn.has(file.type) || file.size < smallFile) return file
  try {
    return await shrink(file)
  } catch {
    return file
  }
}

async function shrink(file: File): Promise<File> {
  const bitmap = await upright(file)
  try {
    const part = longestSide / Math.max(bitmap.width, bitmap.height)
    if (part >= 1) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * part)
    canvas.height = Math.round(bitmap.height * part)
    const context = canvas.getContext('2d')
    if (!context) return file
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const type = file.type !== 'image/jpeg' && isSeeThrough(context) ? 'image/png' : 'image/jpeg'
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
    return blob && blob.type === type && blob.size < file.size ? new File([blob], nameFor(file.name, type), { type }) : file
  } finally {
    bitmap.close()
  }
}

/** Browsers that do not know the word yet turn every picture upright. */
function upright(file: File): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch((error: unknown) => {
    if (error instanceof TypeError) return createImageBitmap(file)
    throw error
  })
}

function isSeeThrough(context: CanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas
  const { data } = context.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}

const endings: Record<string, RegExp> = { 'image/jpeg': /\.jpe?g$/i, 'image/png': /\.png$/i }

/** The file's name with the ending of what it is now. */
function nameFor(name: string, type: string): string {
  return endings[type]?.test(name) ? name : `${name.replace(/\.[^.]*$/, '')}.${type === 'image/png' ? 'png' : 'jpg'}`
}
