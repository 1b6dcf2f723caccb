import { listener, person, plant } from './figures.ts'
import type { Palette, Scene } from './scene.ts'
import { backdrop, path, rect, repeat, turn } from './shapes.ts'

/** A conference room seen from the back rows. */
export const meetingHall: Scene = (p, random) => {
  const room = backdrop(p.wall, p.shade) + rect(0, 0, 1600, 80, p.shade) + repeat(5, (i) => rect(150 + i * 290, 56, 150, 18, p.light, 9))
  const curtain = (x: number) => repeat(4, (i) => rect(x + i * 46, 100, 40, 420, i % 2 ? p.near : p.mid, 14))
  const floor = rect(0, 460, 1600, 440, '#c79f74') + rect(240, 452, 1120, 70, '#a87d55', 6)
  const podium =
    person(420, 470, 1.15, p.dark, p) + path('M352 400L488 400L470 520L370 520Z', '#8a6042') + rect(344, 388, 152, 18, '#a87d55', 5)
  const rows = repeat(3, (r) =>
    repeat(9 - r, (i) => {
      const scale = 1 + r * 0.45
      const gap = 178 + r * 30
      const x = 800 + (i - (8 - r) / 2) * gap
      const shirts = [p.light, p.water, p.dark, p.light, p.mid, p.second]
      return listener(x, 640 + r * 130, scale, shirts[Math.floor(random() * shirts.length)] ?? p.light, '#33282a')
    }),
  )
  return (
    room +
    curtain(60) +
    curtain(1360) +
    stage(p) +
    floor +
    table(p) +
    podium +
    plant(260, 560, 0.9, p.near, p.roof) +
    plant(1340, 560, 0.9, p.near, p.roof) +
    rows
  )
}

function stage(p: Palette): string {
  return (
    rect(300, 130, 1000, 330, p.roof, 10) +
    rect(330, 150, 940, 290, p.accent, 6) +
    repeat(7, (i) => turn(810, 340, (i - 3) * 27, path('M0 0Q-34 -62 0 -128Q34 -62 0 0Z', i % 2 ? p.second : p.light))) +
    rect(350, 170, 900, 6, p.second) +
    rect(350, 414, 900, 6, p.second)
  )
}

function table(p: Palette): string {
  return (
    rect(560, 420, 500, 60, p.roof, 6) +
    repeat(5, (i) =>
      listener(610 + i * 100, 424, 0.62, [p.dark, p.light, p.dark, p.near, p.light][i] ?? p.dark, i % 2 ? '#4a3a34' : '#2e2523'),
    ) +
    rect(560, 420, 500, 14, p.second)
  )
}
