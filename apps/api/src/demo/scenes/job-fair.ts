import { person } from './figures.ts'
import type { Scene } from './scene.ts'
import { disc, hills, path, rect, repeat, shape, sky, stroke } from './shapes.ts'

/** A row of stalls in a yard where people talk across tables. */
export const jobFair: Scene = (p, random) => {
  const yard = hills(random, 520, 200, p.far) + rect(0, 640, 1600, 260, p.ground)
  const flags =
    stroke('M0 130Q400 250 800 150T1600 150', p.dark, 4) +
    repeat(16, (i) =>
      shape(
        [
          i * 102 + 10,
          150 + Math.sin(i * 0.8) * 34,
          i * 102 + 62,
          152 + Math.sin(i * 0.8 + 0.4) * 34,
          i * 102 + 36,
          214 + Math.sin(i * 0.8) * 34,
        ],
        [p.accent, p.second, p.near, p.water][i % 4] ?? p.accent,
      ),
    )
  const stall = (x: number, fill: string, i: number) =>
    rect(x, 330, 14, 340, p.dark) +
    rect(x + 306, 330, 14, 340, p.dark) +
    rect(x - 4, 400, 328, 200, p.wall) +
    rect(x + 40, 430, 100, 76, fill, 8, 0.35) +
    disc(x + 230, 468, 36, fill) +
    shape([x - 30, 380, x + 30, 290, x + 290, 290, x + 350, 380], fill) +
    repeat(5, (j) => path(`M${x - 30 + j * 76} 380q38 54 76 0Z`, j % 2 ? p.light : fill)) +
    person(x + 110, 690, 1.2, fill, p, i) +
    person(x + 210, 690, 1.2, p.light, p, i + 1) +
    rect(x - 10, 610, 340, 26, p.shade, 6) +
    rect(x, 634, 320, 90, fill)
  const visitors = repeat(
    6,
    (i) =>
      person(180 + i * 248, 850 + (i % 2) * 24, 1.2, [p.light, p.dark, p.second, p.water, p.accent, p.mid][i] ?? p.light, p, i) +
      rect(206 + i * 248, 764 + (i % 2) * 24, 46, 36, '#8a6042', 6),
  )
  return sky(p, random) + yard + flags + stall(110, p.accent, 0) + stall(640, p.near, 1) + stall(1170, p.roof, 2) + visitors
}
