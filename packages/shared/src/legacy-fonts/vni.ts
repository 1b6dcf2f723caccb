// VNI-Windows: a letter, and its mark behind it as a letter of its own. Five letters stand alone.
const marked: Record<string, string> = {
  a: 'ùá øà ûả õã ïạ ââ áấ àầ åẩ ãẫ äậ êă éắ èằ úẳ üẵ ëặ',
  e: 'ùé øè ûẻ õẽ ïẹ âê áế àề åể ãễ äệ',
  o: 'ùó øò ûỏ õõ ïọ âô áố àồ åổ ãỗ äộ',
  u: 'ùú øù ûủ õũ ïụ',
  y: 'ùý øỳ ûỷ õỹ',
  ô: 'ùớ øờ ûở õỡ ïợ',
  ö: 'ùứ øừ ûử õữ ïự',
}
const alone: Record<string, string> = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

const table = new Map(Object.entries(alone))
for (const [letter, pairs] of Object.entries(marked)) {
  for (const [mark, read] of pairs.split(' ') as Iterable<string>) table.set(`${letter}${mark}`, read as string)
}
const codes = new RegExp([...table.keys()].sort((one, other) => other.length - one.length).join('|'), 'giu')

/** A word of VNI in Unicode. The letter says whether it is a capital; its mark may be written either way. */
export function fromVni(word: string): string {
  return word.replace(codes, (code) => {
    const read = table.get(code.toLowerCase()) ?? code
    return code.charAt(0) === code.charAt(0).toLowerCase() ? read : read.toUpperCase()
  })
}
