import { farmer, person } from './figures.ts'
import type { Palette, Scene } from './scene.ts'
import { disc, hills, line, path, rect, repeat, shape, sky, stroke } from './shapes.ts'

const fruits = ['#e0523d', '#f0a53f', '#7fae45', '#c94f7c', '#f3cf57', '#5f9b4c'] as const

/** Stalls under striped awnings, crates of fruit and vegetables. */
export const market: Scene = (p, random) => {
  const back = hills(random, 520, 200, p.far) + rect(0, 600, 1600, 300, p.ground)
  const hall =
    rect(60, 230, 1480, 380, p.shade) +
    shape([10, 236, 110, 130, 1490, 130, 1590, 236], p.roof) +
    repeat(6, (i) => rect(100 + i * 276, 236, 24, 374, p.wall))
  const stalls = stall(50, p.accent, 0, p) + stall(578, p.near, 1, p) + stall(1106, p.roof, 2, p)
  const shoppers =
    person(270, 874, 1.45, p.water, p) +
    farmer(640, 886, 1.45, p.accent, p) +
    person(1010, 872, 1.45, p.second, p, 2) +
    person(1330, 884, 1.45, p.near, p, 1)
  return sky(p, random) + back + hall + stalls + shoppers + basket(306) + basket(1046)
}

function stall(x: number, fill: string, index: number, p: Palette): string {
  const posts = line(x + 14, 360, x + 14, 740, p.dark, 8) + line(x + 430, 360, x + 430, 740, p.dark, 8)
  const sellers = farmer(x + 130, 690, 1.25, p.light, p) + person(x + 320, 690, 1.25, fill, p, index)
  const crates = repeat(4, (i) => crate(x + 8 + i * 108, fruits[(index * 2 + i) % fruits.length] ?? p.accent))
  const awning = repeat(8, (i) =>
    path(`M${x + i * 55} 330L${x + 20 + i * 51} 420q25 34 51 0L${x + (i + 1) * 55} 330Z`, i % 2 ? p.light : fill),
  )
  return posts + sellers + crates + rect(x, 686, 444, 70, fill, 4) + awning
}

function crate(x: number, fruit: string): string {
  const heap = repeat(5, (i) => disc(x + 14 + i * 18, 636, 14, fruit)) + repeat(4, (i) => disc(x + 22 + i * 18, 618, 13, fruit))
  return heap + rect(x, 640, 100, 46, '#b98552', 5) + rect(x, 656, 100, 6, '#9a6a3e')
}

function basket(x: number): string {
  const weave = path(`M${x} 800h70l-12 50h-46Z`, '#b98552') + stroke(`M${x + 6} 800q29 -50 58 0`, '#9a6a3e', 6)
  return weave + disc(x + 22, 796, 14, '#7fae45') + disc(x + 46, 796, 14, '#e0523d')
}
