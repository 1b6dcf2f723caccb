import type { Palette } from './scene.ts'

const morning: Palette = {
  skyTop: '#9fd0e6',
  skyLow: '#fdf1da',
  sun: '#ffd98a',
  far: '#b5d3d6',
  mid: '#86b7ad',
  near: '#4e917f',
  ground: '#e8d8b4',
  water: '#7fbcd0',
  wall: '#fbf3e2',
  shade: '#e6d3b0',
  roof: '#c8623f',
  accent: '#d9573f',
  second: '#f0b13f',
  dark: '#2b4450',
  light: '#ffffff',
}

const noon: Palette = {
  skyTop: '#5fb2e3',
  skyLow: '#dff3fb',
  sun: '#fff3c4',
  far: '#9cc7dd',
  mid: '#63a6a8',
  near: '#3c8a62',
  ground: '#d9e3b2',
  water: '#4a9ec4',
  wall: '#ffffff',
  shade: '#d5e2e8',
  roof: '#b5483a',
  accent: '#e8633a',
  second: '#f7c244',
  dark: '#1f3d55',
  light: '#ffffff',
}

const dusk: Palette = {
  skyTop: '#6b5b95',
  skyLow: '#fbc49a',
  sun: '#ffe0a3',
  far: '#c08fa4',
  mid: '#8f6a92',
  near: '#5b4a78',
  ground: '#d9a58c',
  water: '#a57fa6',
  wall: '#fbe6d4',
  shade: '#e2bda6',
  roof: '#8e3f52',
  accent: '#d9485a',
  second: '#f6b352',
  dark: '#33284d',
  light: '#fff6ea',
}

const jade: Palette = {
  skyTop: '#8fcfc2',
  skyLow: '#f3f7e4',
  sun: '#ffe69c',
  far: '#b4d8c5',
  mid: '#7dba9b',
  near: '#3f8f6f',
  ground: '#dfe3b8',
  water: '#6fb9b4',
  wall: '#fdf8ea',
  shade: '#dfdcc0',
  roof: '#a9573c',
  accent: '#e07a4b',
  second: '#e9b949',
  dark: '#1f4a45',
  light: '#ffffff',
}

const rain: Palette = {
  skyTop: '#6f8ba3',
  skyLow: '#d7dfe3',
  sun: '#f1ead2',
  far: '#a3b5c1',
  mid: '#7893a1',
  near: '#4f7078',
  ground: '#bfc4b3',
  water: '#6c93a6',
  wall: '#eef0ec',
  shade: '#cdd3d1',
  roof: '#8d5347',
  accent: '#d0694b',
  second: '#e3b558',
  dark: '#263a47',
  light: '#f8fafa',
}

/** Palettes by the number behind the colon of a scene's key; 0 is the default. */
export const palettes: readonly [Palette, ...Palette[]] = [morning, noon, dusk, jade, rain]
