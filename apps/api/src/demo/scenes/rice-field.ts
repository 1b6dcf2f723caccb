import { farmer, house, palm, tree } from './figures.ts'
import type { Scene } from './scene.ts'
import { between, hills, rect, repeat, shape, sky, stroke } from './shapes.ts'

/** Paddies running to the foot of the hills, two farmers at work. */
export const riceField: Scene = (p, random) => {
  const greens = ['#8fbf4f', '#a9cf5f', '#7aae45', '#bcd873']
  const bands = repeat(27, (i) => {
    const bottom = 800 + (i - 13.5) * 320
    return shape(
      [800 + (i - 13.5) * 62, 470, 800 + (i - 12.5) * 62, 470, bottom + 320, 900, bottom, 900],
      greens[i % greens.length] ?? p.near,
    )
  })
  const dykes = repeat(4, (i) => rect(0, 500 + i * i * 22 + i * 18, 1600, 4 + i * 3, p.ground, 2))
  const tufts = repeat(46, (i) => {
    const y = between(random, 690, 890)
    const x = (i * 37 + between(random, 0, 60)) % 1600
    return stroke(
      `M${x - 12} ${y - 30}Q${x - 4} ${y - 14} ${x} ${y}Q${x + 4} ${y - 16} ${x + 14} ${y - 32}M${x} ${y}L${x + 1} ${y - 38}`,
      '#5d933a',
      4,
      0.8,
    )
  })
  const far = hills(random, 470, 210, p.far) + hills(random, 475, 130, p.mid, 3) + rect(0, 468, 1600, 440, p.near)
  const village =
    tree(1110, 486, 0.7, '#4c8b4a', '#3d7740') + house(1150, 486, 0.55, p) + house(1292, 492, 0.68, p) + palm(1462, 492, 0.8, '#3d7740')
  return sky(p, random) + far + bands + dykes + village + farmer(420, 745, 1.35, p.accent, p) + farmer(640, 660, 0.85, p.second, p) + tufts
}
