import { farmer } from './figures.ts'
import type { Palette, Random } from './scene.ts'
import { between, line, oval, path, rect, repeat } from './shapes.ts'

/** Water across the canvas below `y`, with glints. */
export function water(p: Palette, random: Random, y: number): string {
  const glints = repeat(34, () => {
    const depth = random()
    return rect(between(random, -40, 1560), y + 20 + depth * (860 - y), 40 + depth * 150, 4 + depth * 5, p.light, 4, 0.28)
  })
  return rect(0, y, 1600, 900 - y, p.water) + glints
}

/** A sampan with one person, 200 pixels long at scale 1. */
export function boat(x: number, y: number, scale: number, p: Palette): string {
  const hull = path(
    `M${x - 110 * scale} ${y - 26 * scale}Q${x} ${y + 12 * scale} ${x + 110 * scale} ${y - 30 * scale}Q${x + 70 * scale} ${y + 30 * scale} ${x} ${y + 30 * scale}Q${x - 70 * scale} ${y + 30 * scale} ${x - 110 * scale} ${y - 26 * scale}Z`,
    '#7a4f3a',
  )
  const pole = line(x + 30 * scale, y - 150 * scale, x + 74 * scale, y + 44 * scale, '#c9a066', 6 * scale)
  return oval(x, y + 32 * scale, 120 * scale, 9 * scale, p.dark, 0.18) + farmer(x, y + 2 * scale, 0.72 * scale, p.accent, p) + pole + hull
}
