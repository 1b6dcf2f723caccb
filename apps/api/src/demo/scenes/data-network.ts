import type { Palette, Scene } from './scene.ts'
import { backdrop, between, disc, line, path, rect, repeat, stroke } from './shapes.ts'

/** Devices joined to a cloud by a web of lines. */
export const dataNetwork: Scene = (p, random) => {
  const nodes = Array.from({ length: 40 }, (_, i): [number, number] => [
    (i % 8) * 200 + between(random, 30, 170),
    Math.floor(i / 8) * 180 + between(random, 25, 155),
  ])
  const links = nodes
    .map(([x, y], i) =>
      nodes
        .slice(i + 1)
        .filter(([u, v]) => Math.hypot(u - x, v - y) < 215)
        .map(([u, v]) => line(x, y, u, v, p.light, 2, 0.35))
        .join(''),
    )
    .join('')
  const dots = nodes.map(([x, y], i) => disc(x, y, 16, p.light, 0.25) + disc(x, y, 7, i % 3 ? p.light : p.second)).join('')
  const cloud =
    disc(690, 330, 96, p.light) + disc(810, 270, 126, p.light) + disc(930, 336, 92, p.light) + rect(600, 330, 420, 100, p.light, 50)
  const emblem = disc(808, 330, 60, p.near) + stroke('M780 332l20 22l40 -44', p.light, 13)
  const wire = (x: number, y: number) => `<g stroke-dasharray="4 18">${stroke(`M808 430Q808 ${y - 40} ${x} ${y}`, p.second, 8)}</g>`
  return (
    backdrop(p.dark, p.near) +
    links +
    dots +
    wire(330, 556) +
    wire(808, 556) +
    wire(1270, 552) +
    cloud +
    emblem +
    laptop(p) +
    phone(p) +
    server(p)
  )
}

function laptop(p: Palette): string {
  return (
    rect(180, 560, 300, 190, p.dark, 14) +
    rect(196, 576, 268, 158, p.wall, 6) +
    path('M140 750L520 750L550 786L110 786Z', p.shade) +
    rect(222, 604, 110, 12, p.mid, 6) +
    rect(222, 630, 180, 12, p.shade, 6) +
    rect(222, 656, 150, 12, p.shade, 6) +
    rect(222, 690, 84, 26, p.accent, 8)
  )
}

function phone(p: Palette): string {
  return (
    rect(742, 560, 132, 240, p.dark, 22) +
    rect(754, 582, 108, 190, p.wall, 8) +
    repeat(6, (i) =>
      rect(
        766 + (i % 2) * 46,
        600 + Math.floor(i / 2) * 52,
        38,
        38,
        [p.accent, p.second, p.near, p.water, p.mid, p.roof][i] ?? p.accent,
        9,
      ),
    )
  )
}

function server(p: Palette): string {
  return repeat(
    3,
    (i) =>
      rect(1120, 556 + i * 82, 300, 70, p.dark, 10) +
      disc(1152, 591 + i * 82, 9, p.second) +
      disc(1182, 591 + i * 82, 9, '#5ad19b') +
      repeat(5, (j) => rect(1260 + j * 28, 575 + i * 82, 14, 32, p.mid, 4)),
  )
}
