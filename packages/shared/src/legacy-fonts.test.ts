import { describe, expect, test } from 'vitest'
import { detectLegacyFont } from './legacy-fonts.ts'

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
