import { house, palm, tree } from './figures.ts'
import type { Scene } from './scene.ts'
import { disc, hills, oval, path, rect, repeat, shape, sky } from './shapes.ts'

/** A village lane with a gate, flower beds and houses. */
export const villageLane: Scene = (p, random) => {
  const land = hills(random, 520, 190, p.far) + hills(random, 560, 110, p.mid, 3) + rect(0, 556, 1600, 344, '#8dbb62')
  const lane = shape([752, 556, 848, 556, 1240, 900, 360, 900], p.ground) + shape([794, 556, 806, 556, 840, 900, 760, 900], p.light, 0.55)
  const left =
    house(90, 700, 1.35, p) +
    house(440, 606, 0.75, p) +
    tree(420, 640, 0.9, '#4f9350', '#3f7d45') +
    tree(50, 730, 1.2, '#4f9350', '#3f7d45')
  const right =
    house(980, 606, 0.75, p) + house(1200, 690, 1.3, p) + palm(1500, 720, 1.25, '#3f7d45') + tree(1170, 630, 0.85, '#4f9350', '#3f7d45')
  const pillar = (x: number) =>
    rect(x, 420, 54, 200, p.wall, 4) + rect(x - 8, 404, 70, 20, p.roof, 4) + rect(x - 8, 608, 70, 18, p.shade, 4)
  const beam =
    rect(600, 380, 400, 34, p.roof, 6) +
    path('M550 386Q800 280 1050 386Z', p.roof) +
    rect(640, 414, 320, 46, p.wall) +
    repeat(6, (i) => disc(676 + i * 50, 437, 10, p.second))
  const beds = repeat(26, (i) => {
    const t = (i % 13) / 12
    const side = i < 13 ? 740 - t * 410 : 860 + t * 410
    const colour = [p.accent, p.second, '#e889a5'][i % 3] ?? p.accent
    return oval(side, 585 + t * 290, 12 + t * 22, 7 + t * 13, '#4f8f46') + disc(side, 580 + t * 280, 6 + t * 12, colour)
  })
  return sky(p, random) + land + lane + left + right + pillar(600) + pillar(946) + beam + beds
}
