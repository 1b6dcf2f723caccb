import { person } from './figures.ts'
import type { Palette, Scene } from './scene.ts'
import { backdrop, between, disc, line, oval, path, rect, repeat, stroke } from './shapes.ts'

/** Bars, a pie and a line on a board, two people before it. */
export const statisticsChart: Scene = (p, random) => {
  const room = backdrop(p.skyLow, p.wall) + rect(0, 760, 1600, 140, p.shade)
  const grid = repeat(5, (i) => line(350, 210 + i * 100, 880, 210 + i * 100, p.shade, 3))
  const heights = Array.from({ length: 7 }, (_, i) => 110 + i * 38 + between(random, -36, 36))
  const bars = heights.map((h, i) => rect(366 + i * 74, 610 - h, 46, h, i === 5 ? p.accent : i % 2 ? p.water : p.mid, 6)).join('')
  const trend =
    stroke(`M${heights.map((h, i) => `${389 + i * 74} ${Math.round(570 - h)}`).join('L')}`, p.roof, 7) +
    heights.map((h, i) => disc(389 + i * 74, 570 - h, 11, p.second)).join('')
  const legend = repeat(
    3,
    (i) =>
      rect(970, 496 + i * 46, 26, 26, [p.water, p.accent, p.second][i] ?? p.water, 6) +
      rect(1012, 502 + i * 46, 180 - i * 36, 14, p.shade, 7),
  )
  return (
    room +
    board(p) +
    grid +
    bars +
    trend +
    pie(p) +
    legend +
    oval(190, 856, 90, 14, p.dark, 0.14) +
    oval(1420, 868, 90, 14, p.dark, 0.14) +
    people(p)
  )
}

function board(p: Palette): string {
  return (
    rect(300, 90, 1000, 600, p.dark, 22, 0.16) +
    rect(290, 78, 1000, 600, p.light, 22) +
    rect(290, 78, 1000, 52, p.near, 22) +
    rect(290, 108, 1000, 24, p.near) +
    repeat(3, (i) => disc(328 + i * 34, 105, 9, p.light, 0.9))
  )
}

function pie(p: Palette): string {
  return (
    disc(1080, 320, 126, p.water) +
    path('M1080 320L1080 194A126 126 0 0 1 1200 358Z', p.accent) +
    path('M1080 320L1200 358A126 126 0 0 1 1090 446Z', p.second) +
    disc(1080, 320, 56, p.light)
  )
}

function people(p: Palette): string {
  return (
    person(190, 850, 2, p.accent, p) +
    line(236, 650, 340, 560, p.roof, 9) +
    person(1420, 862, 1.95, p.near, p, 1) +
    rect(1448, 640, 78, 100, p.second, 6) +
    rect(1460, 660, 54, 10, p.light, 4) +
    rect(1460, 684, 40, 10, p.light, 4)
  )
}
