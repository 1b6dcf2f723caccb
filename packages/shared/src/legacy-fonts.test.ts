import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phrases, sentences, toTcvn3, toVni } from '../test/legacy-encodings.ts'
import { convertLegacyFont, detectLegacyFont, legacyRewriter } from './legacy-fonts.ts'
import { isVietnameseSyllable } from './vietnamese-syllable.ts'

describe('a text for a font of before Unicode', () => {
  test.each([
    'Céng hoµ x· héi chñ nghÜa ViÖt Nam',
    'Uû ban nh©n d©n tØnh S«ng Trµ ban hµnh kÕ ho¹ch',
    'B¸o c¸o',
    'Thu néi ®Þa t¨ng 11,2% nhê nguån thu tõ s¶n xuÊt, kinh doanh',
  ])('%s is one of TCVN3', (text) => expect(detectLegacyFont(text)).toBe('tcvn3'))

  test.each([
    'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam',
    'UÛy ban nhaân daân tænh Soâng Traø ban haønh keá hoaïch',
    'Hoäi nghò toång keát naêm hoïc môùi',
    'Ñaûng boä tænh vaø nhaân daân',
  ])('%s is one of VNI', (text) => expect(detectLegacyFont(text)).toBe('vni'))
})

test.each([
  '',
  'Báo cáo',
  'Hoà, khoá, thuỷ, loã, luân, hoè, quýt, yêu, xoã, toà, ngoài',
  'Uỷ ban nhân dân tỉnh Sông Trà ban hành kế hoạch thi đua yêu nước năm 2026',
  'Thu nội địa tăng 11,2%; nhiệt độ 38°C, hạt 5µm, diện tích 26 km²',
  'Microsoft® Windows® và Office© trên 12·000 máy',
  'Thông điệp «Đoàn kết» của ông François Noël, trường École française',
  'Où est l’hôtel de ville ? La poésie, l’été, à Noël, où l’on aime être',
  'El señor Muñoz, niño de España, mañana en la montaña',
  'Fußgänger, Öffnungszeiten und größere Straßen in München',
  'Cộng hoà xã hội chủ nghĩa Việt Nam (viết bằng phông cũ: Céng hoµ x· héi) đã được chuyển mã, bạn đọc thấy chữ đúng ở mọi máy',
])('%s is none', (text) => expect(detectLegacyFont(text)).toBeNull())

describe('a text in the letters of an old font', () => {
  const fonts = [
    ['tcvn3', toTcvn3],
    ['vni', toVni],
  ] as const

  test.each(fonts)('of %s is found, and rewritten it is the text that was meant', (font, encode) => {
    const model = fc.property(sentences, (text) => {
      expect([detectLegacyFont(encode(text)), convertLegacyFont(encode(text), font)]).toEqual([font, text])
      expect(detectLegacyFont(text)).toBeNull()
      expect(convertLegacyFont(text, font)).toBe(text)
    })
    fc.assert(model, { numRuns: 300 })
  })

  test('is rewritten where it stands beside text in Unicode', () => {
    const [first = '', second = '', third = ''] = phrases
    for (const [font, encode] of fonts) {
      expect(convertLegacyFont(`${first}. ${encode(second)}. ${third}.`, font)).toBe(`${first}. ${second}. ${third}.`)
      expect(detectLegacyFont(`${first}. ${encode(second)}.`)).toBe(font)
    }
  })

  test('in capitals of .VnTimeH is one in capitals, and what is beside them keeps its own', () => {
    const text = 'CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM. Së GD§T tØnh, UBND thÞ x·'
    expect(convertLegacyFont(text, 'tcvn3')).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. Sở GDĐT tỉnh, UBND thị xã')
  })

  test('of VNI has its capitals, whichever way their marks were written', () => {
    expect(convertLegacyFont('COÄNG HOØA. UÛy ban, Uûy ban. ÑAÛNG BOÄ. Ñaéc Laéc', 'vni')).toBe(
      'CỘNG HÒA. Ủy ban, Ủy ban. ĐẢNG BỘ. Đắc Lắc',
    )
  })

  test('is mended where the soft hyphens of ư were dropped on the way and Ð was taken for Đ', () => {
    expect(convertLegacyFont('®îc th­ëng, tr­êng, bĐ', 'tcvn3')).toBe('được thưởng, trường, bé')
    expect(convertLegacyFont('®îc thëng, trêng', 'tcvn3')).toBe('được thưởng, trường')
  })

  test('is read as one text where its parts have other marks', () => {
    expect(['Uû ban ', 'cã', ' héi tr­êng'].map(legacyRewriter('tcvn3'))).toEqual(['Uỷ ban ', 'có', ' hội trường'])
    expect(['Hội trường ', 'có', ' bảng'].map(legacyRewriter('tcvn3'))).toEqual(['Hội trường ', 'có', ' bảng'])
  })

  test('of the tests has every letter', () => {
    const all = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ'
    expect([...all].filter((letter) => !phrases.join('').includes(letter))).toEqual([])
  })
})

test('syllables are spelled as Vietnamese spells them', () => {
  const syllables = `${phrases.join(' ')} gì giếng giữa quốc quý quyết khuya ngoằn ngoèo nghiêng yêu ỷ uống oan huỳnh khuỷu xoong kêu`
  expect(syllables.match(/\p{L}+/gu)?.filter((each) => !isVietnameseSyllable(each))).toEqual([])
  const others = 'héi cêng trêng blé très où café noël größe niño aò tôp hàt kà céa nước9 x gằ nghò'
  expect(others.split(' ').filter(isVietnameseSyllable)).toEqual([])
})
