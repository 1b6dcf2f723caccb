import { flag, person, tree } from './figures.ts'
import type { Scene } from './scene.ts'
import { hills, line, oval, rect, repeat, shape, sky } from './shapes.ts'

/** A school with a gallery, a flame tree and children in the yard. */
export const school: Scene = (p, random) => {
  const back = hills(random, 600, 230, p.far) + hills(random, 640, 140, p.mid, 3)
  const block =
    rect(180, 340, 1060, 360, p.wall) + shape([140, 344, 220, 270, 1200, 270, 1280, 344], p.roof) + rect(180, 510, 1060, 20, p.shade)
  const rooms = repeat(14, (i) => {
    const x = 214 + (i % 7) * 148
    const y = i < 7 ? 376 : 556
    return i === 10
      ? rect(x + 14, y, 88, 144, p.dark, 4)
      : rect(x, y, 112, 86, p.water, 6) + line(x + 56, y, x + 56, y + 86, p.light, 5) + line(x, y + 43, x + 112, y + 43, p.light, 5)
  })
  const gallery =
    repeat(8, (i) => rect(180 + i * 149, 344, 14, 356, p.light)) +
    repeat(52, (i) => rect(184 + i * 20.3, 482, 4, 30, p.second)) +
    rect(180, 478, 1060, 7, p.second)
  const yard = rect(0, 696, 1600, 204, p.ground) + rect(0, 696, 1600, 14, '#9cc06f')
  const flame = oval(1420, 774, 180, 18, p.dark, 0.14) + tree(1420, 774, 1.95, '#e0523d', '#c8412f')
  const children = repeat(
    7,
    (i) =>
      person(250 + i * 128 + (i % 2) * 26, 800 + (i % 3) * 30, 0.74, i % 2 ? p.light : p.water, p, i) +
      rect(256 + i * 128 + (i % 2) * 26, 720 + (i % 3) * 30, 22, 34, p.accent, 7),
  )
  return sky(p, random) + back + yard + block + rooms + gallery + flag(70, 770, 380, p.accent, p.dark) + flame + children
}
