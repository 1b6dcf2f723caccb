/**
 * The text of a file: UTF-8, or UTF-16 where its first bytes say so. Anything else is read as Windows-1252, which is what the files of the
 * old Vietnamese fonts look like. Undefined for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return withoutNul(decodeUnicode(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
}

/** The same of what can only be Unicode: undefined for any other text too. */
export function decodeUnicodeText(bytes: Uint8Array): string | undefined {
  return withoutNul(decodeUnicode(bytes))
}

/** Text has no NUL; pictures, programs and documents of other programs have many. */
function withoutNul(text: string | undefined): string | undefined {
  return text?.includes('\0') ? undefined : text
}

function decodeUnicode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
