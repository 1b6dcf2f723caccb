import { house, palm, person } from './figures.ts'
import type { Palette, Random, Scene } from './scene.ts'
import { backdrop, between, hills, line, oval, path, repeat, shape, turn } from './shapes.ts'

/** A dyke in wind and rain, people strengthening it with bags. */
export const stormDike: Scene = (p, random) => {
  const sky = backdrop('#54697a', '#b9c6cb') + clouds(random) + hills(random, 560, 110, '#7d919c')
  const waves = repeat(5, (i) =>
    path(`M0 ${560 + i * 60}q100 ${-46 + i * 4} 200 0t200 0t200 0t200 0t200 0t200 0t200 0t200 0V900H0Z`, i % 2 ? '#557f93' : '#6691a4'),
  )
  const dike =
    shape([520, 900, 900, 600, 1200, 600, 1600, 760, 1600, 900], '#8a7a58') +
    shape([900, 600, 1200, 600, 1600, 760, 1600, 800, 1190, 640, 880, 640], '#7f9c57')
  const people =
    person(1000, 566, 1, p.second, p) +
    person(1110, 566, 1, p.accent, p, 1) +
    person(1260, 636, 1.05, p.second, p, 2) +
    person(1400, 700, 1.15, p.accent, p)
  const bentPalm = turn(1330, 690, 14, palm(0, 0, 1.2, '#3f6a58'))
  return sky + waves + house(1370, 690, 0.9, p) + dike + bentPalm + bags() + people + rainfall(p, random)
}

function clouds(random: Random): string {
  return repeat(18, (i) => {
    const x = (i % 9) * 200 + between(random, -60, 60)
    const y = between(random, 20, 150)
    return oval(x, y, between(random, 130, 230), between(random, 50, 84), i % 2 ? '#4b5d6b' : '#566978')
  })
}

/** Two courses of sandbags along the crest. */
function bags(): string {
  return repeat(22, (i) => {
    const column = i % 11
    const course = i < 11 ? 0 : 1
    const y = 592 - course * 24 + Math.max(0, column - 7) * 12
    return oval(910 + column * 36 + course * 16, y, 23, 14, i % 2 ? '#d9c79c' : '#c7b285')
  })
}

function rainfall(p: Palette, random: Random): string {
  return repeat(90, () => {
    const x = between(random, 0, 1640)
    const y = between(random, 0, 880)
    return line(x, y, x - 16, y + 46, p.light, 3, 0.3)
  })
}
