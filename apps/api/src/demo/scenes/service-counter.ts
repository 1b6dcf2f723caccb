import { person, plant } from './figures.ts'
import type { Scene } from './scene.ts'
import { backdrop, disc, line, path, rect, repeat } from './shapes.ts'

/** A public service hall: clerks behind a counter, people before it. */
export const serviceCounter: Scene = (p) => {
  const hall =
    backdrop(p.skyLow, p.wall) +
    rect(0, 640, 1600, 260, p.shade) +
    repeat(9, (i) => line(800 + (i - 4) * 150, 640, 800 + (i - 4) * 330, 900, p.wall, 5))
  const glass = repeat(
    5,
    (i) => rect(90 + i * 292, 90, 250, 250, p.water, 8, 0.4) + line(215 + i * 292, 90, 215 + i * 292, 340, p.light, 6),
  )
  const lamp = repeat(
    4,
    (i) =>
      line(260 + i * 360, 0, 260 + i * 360, 60, p.dark, 4) +
      path(`M${210 + i * 360} 92Q${260 + i * 360} 36 ${310 + i * 360} 92Z`, p.second),
  )
  const desk = (i: number) => {
    const x = 150 + i * 340
    const screen = rect(x + 60, 448, 92, 64, p.dark, 6) + rect(x + 68, 455, 76, 50, p.water, 3) + rect(x + 98, 510, 16, 26, p.dark)
    return person(x + 190, 610, 1.25, i % 2 ? p.light : p.near, p, i) + screen + rect(x + 240, 380, 6, 156, p.light)
  }
  const counter =
    rect(90, 528, 1420, 26, p.roof, 8) +
    rect(110, 552, 1380, 130, p.wall) +
    rect(110, 552, 1380, 12, p.shade) +
    repeat(4, (i) => disc(290 + i * 340, 618, 28, [p.accent, p.second, p.near, p.water][i] ?? p.accent))
  const visitors = person(420, 830, 1.5, p.accent, p) + person(750, 846, 1.5, p.second, p, 1) + person(1090, 830, 1.5, p.water, p, 2)
  const sheets = [462, 792, 1132]
    .map((x) => rect(x, 690, 40, 52, p.light, 4) + line(x + 8, 706, x + 32, 706, p.mid, 4) + line(x + 8, 720, x + 26, 720, p.mid, 4))
    .join('')
  return (
    hall +
    glass +
    lamp +
    repeat(4, desk) +
    counter +
    plant(60, 800, 1.35, p.near, p.roof) +
    plant(1530, 800, 1.35, p.near, p.roof) +
    visitors +
    sheets
  )
}
