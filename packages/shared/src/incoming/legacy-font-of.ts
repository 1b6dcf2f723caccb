import { blockText } from '../body/body-text.ts'
import type { Body } from '../body.ts'
import type { LegacyFont } from '../conversions.ts'
import { detectLegacyFont } from '../legacy-fonts.ts'

/** In which old font most of those blocks are written that are written in one, or null: one such paragraph among many is enough. */
export function legacyFontOf(title: string | null, body: Body): LegacyFont | null {
  const counts = { tcvn3: 0, vni: 0 }
  for (const text of [title ?? '', ...body.content.map(blockText)]) {
    const font = detectLegacyFont(text)
    if (font) counts[font] += 1
  }
  if (counts.tcvn3 === 0 && counts.vni === 0) return null
  return counts.tcvn3 >= counts.vni ? 'tcvn3' : 'vni'
}
