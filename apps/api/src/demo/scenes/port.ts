import { person } from './figures.ts'
import type { Palette, Random, Scene } from './scene.ts'
import { hills, line, path, rect, repeat, sky } from './shapes.ts'
import { water } from './water.ts'

/** A quay with a gantry crane, containers and a ship. */
export const port: Scene = (p, random) => {
  const colours = [p.accent, p.second, p.mid, p.near, p.roof, p.wall]
  const sea = sky(p, random) + hills(random, 540, 120, p.far) + water(p, random, 530)
  const ship =
    containers(720, 590, 6, 3, 96, colours, random) +
    rect(1330, 420, 110, 172, p.wall, 6) +
    rect(1344, 440, 82, 20, p.dark, 4) +
    rect(1372, 376, 34, 50, p.accent, 4) +
    path('M640 588L1500 588L1450 700L720 700Z', p.dark) +
    path('M704 672L1462 672L1450 700L720 700Z', p.accent)
  const marks = repeat(16, (i) => rect(30 + i * 104, 836, 58, 8, p.second, 4))
  const quay =
    containers(40, 792, 3, 4, 110, colours, random) + rect(0, 792, 1600, 108, '#9aa3a6') + rect(0, 792, 1600, 14, '#c3c9c9') + marks
  return sea + ship + quay + crane(440, p) + person(980, 880, 0.8, p.second, p) + person(1040, 884, 0.8, p.accent, p, 1)
}

/** A block of containers; `x`, `y` are its bottom left corner. */
function containers(x: number, y: number, columns: number, rows: number, width: number, colours: string[], random: Random): string {
  const height = width * 0.44
  return repeat(columns * rows, (i) => {
    const left = x + (i % columns) * (width + 4)
    const top = y - (Math.floor(i / columns) + 1) * (height + 3)
    const ribs = repeat(5, (j) => rect(left + 10 + (j * (width - 16)) / 5, top + 7, 4, height - 14, '#000000', 0, 0.12))
    return rect(left, top, width, height, colours[Math.floor(random() * colours.length)] ?? '#888888', 3) + ribs
  })
}

function crane(x: number, p: Palette): string {
  const legs = line(x - 10, 310, x - 60, 800, p.second, 16) + line(x + 130, 310, x + 180, 800, p.second, 16)
  const beams = rect(x - 110, 300, 560, 22, p.second, 4) + line(x - 20, 560, x + 150, 560, p.second, 10)
  const stays =
    line(x + 60, 150, x + 430, 304, p.second, 7) +
    line(x + 60, 150, x - 100, 304, p.second, 7) +
    line(x + 60, 150, x + 60, 304, p.second, 12)
  const load = rect(x + 250, 322, 44, 34, p.dark, 5) + line(x + 272, 356, x + 272, 396, p.dark, 4) + rect(x + 224, 396, 96, 40, p.accent, 3)
  return legs + beams + stays + load
}
