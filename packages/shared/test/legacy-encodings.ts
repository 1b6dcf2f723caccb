import fc from 'fast-check'

// Written down apart from the tables of the code: vowel by vowel, without tone and then acute, grave, hook, tilde, dot.
const vowels = 'aáàảãạ ăắằẳẵặ âấầẩẫậ eéèẻẽẹ êếềểễệ iíìỉĩị oóòỏõọ ôốồổỗộ ơớờởỡợ uúùủũụ ưứừửữự yýỳỷỹỵ'
const tcvn3Codes = 'a¸µ¶·¹ ¨¾»¼½Æ ©ÊÇÈÉË eÐÌÎÏÑ ªÕÒÓÔÖ iÝ×ØÜÞ oãßáâä «èåæçé ¬íêëìî uóïñòô \u00ADøõö÷ù yýúûüþ'
const vniCodes =
  'a aù aø aû aõ aï|aê aé aè aú aü aë|aâ aá aà aå aã aä|e eù eø eû eõ eï|eâ eá eà eå eã eä|i í ì æ ó ò|' +
  'o où oø oû oõ oï|oâ oá oà oå oã oä|ô ôù ôø ôû ôõ ôï|u uù uø uû uõ uï|ö öù öø öû öõ öï|y yù yø yû yõ î'

const small = [...vowels.replaceAll(' ', '')]
const capitals = small.map((letter) => letter.toUpperCase())
const vniSmall = vniCodes.split(/[ |]/)

const tcvn3 = new Map<string, string>([...zip([...'đĐĂÂÊÔƠƯ'], [...'®§¡¢£¤¥¦']), ...zip(small, [...tcvn3Codes.replaceAll(' ', '')])])
const vni = new Map<string, string>([
  ...zip(['đ', 'Đ', ...small], ['ñ', 'Ñ', ...vniSmall]),
  ...zip(
    capitals,
    vniSmall.map((code) => code.toUpperCase()),
  ),
])

/** What a text of the font .VnTime looks like elsewhere. Capitals with a tone, which the font does not have, become small letters. */
export function toTcvn3(text: string): string {
  const codeOf = (letter: string) => (/[A-Z]/.test(letter) ? letter : (tcvn3.get(letter) ?? tcvn3.get(letter.toLowerCase()) ?? letter))
  return [...text.normalize('NFC')].map(codeOf).join('')
}

/** Likewise of a text of VNI-Times. */
export function toVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => vni.get(letter) ?? letter).join('')
}

/** Between them they have every letter of Vietnamese. */
export const phrases = [
  'Uỷ ban nhân dân tỉnh Sông Trà họp phiên thường kỳ',
  'các xã ven biển đã sửa xong bảy cây cầu nhỏ',
  'mỗi hộ được vay vốn để mở rộng chuồng trại',
  'lễ phát động thi đua diễn ra trên sân vận động',
  'thầy giáo trẻ vẽ bản đồ bằng phấn trắng',
  'những người thợ hàn chẳng quản nắng mưa',
  'em bé nằm ngủ dưới tán cây phượng đỏ',
  'ký kết quy chế phối hợp giữa hai sở',
  'vẫn giữ nếp cũ, sẵn lòng chia sẻ từng bữa cơm',
  'mẹ kể chuyện cổ tích, cha gỡ lưới bên bờ sông',
  'đội kỹ thuật lặng lẽ kiểm tra từng vị trí',
  'tỷ lệ hộ nghèo giảm, số việc làm tăng',
  'ngõ nhỏ, nhà xưởng, bến phà đều sạch sẽ',
  'bà con tìm mua rổ tre mịn ở huyện lỵ',
  'thứ bảy có mưa to, cẩn thận khi qua vùng trũng',
  'lũ trẻ thú vị ngắm lá cờ bay trên đỉnh tháp',
  'thủ quỹ cất hồ sơ vào tủ gỗ, khoá thật kĩ',
  'nước lụt rút, hai thôn dựng lại trường, trạm và chợ',
]
export const sentences: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 5 })
  .map((some) => some.join('; '))

function zip(keys: string[], values: string[]): [string, string][] {
  return keys.map((key, i) => [key, values[i] as string])
}
