import type { Palette, Random, Scene } from './scene.ts'
import { backdrop, between, disc, hills, line, oval, path, rect, repeat, shape, stroke } from './shapes.ts'

/** Lanterns over a river at night. */
export const festivalLanterns: Scene = (p, random) => {
  const stars = repeat(60, () => disc(between(random, 0, 1600), between(random, 0, 400), between(random, 1, 3), '#fff3d0', 0.8))
  const moon = disc(1330, 310, 58, '#ffeec2') + disc(1330, 310, 96, '#ffeec2', 0.16)
  const town = hills(random, 560, 170, '#463a6b') + repeat(13, (i) => townHouse(i, between(random, 70, 150)))
  const glints = repeat(30, () =>
    rect(between(random, 0, 1560), between(random, 610, 890), between(random, 40, 150), 5, '#f3a867', 3, 0.35),
  )
  const river = rect(0, 586, 1600, 314, '#2c3166') + glints + repeat(14, (i) => floatingLight(i, random))
  const ropes = rope(40, 60, 0.85, 0.25, p) + rope(20, 150, 1.15, 0.7, p)
  return backdrop('#1d2450', '#b0577a') + stars + moon + town + river + ropes
}

function townHouse(index: number, height: number): string {
  const x = index * 126 - 10
  const top = 582 - height
  const roof = shape([x - 12, top, x + 24, top - 34, x + 88, top - 34, x + 124, top], '#5e3557')
  const lit = rect(x + 22, top + 20, 24, 30, '#f6c667', 3) + rect(x + 66, top + 20, 24, 30, '#f6c667', 3)
  return rect(x, top - 2, 112, height + 10, index % 2 ? '#33305c' : '#3d3768') + roof + lit
}

function floatingLight(index: number, random: Random): string {
  const y = 640 + (index % 5) * 52
  const s = 0.5 + (y - 640) / 260
  const x = Math.round((index * 117 + between(random, 0, 60)) % 1600)
  const petals = path(`M${x - 30 * s} ${y - 6 * s}Q${x} ${y + 30 * s} ${x + 30 * s} ${y - 6 * s}Z`, '#e0567f')
  return oval(x, y + 14 * s, 40 * s, 9 * s, '#f6c667', 0.3) + petals + disc(x, y - 8 * s, 11 * s, '#ffe3a0')
}

/** Seven lanterns on a rope that sags by `sag` pixels; `shift` moves them along it. */
function rope(y: number, sag: number, scale: number, shift: number, p: Palette): string {
  const colours = [p.accent, p.second, '#e0567f', '#f08a4b', '#58b6a6']
  const lanterns = repeat(7, (i) => {
    const t = (i + shift) / 7
    const fill = colours[(i * 2 + Math.round(shift * 4)) % colours.length] ?? p.accent
    return lantern(t * 1600, y + 4 * sag * t * (1 - t) + 54 * scale, scale, fill)
  })
  return stroke(`M-20 ${y}Q800 ${y + sag * 2} 1620 ${y}`, '#2a2447', 4) + lanterns
}

function lantern(x: number, y: number, s: number, fill: string): string {
  const rims = rect(x - 14 * s, y - 50 * s, 28 * s, 10 * s, '#5a3140', 3) + rect(x - 14 * s, y + 40 * s, 28 * s, 10 * s, '#5a3140', 3)
  const silk = oval(x, y, 40 * s, 44 * s, fill) + oval(x, y, 20 * s, 44 * s, '#fff2c9', 0.35)
  return disc(x, y, 74 * s, fill, 0.2) + silk + rims + line(x, y + 50 * s, x, y + 86 * s, '#f6c667', 5 * s)
}
