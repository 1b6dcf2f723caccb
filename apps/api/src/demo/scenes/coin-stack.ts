import type { Scene } from './scene.ts'
import { between, hills, line, oval, path, rect, repeat, shape, sky, stroke } from './shapes.ts'

/** Rising stacks of coins under a growing curve. */
export const coinStack: Scene = (p, random) => {
  const land = hills(random, 640, 260, p.far) + hills(random, 690, 160, p.mid, 3) + rect(0, 720, 1600, 180, p.ground)
  const coins = [2, 4, 5, 8, 10, 13]
    .map((height, c) =>
      repeat(height, (i) => {
        const x = 330 + c * 190 + between(random, -5, 5)
        const y = 770 - i * 36
        return (
          oval(x, y + 16, 76, 24, '#c98a2b') +
          rect(x - 76, y, 152, 16, '#c98a2b') +
          oval(x, y, 76, 24, p.second) +
          oval(x, y, 52, 15, '#f8d883')
        )
      }),
    )
    .join('')
  const shades = repeat(6, (c) => oval(340 + c * 190, 796, 104, 22, p.dark, 0.14))
  const sprout =
    line(1280, 316, 1280, 220, '#4f8f46', 10) +
    path('M1280 262Q1210 250 1196 184Q1268 186 1280 262Z', '#6bb05a') +
    path('M1280 236Q1352 220 1372 150Q1296 156 1280 236Z', '#4f9350')
  const curve =
    stroke('M190 620C480 600 640 480 800 440S1010 300 1110 180', p.accent, 12) + shape([1086, 150, 1140, 132, 1134, 190], p.accent)
  return sky(p, random) + land + curve + shades + coins + sprout
}
