/**
 * Puts a text into the clipboard; false when the browser refuses. Without a secure context there is no clipboard for scripts: then the
 * browser's own copying of what is selected, which `select` does.
 */
export async function copyText(text: string, select: () => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    select()
    return document.execCommand('copy')
  }
}
