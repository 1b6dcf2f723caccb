import { palm } from './figures.ts'
import type { Scene } from './scene.ts'
import { hills, line, path, rect, repeat, shape, sky } from './shapes.ts'
import { boat, water } from './water.ts'

/** A cable-stayed bridge over a wide river. */
export const riverBridge: Scene = (p, random) => {
  const banks = hills(random, 500, 230, p.far) + hills(random, 520, 120, p.mid, 3) + rect(0, 512, 1600, 20, p.near)
  const tower = (x: number) => {
    const cables = repeat(
      9,
      (i) => line(x, 190 + i * 12, x - 70 - i * 42, 476, p.light, 3, 0.9) + line(x, 190 + i * 12, x + 70 + i * 42, 476, p.light, 3, 0.9),
    )
    return (
      cables +
      shape([x - 44, 620, x - 10, 160, x + 10, 160, x + 44, 620, x + 24, 620, x, 300, x - 24, 620], p.wall) +
      rect(x - 62, 606, 124, 40, p.shade, 6)
    )
  }
  const deck =
    rect(0, 472, 1600, 24, p.wall) +
    rect(0, 494, 1600, 12, p.shade) +
    repeat(33, (i) => rect(i * 50, 456, 4, 18, p.wall)) +
    rect(0, 454, 1600, 4, p.wall)
  const cars =
    rect(300, 438, 74, 26, p.accent, 8) +
    rect(314, 424, 42, 20, p.accent, 8) +
    rect(930, 418, 120, 46, p.second, 8) +
    rect(1180, 440, 70, 24, p.dark, 8) +
    rect(1192, 426, 40, 20, p.dark, 8)
  const front = path('M0 900L0 800Q240 760 460 900Z', p.near) + palm(120, 850, 1.25, p.near) + palm(40, 880, 1, p.mid)
  return (
    sky(p, random) +
    banks +
    water(p, random, 524) +
    deck +
    cars +
    tower(500) +
    tower(1120) +
    boat(830, 730, 1.15, p) +
    boat(1310, 660, 0.7, p) +
    front
  )
}
