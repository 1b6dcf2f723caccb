// Control characters, all line breaks, and what turns the direction of writing: a text shows as it is stored.
const notInLines = '\\p{Cc}\\p{Zl}\\p{Zp}\\p{Bidi_Control}'
// Some letters and symbols show as nothing.
const visible = '(?![\\u2800\\p{Default_Ignorable_Code_Point}])[\\p{L}\\p{N}\\p{P}\\p{S}]'

/** What `line` asks of a text, for schemas that ask for more. */
export const linePattern = `^(?=.*${visible})[^${notInLines}]+$`
