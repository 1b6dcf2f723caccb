import { describe, expect, test } from 'vitest'
import { cutOf, drawCorner, ratios, tidyCrop } from './frame.ts'

const wide = { width: 1600, height: 800 }
/** Width by height in pixels. */
const shapeOf = ({ width, height }: { width: number; height: number }, size: typeof wide) => (width * size.width) / (height * size.height)

describe('a cut', () => {
  test('has its shape, and is as large as the picture lets it be', () => {
    const cut = cutOf(wide, null, null, ratios.card)
    expect(cut).toMatchObject({ height: 1, width: 0.75, x: 0.125, y: 0 })
    expect(shapeOf(cut, wide)).toBeCloseTo(1.5)
    expect(shapeOf(cutOf({ width: 500, height: 900 }, null, null, ratios.share), { width: 500, height: 900 })).toBeCloseTo(1200 / 630)
  })

  test('keeps the focal point, as near to its middle as the edges allow', () => {
    expect(cutOf(wide, null, { x: 0.5, y: 0.5 }, ratios.card).x).toBeCloseTo(0.125)
    expect(cutOf(wide, null, { x: 0.4, y: 0.5 }, ratios.card).x).toBeCloseTo(0.025)
    expect(cutOf(wide, null, { x: 0, y: 0 }, ratios.card).x).toBe(0)
    expect(cutOf(wide, null, { x: 1, y: 1 }, ratios.card).x).toBeCloseTo(0.25)
  })

  test('stays within the crop', () => {
    const crop = { x: 0.5, y: 0.2, width: 0.4, height: 0.6 }
    const cut = cutOf(wide, crop, { x: 0, y: 0 }, ratios.card)
    expect(shapeOf(cut, wide)).toBeCloseTo(1.5)
    expect([cut.x >= 0.5, cut.y >= 0.2, cut.x + cut.width <= 0.9 + 1e-9, cut.y + cut.height <= 0.8 + 1e-9]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
})

describe('a crop', () => {
  test('is drawn by a corner, which the opposite one holds', () => {
    expect(drawCorner(null, 'se', { x: 0.5, y: 0.75 })).toEqual({ x: 0, y: 0, width: 0.5, height: 0.75 })
    expect(drawCorner({ x: 0.2, y: 0.2, width: 0.6, height: 0.6 }, 'nw', { x: 0.4, y: 0.3 })).toEqual({
      x: 0.4,
      y: 0.3,
      width: 0.4,
      height: 0.5,
    })
    expect(drawCorner({ x: 0.2, y: 0.2, width: 0.6, height: 0.6 }, 'ne', { x: 0, y: 0 })).toEqual({
      x: 0.2,
      y: 0,
      width: 0.05,
      height: 0.8,
    })
  })

  test('never leaves the picture nor becomes too small, and all of it is none', () => {
    expect(tidyCrop({ x: 0.8, y: -1, width: 0.9, height: 0.001 })).toEqual({ x: 0.8, y: 0, width: 0.2, height: 0.05 })
    expect(tidyCrop({ x: 0, y: 0, width: 1, height: 1 })).toBeNull()
  })
})
