import { tree } from './figures.ts'
import type { Scene } from './scene.ts'
import { between, disc, hills, oval, path, rect, repeat, sky, stroke } from './shapes.ts'

/** A road winding up between ridges, a small bus on it. */
export const mountainRoad: Scene = (p, random) => {
  const peaks = hills(random, 560, 480, p.far, 2) + oval(420, 520, 520, 40, p.light, 0.35)
  const slopes = hills(random, 600, 330, p.mid, 3) + oval(1200, 560, 460, 34, p.light, 0.3) + hills(random, 700, 120, p.near, 2)
  const course = 'M560 900C700 800 1250 800 1190 700C1140 620 640 660 660 580C676 520 960 540 950 486'
  const road =
    stroke(course, p.dark, 12, 0.25) +
    path(
      'M380 900C560 770 1130 800 1110 712C1090 640 590 676 622 580C650 508 930 536 944 484L956 488C960 556 720 540 706 590C690 650 1290 590 1286 712C1280 830 900 800 800 900Z',
      '#58636b',
    )
  const mark = `<g stroke-dasharray="26 30">${stroke('M600 900C720 790 1210 810 1196 708C1180 620 640 650 664 584C684 528 930 540 950 490', p.light, 5, 0.85)}</g>`
  const bus =
    rect(1010, 724, 150, 74, p.accent, 14) +
    rect(1024, 736, 122, 28, p.light, 6) +
    rect(1010, 770, 150, 10, p.second) +
    disc(1044, 800, 15, p.dark) +
    disc(1130, 800, 15, p.dark)
  const trees = repeat(9, (i) => {
    const x = i < 4 ? between(random, 20, 380) : between(random, 1330, 1590)
    return tree(x, between(random, 720, 890), between(random, 0.7, 1.2), '#5a9a50', '#4a8746')
  })
  const bank = path('M0 900L0 770Q260 700 430 870L420 900Z', '#6d9a58') + path('M1600 900L1600 690Q1360 720 1250 900Z', '#6d9a58')
  return sky(p, random) + peaks + slopes + road + mark + bus + bank + trees
}
