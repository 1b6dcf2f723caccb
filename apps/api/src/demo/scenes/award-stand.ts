import { person } from './figures.ts'
import type { Scene } from './scene.ts'
import { backdrop, between, disc, oval, rect, repeat, shape, turn } from './shapes.ts'

/** A winners' stand with a ribboned medal and confetti. */
export const awardStand: Scene = (p, random) => {
  const ground = rect(0, 720, 1600, 180, p.ground) + oval(800, 760, 620, 60, p.dark, 0.1)
  const rays = repeat(12, (i) => turn(800, 176, i * 30 + 8, shape([0, 0, -70, -1076, 70, -1076], p.light, 0.22)))
  const stand =
    rect(640, 560, 320, 210, p.accent, 8) +
    rect(350, 630, 300, 140, p.near, 8) +
    rect(950, 660, 300, 110, p.second, 8) +
    rect(640, 560, 320, 18, p.light, 8, 0.4)
  const people = person(800, 562, 1.5, p.light, p, 2) + person(500, 632, 1.4, p.water, p) + person(1100, 662, 1.4, p.roof, p, 1)
  const laurels = repeat(14, (i) => {
    const angle = ((i < 7 ? 28 + i * 19 : 332 - (i - 7) * 19) * Math.PI) / 180
    const lean = (angle * 180) / Math.PI + (i < 7 ? 138 : 42)
    return turn(800 + Math.sin(angle) * 131, 176 + Math.cos(angle) * 131, 180 - lean, oval(0, 0, 12, 29, p.near))
  })
  const corners = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? 27 : 66
    return [800 + Math.sin((i * Math.PI) / 5) * r, 172 - Math.cos((i * Math.PI) / 5) * r]
  })
  const star = shape(corners.flat(), p.light)
  const medal = disc(800, 178, 104, p.roof, 0.25) + disc(800, 172, 98, p.second) + disc(800, 172, 79, p.accent) + star
  const confetti = repeat(70, (i) => {
    const scrap = rect(-9, -5, 18, 10, [p.accent, p.second, p.near, p.water][i % 4] ?? p.accent, 2)
    return turn(between(random, 20, 1580), between(random, 20, 680), random() * 360, scrap)
  })
  return backdrop(p.skyTop, p.skyLow) + rays + confetti + laurels + medal + ground + stand + people
}
