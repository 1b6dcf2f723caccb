import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { demoArticles } from './content/articles.ts'
import { drawPicture, sceneNames } from './picture.ts'

describe('drawPicture', () => {
  test('every scene, also in another palette, is drawn without text, links or broken numbers', () => {
    for (const scene of [
      ...sceneNames,
      ...sceneNames.map((name) => `${name}:4`),
      ...demoArticles.map((article) => article.picture.scene),
    ]) {
      const svg = drawPicture(scene)
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1600" height="900" viewBox="0 0 1600 900">.+<\/svg>$/s)
      expect(svg).not.toMatch(/<text|<script|<image|href|NaN|undefined/)
    }
  })

  test('a key gives the same picture every time, another palette another picture', () => {
    expect(drawPicture('river-bridge:2')).toBe(drawPicture('river-bridge:2'))
    expect(drawPicture('river-bridge:2')).not.toBe(drawPicture('river-bridge'))
  })

  test('an unknown scene is refused', () => {
    for (const scene of ['', 'volcano', 'port:', 'port:x', 'constructor']) expect(() => drawPicture(scene)).toThrow(RangeError)
  })

  test('every file of scenes is drawn by a key', () => {
    const shared = new Set(['figures', 'palettes', 'scene', 'shapes', 'water'])
    const files = readdirSync(new URL('./scenes/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''))
    expect(files.filter((file) => !shared.has(file)).sort()).toEqual([...sceneNames].sort())
  })
})
