import { flag, person, tree, windows } from './figures.ts'
import type { Scene } from './scene.ts'
import { disc, hills, line, oval, rect, repeat, shape, sky } from './shapes.ts'

/** An administrative building with columns, steps and a plain flag. */
export const officeBuilding: Scene = (p, random) => {
  const back = hills(random, 640, 240, p.far) + hills(random, 680, 150, p.mid, 3) + rect(0, 700, 1600, 200, '#9cc06f')
  const wings =
    rect(260, 380, 1080, 330, p.wall) +
    rect(260, 364, 1080, 26, p.roof, 4) +
    windows(300, 424, 4, 3, 80, 92, p.water) +
    windows(1000, 424, 4, 3, 80, 92, p.water)
  const centre =
    rect(620, 296, 360, 30, p.wall) +
    shape([590, 304, 800, 200, 1010, 304], p.roof) +
    shape([660, 292, 800, 226, 940, 292], p.shade) +
    disc(800, 268, 20, p.second)
  const columns =
    rect(620, 300, 360, 410, p.shade) +
    repeat(5, (i) => rect(640 + i * 74, 320, 26, 390, p.light, 6) + rect(634 + i * 74, 320, 38, 14, p.shade, 4)) +
    repeat(4, (i) => rect(676 + i * 74, 380, 24, 120, p.water, 4)) +
    rect(744, 560, 112, 150, p.dark, 6) +
    line(800, 560, 800, 710, p.shade, 4)
  const steps = repeat(4, (i) => rect(580 - i * 34, 704 + i * 16, 440 + i * 68, 16, i % 2 ? p.shade : p.wall))
  const yard =
    shape([480, 768, 1120, 768, 1420, 900, 180, 900], p.ground) + oval(300, 800, 190, 26, '#6fa352') + oval(1300, 800, 190, 26, '#6fa352')
  const people = person(700, 846, 0.8, p.accent, p) + person(760, 852, 0.82, p.water, p, 1) + person(980, 838, 0.78, p.second, p, 2)
  return (
    sky(p, random) +
    back +
    wings +
    columns +
    centre +
    steps +
    yard +
    flag(400, 790, 330, p.accent, p.dark) +
    tree(210, 800, 1.25, p.near, p.mid) +
    tree(1400, 800, 1.35, p.near, p.mid) +
    people
  )
}
