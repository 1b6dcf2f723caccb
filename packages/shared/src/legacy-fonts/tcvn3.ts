import { isVietnameseSyllable } from '../vietnamese-syllable.ts'

// TCVN 5712:1993, VN3, as the fonts .VnTime have it: small letters with tone, and seven capitals. Codes as Latin-1 shows them.
const codes = '¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const letters = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const table = new Map([...codes].map((code, i) => [code, [...letters][i] as string]))

/** A word of TCVN3 in Unicode. */
export function fromTcvn3(word: string): string {
  // The door takes `Ð`, the code of é, for the capital Đ, whose own code is another.
  const asCoded = word.replaceAll(/(?<=\p{L})Đ/gu, 'Ð')
  const read = [...asCoded].map((code) => table.get(code) ?? code).join('')
  return withLostHorn(read)
}

/** Soft hyphens, the code of ư, get lost on the way: `®îc` was `®­îc`. What no syllable has without it tells that it was there. */
function withLostHorn(word: string): string {
  const mended = word.replace(/(?<!ư)[ơờớởỡợ](?=c$|ng$|u$)/iu, 'ư$&')
  return mended !== word && isVietnameseSyllable(mended) ? mended : word
}
