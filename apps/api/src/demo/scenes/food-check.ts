import type { Palette, Scene } from './scene.ts'
import { backdrop, disc, line, oval, path, rect, repeat, shape, stroke, turn } from './shapes.ts'

/** A kitchen table with vegetables, a checklist and a magnifier. */
export const foodCheck: Scene = (p) => {
  const room =
    backdrop(p.skyLow, p.wall) + repeat(48, (i) => rect((i % 12) * 136 + 6, Math.floor(i / 12) * 136 + 6, 124, 124, p.light, 8, 0.55))
  const table =
    rect(0, 640, 1600, 260, '#c99b68') +
    rect(0, 640, 1600, 26, '#dcb27f') +
    repeat(4, (i) => line(0, 720 + i * 54, 1600, 720 + i * 54, '#b98a57', 4))
  const tray =
    oval(480, 760, 340, 60, p.dark, 0.14) + path('M150 640L810 640L750 760L210 760Z', '#e9cfa0') + rect(140, 626, 680, 26, '#d8b67c', 10)
  const carrot =
    path('M-26 -150Q0 -176 26 -150L4 0L-4 0Z', '#f08a3c') +
    path('M-18 -158Q-40 -220 -12 -232Q-8 -190 0 -166Q8 -200 22 -230Q40 -200 16 -158Z', '#5f9b4c')
  const carrots = repeat(3, (i) => turn(640 + i * 50, 640, 12 + i * 12, carrot))
  const lens =
    line(1440, 760, 1520, 850, p.dark, 30) +
    disc(1380, 690, 96, p.dark) +
    disc(1380, 690, 78, p.water) +
    path('M1330 660Q1350 626 1396 628Q1356 646 1346 684Z', p.light, 0.8)
  return room + shelf(p) + table + board(p) + carrots + cabbage() + tomatoes() + tray + lens
}

function shelf(p: Palette): string {
  return (
    rect(120, 250, 520, 20, '#b98a57', 6) +
    repeat(
      4,
      (i) =>
        rect(160 + i * 120, 150, 74, 100, [p.accent, p.second, p.near, p.water][i] ?? p.accent, 14) +
        rect(170 + i * 120, 136, 54, 20, p.dark, 6) +
        rect(172 + i * 120, 190, 50, 30, p.light, 5),
    )
  )
}

function board(p: Palette): string {
  return (
    rect(930, 190, 400, 520, '#8a6042', 20) +
    rect(960, 236, 340, 446, p.light, 8) +
    rect(1060, 166, 140, 60, p.dark, 14) +
    repeat(
      4,
      (i) =>
        disc(1010, 306 + i * 92, 26, p.near) +
        stroke(`M998 ${307 + i * 92}l9 10l17 -20`, p.light, 7) +
        rect(1056, 288 + i * 92, 200 - (i % 2) * 50, 14, p.mid, 7) +
        rect(1056, 312 + i * 92, 140 - (i % 3) * 26, 12, p.shade, 6),
    )
  )
}

function cabbage(): string {
  return (
    disc(290, 560, 88, '#8cc063') +
    disc(260, 540, 56, '#a8d47e') +
    disc(326, 548, 50, '#79b052') +
    stroke('M290 640Q284 560 300 490M290 600Q250 570 240 530M292 590Q330 570 344 530', '#dff0bd', 6)
  )
}

function tomatoes(): string {
  return (
    disc(450, 586, 56, '#e0523d') +
    disc(548, 592, 50, '#d1432f') +
    disc(500, 520, 52, '#ea6a50') +
    shape([500, 470, 484, 486, 500, 482, 516, 486], '#4f8f46')
  )
}
