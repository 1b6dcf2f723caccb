import { person, tree, windows } from './figures.ts'
import type { Palette, Scene } from './scene.ts'
import { hills, line, rect, repeat, shape, sky, stroke } from './shapes.ts'

/** A small industrial estate: sheds with solar panels and a pylon. */
export const workshop: Scene = (p, random) => {
  const back = hills(random, 620, 250, p.far) + hills(random, 660, 150, p.mid, 3) + rect(0, 680, 1600, 220, '#a7c97b')
  const chimney = rect(1060, 330, 46, 160, p.shade) + rect(1054, 322, 58, 18, p.accent, 4)
  const sheds = chimney + shed(180, 440, p) + shed(680, 440, p) + rect(0, 704, 1600, 16, p.shade)
  const panels = repeat(7, (i) => panel(110 + i * 120, p))
  const people = person(1120, 850, 1.1, p.second, p) + person(1200, 862, 1.1, p.accent, p, 1)
  const trees = tree(1530, 850, 1.5, p.near, p.mid) + tree(60, 720, 1.2, p.near, p.mid)
  return sky(p, random) + back + pylon(1390, p) + sheds + panels + people + trees
}

function shed(x: number, width: number, p: Palette): string {
  const bay = width / 3
  const roof = repeat(3, (i) => shape([x + i * bay, 480, x + i * bay, 400, x + (i + 1) * bay, 480], p.roof))
  const gate = rect(x + width / 2 - 50, 610, 100, 100, p.dark, 4) + repeat(5, (i) => rect(x + width / 2 - 50, 624 + i * 18, 100, 4, p.near))
  return rect(x, 480, width, 230, p.wall) + roof + windows(x + 62, 520, 4, 1, 90, 70, p.water) + gate
}

function panel(x: number, p: Palette): string {
  const cells = line(x + 21, 786, x + 122, 786, p.light, 3, 0.6) + line(x + 52, 820, x + 91, 752, p.light, 3, 0.6)
  return shape([x, 820, x + 40, 752, x + 142, 752, x + 102, 820], '#2f5d8a') + cells
}

function pylon(x: number, p: Palette): string {
  const legs = line(x - 50, 690, x, 290, p.dark, 7) + line(x + 50, 690, x, 290, p.dark, 7)
  const arms = line(x - 90, 380, x + 90, 380, p.dark, 6) + line(x - 66, 320, x + 66, 320, p.dark, 6)
  const braces = line(x - 36, 580, x + 18, 430, p.dark, 4) + line(x + 36, 580, x - 18, 430, p.dark, 4)
  const wires = [-90, 90].map((end) => stroke(`M${x + end} 380Q1540 450 1700 360`, p.dark, 3)).join('')
  return wires + legs + arms + braces
}
