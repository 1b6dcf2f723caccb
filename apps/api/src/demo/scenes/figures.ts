import type { Palette } from './scene.ts'
import { disc, line, oval, path, place, rect, repeat, shape, turn } from './shapes.ts'

const skins = ['#e8b894', '#d9a27c', '#f0c8a6'] as const

/** A standing person without a face, 150 pixels tall at scale 1; `x`, `y` are the feet. */
export function person(x: number, y: number, scale: number, shirt: string, p: Palette, kind = 0): string {
  const skin = skins[kind % skins.length] ?? skins[0]
  const legs = rect(-17, -62, 15, 62, p.dark, 6) + rect(2, -62, 15, 62, p.dark, 6)
  const body = path('M-27 -58L-27 -92Q-27 -116 0 -116Q27 -116 27 -92L27 -58Q0 -50 -27 -58Z', shirt)
  const head = rect(-6, -126, 12, 16, skin, 5) + disc(0, -134, 17, skin)
  const hair = path('M-18 -132Q-19 -154 0 -154Q19 -154 18 -132Q10 -144 -4 -143Q-14 -141 -18 -132Z', p.dark)
  return place(x, y, scale, legs + body + head + hair)
}

/** The same person in a conical hat. */
export function farmer(x: number, y: number, scale: number, shirt: string, p: Palette): string {
  const hat = shape([-42, -134, 0, -172, 42, -134], '#f0dba6') + oval(0, -134, 42, 7, '#d9bd7c')
  return person(x, y, scale, shirt, p, 1) + place(x, y, scale, hat)
}

/** Head and shoulders seen from behind, 90 pixels wide at scale 1; `x`, `y` are the bottom centre. */
export function listener(x: number, y: number, scale: number, shirt: string, hair: string): string {
  const body = path('M-46 0Q-48 -58 -14 -62L14 -62Q48 -58 46 0Z', shirt)
  return place(x, y, scale, body + rect(-9, -74, 18, 18, '#d9a27c', 6) + disc(0, -92, 25, hair))
}

/** A round-crowned tree, 200 pixels tall at scale 1; `x`, `y` are its foot. */
export function tree(x: number, y: number, scale: number, leaf: string, shade: string): string {
  const trunk = path('M-9 0L-5 -90L5 -90L9 0Z', '#7a5a45')
  const crown = disc(-34, -110, 44, shade) + disc(34, -112, 42, leaf) + disc(0, -148, 52, leaf) + disc(-14, -112, 40, leaf)
  return place(x, y, scale, trunk + crown)
}

/** A coconut palm leaning to the right, 260 pixels tall at scale 1. */
export function palm(x: number, y: number, scale: number, leaf: string): string {
  const trunk = path('M-9 0Q2 -110 34 -210L46 -206Q20 -110 11 0Z', '#8a6a4f')
  const frond = (degrees: number) => turn(40, -208, degrees, path('M0 0Q52 -34 118 10Q58 -6 0 8Z', leaf))
  return place(x, y, scale, trunk + [-160, -125, -80, -40, -5, 30, 150].map(frond).join(''))
}

/** A house with a pitched roof, 220 pixels wide at scale 1; `x`, `y` are its bottom left corner. */
export function house(x: number, y: number, scale: number, p: Palette): string {
  const walls = rect(0, -100, 220, 100, p.wall) + rect(0, -100, 220, 16, p.shade)
  const roof = shape([-22, -98, 34, -168, 186, -168, 242, -98], p.roof)
  const front = rect(94, -66, 36, 66, p.dark, 3) + rect(28, -66, 38, 36, p.water, 3) + rect(156, -66, 38, 36, p.water, 3)
  return place(x, y, scale, walls + roof + front)
}

/** A flag of one plain colour on a pole; `x`, `y` are its foot. */
export function flag(x: number, y: number, height: number, fill: string, pole: string): string {
  const cloth = path(`M${x} ${y - height}q30 -14 60 0t60 0v66q-30 14 -60 0t-60 0Z`, fill)
  return line(x, y, x, y - height - 6, pole, 7) + cloth
}

/** Rows and columns of windows. */
export function windows(x: number, y: number, columns: number, rows: number, stepX: number, stepY: number, fill: string): string {
  return repeat(columns * rows, (i) =>
    rect(x + (i % columns) * stepX, y + Math.floor(i / columns) * stepY, stepX * 0.56, stepY * 0.6, fill, 4),
  )
}

/** A leafy plant in a pot; `x`, `y` are the bottom centre of the pot. */
export function plant(x: number, y: number, scale: number, leaf: string, pot: string): string {
  const leaves = [-60, -35, -12, 12, 35, 60].map((degrees) => turn(0, -54, degrees, path('M0 0Q-24 -60 0 -118Q24 -60 0 0Z', leaf)))
  return place(x, y, scale, leaves.join('') + path('M-36 -60L36 -60L26 0L-26 0Z', pot))
}
