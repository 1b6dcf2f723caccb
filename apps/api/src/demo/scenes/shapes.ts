import type { Palette, Random } from './scene.ts'

const n = (value: number) => String(Math.round(value * 10) / 10)

/** A rectangle, its corners rounded by `r` pixels. */
export function rect(x: number, y: number, width: number, height: number, fill: string, r = 0, opacity = 1): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(r)}" fill="${fill}" opacity="${opacity}"/>`
}

/** A disc. */
export function disc(x: number, y: number, r: number, fill: string, opacity = 1): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" opacity="${opacity}"/>`
}

/** An ellipse. */
export function oval(x: number, y: number, rx: number, ry: number, fill: string, opacity = 1): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" opacity="${opacity}"/>`
}

/** A filled polygon through the corners x1, y1, x2, y2 … */
export function shape(corners: number[], fill: string, opacity = 1): string {
  return `<polygon points="${corners.map(n).join(' ')}" fill="${fill}" opacity="${opacity}"/>`
}

/** A filled path. */
export function path(d: string, fill: string, opacity = 1): string {
  return `<path d="${d}" fill="${fill}" opacity="${opacity}"/>`
}

/** An unfilled path with round ends. */
export function stroke(d: string, colour: string, width: number, opacity = 1): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" opacity="${opacity}"/>`
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, colour: string, width: number, opacity = 1): string {
  return stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, colour, width, opacity)
}

/** Elements moved to `x`, `y` and scaled. */
export function place(x: number, y: number, scale: number, content: string): string {
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${Math.round(scale * 1000) / 1000})">${content}</g>`
}

/** Elements moved to `x`, `y` and turned clockwise by `degrees`. */
export function turn(x: number, y: number, degrees: number, content: string): string {
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(degrees)})">${content}</g>`
}

/** `count` results of `draw`, joined. */
export function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}

/** A value between `low` and `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}

/** The whole canvas as a sky that fades from `top` to `low`. */
export function backdrop(top: string, low: string): string {
  const stops = `<stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${low}"/>`
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient></defs>${rect(0, 0, 1600, 900, 'url(#sky)')}`
}

/** Sky, sun with its halo, and a few clouds. */
export function sky(p: Palette, random: Random): string {
  const x = between(random, 1080, 1380)
  const y = between(random, 150, 230)
  const sun = disc(x, y, 130, p.sun, 0.25) + disc(x, y, 95, p.sun, 0.45) + disc(x, y, 64, p.sun)
  const clouds = repeat(3, (i) => cloud(between(random, 120, 420) + i * 460, between(random, 130, 260), between(random, 0.7, 1.1), p.light))
  return backdrop(p.skyTop, p.skyLow) + sun + clouds
}

/** A flat-bottomed cloud, 240 pixels wide at scale 1. */
export function cloud(x: number, y: number, scale: number, fill: string): string {
  const puffs = disc(60, -28, 36, fill) + disc(112, -46, 50, fill) + disc(170, -26, 38, fill) + rect(10, -34, 220, 34, fill, 17)
  return `<g opacity="0.75">${place(x, y, scale, puffs)}</g>`
}

/** A rolling ridge across the canvas, filled down to the bottom. */
export function hills(random: Random, y: number, height: number, fill: string, waves = 4): string {
  const step = 1600 / waves
  let d = `M0 900L0 ${n(y)}`
  for (let i = 0; i < waves; i++) {
    const top = y - height * between(random, 0.45, 1)
    const end = y - height * between(random, 0, 0.25)
    d += `C${n(i * step + step * 0.3)} ${n(top)} ${n(i * step + step * 0.6)} ${n(top)} ${n((i + 1) * step)} ${n(end)}`
  }
  return path(`${d}L1600 900Z`, fill)
}
