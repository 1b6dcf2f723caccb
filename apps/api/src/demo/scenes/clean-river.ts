import { house, palm, person } from './figures.ts'
import type { Scene } from './scene.ts'
import { between, hills, path, rect, repeat, sky, stroke } from './shapes.ts'
import { boat, water } from './water.ts'

/** A clear riverside walk: trees, sorting bins, a boat gathering litter. */
export const cleanRiver: Scene = (p, random) => {
  const far =
    hills(random, 460, 190, p.far) +
    hills(random, 476, 100, p.mid, 3) +
    house(180, 480, 0.6, p) +
    house(340, 482, 0.5, p) +
    house(1240, 482, 0.62, p)
  const bank =
    path('M0 900L0 690Q500 650 900 740T1600 730L1600 900Z', '#8dbb62') + path('M0 900L0 770Q520 730 900 812T1600 800L1600 900Z', p.ground)
  const bin = (x: number, fill: string) =>
    rect(x, 690, 74, 104, fill, 10) +
    rect(x - 6, 676, 86, 20, p.dark, 8) +
    stroke(`M${x + 22} 742l15 -22l15 22M${x + 37} 722v42`, p.light, 6)
  const people = person(900, 812, 1.15, p.second, p) + person(990, 828, 1.1, p.near, p, 1)
  const reeds = repeat(16, (i) =>
    stroke(`M${60 + i * 24} 700q-6 -60 ${between(random, -20, 20)} -${between(random, 70, 120)}`, '#4f8a4a', 6),
  )
  return (
    sky(p, random) +
    far +
    water(p, random, 478) +
    boat(700, 590, 1, p) +
    boat(1180, 640, 1.15, p) +
    bank +
    reeds +
    palm(1430, 800, 1.5, '#3f7d45') +
    bin(520, p.near) +
    bin(620, p.second) +
    bin(720, p.accent) +
    people
  )
}
