import { person, tree, windows } from './figures.ts'
import type { Palette, Scene } from './scene.ts'
import { disc, hills, line, path, rect, repeat, shape, sky } from './shapes.ts'

/** A clinic with a green cross, an ambulance and visitors. */
export const hospital: Scene = (p, random) => {
  const back = hills(random, 640, 220, p.far) + hills(random, 680, 130, p.mid, 3) + rect(0, 690, 1600, 210, '#a7c97b')
  const block =
    rect(420, 250, 460, 460, p.wall, 6) +
    rect(880, 400, 440, 310, p.wall, 6) +
    rect(420, 250, 460, 24, p.shade, 6) +
    rect(880, 400, 440, 20, p.shade, 6)
  const glass = windows(460, 400, 4, 3, 104, 84, p.water) + windows(920, 450, 5, 2, 78, 84, p.water)
  const cross = disc(650, 332, 54, '#2f9e6e') + rect(640, 298, 20, 68, p.light, 4) + rect(616, 322, 68, 20, p.light, 4)
  const door =
    rect(560, 646, 180, 64, p.dark, 4) + line(650, 646, 650, 710, p.shade, 4) + shape([520, 646, 550, 616, 750, 616, 780, 646], '#2f9e6e')
  const road =
    rect(0, 760, 1600, 140, '#7d888d') + rect(0, 748, 1600, 16, p.shade) + repeat(12, (i) => rect(40 + i * 140, 826, 74, 9, p.light, 4))
  const people = person(480, 786, 0.95, p.second, p) + person(548, 792, 0.95, p.light, p, 1) + person(820, 780, 0.9, p.accent, p, 2)
  return (
    sky(p, random) +
    back +
    block +
    glass +
    cross +
    door +
    road +
    tree(300, 750, 1.5, p.near, p.mid) +
    tree(160, 756, 1.1, p.near, p.mid) +
    tree(1450, 750, 1.5, p.near, p.mid) +
    van(p) +
    people
  )
}

function van(p: Palette): string {
  return (
    rect(960, 690, 230, 116, p.light, 16) +
    path('M1188 716L1234 716Q1268 728 1278 770L1278 806L1188 806Z', p.light) +
    path('M1200 728L1228 728Q1250 736 1258 766L1200 766Z', p.dark) +
    rect(960, 766, 318, 14, '#2f9e6e') +
    rect(1048, 712, 14, 46, '#2f9e6e', 3) +
    rect(1032, 728, 46, 14, '#2f9e6e', 3) +
    rect(1150, 674, 34, 18, p.accent, 6) +
    disc(1020, 810, 27, p.dark) +
    disc(1020, 810, 11, p.shade) +
    disc(1220, 810, 27, p.dark) +
    disc(1220, 810, 11, p.shade)
  )
}
