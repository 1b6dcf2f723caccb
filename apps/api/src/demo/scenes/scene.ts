/** Colours of one picture, from the sky down to the ground, and those of people and things. */
export interface Palette {
  skyTop: string
  skyLow: string
  sun: string
  far: string
  mid: string
  near: string
  ground: string
  water: string
  wall: string
  shade: string
  roof: string
  accent: string
  second: string
  dark: string
  light: string
}

/** The next number of a fixed sequence, 0 <= n < 1. */
export type Random = () => number

/** Draws one scene on a canvas of 1600×900: SVG elements without the outer tag. */
export type Scene = (palette: Palette, random: Random) => string
