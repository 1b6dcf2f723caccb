import { awardStand } from './scenes/award-stand.ts'
import { cleanRiver } from './scenes/clean-river.ts'
import { coinStack } from './scenes/coin-stack.ts'
import { dataNetwork } from './scenes/data-network.ts'
import { festivalLanterns } from './scenes/festival-lanterns.ts'
import { foodCheck } from './scenes/food-check.ts'
import { homestay } from './scenes/homestay.ts'
import { hospital } from './scenes/hospital.ts'
import { jobFair } from './scenes/job-fair.ts'
import { market } from './scenes/market.ts'
import { meetingHall } from './scenes/meeting-hall.ts'
import { mountainRoad } from './scenes/mountain-road.ts'
import { officeBuilding } from './scenes/office-building.ts'
import { palettes } from './scenes/palettes.ts'
import { port } from './scenes/port.ts'
import { riceField } from './scenes/rice-field.ts'
import { riverBridge } from './scenes/river-bridge.ts'
import type { Random, Scene } from './scenes/scene.ts'
import { school } from './scenes/school.ts'
import { serviceCounter } from './scenes/service-counter.ts'
import { statisticsChart } from './scenes/statistics-chart.ts'
import { stormDike } from './scenes/storm-dike.ts'
import { villageLane } from './scenes/village-lane.ts'
import { workshop } from './scenes/workshop.ts'

const scenes = new Map<string, Scene>([
  ['award-stand', awardStand],
  ['clean-river', cleanRiver],
  ['coin-stack', coinStack],
  ['data-network', dataNetwork],
  ['festival-lanterns', festivalLanterns],
  ['food-check', foodCheck],
  ['homestay', homestay],
  ['hospital', hospital],
  ['job-fair', jobFair],
  ['market', market],
  ['meeting-hall', meetingHall],
  ['mountain-road', mountainRoad],
  ['office-building', officeBuilding],
  ['port', port],
  ['rice-field', riceField],
  ['river-bridge', riverBridge],
  ['school', school],
  ['service-counter', serviceCounter],
  ['statistics-chart', statisticsChart],
  ['storm-dike', stormDike],
  ['village-lane', villageLane],
  ['workshop', workshop],
])

/** Names that `drawPicture` knows, without the palette's number. */
export const sceneNames: readonly string[] = [...scenes.keys()]

/**
 * An SVG of 1600×900 pixels without text: always the same bytes for one key. A key is a scene's name, with or without a number
 * that picks the palette (`river-bridge`, `river-bridge:2`). Throws a RangeError for a name it does not know.
 */
export function drawPicture(scene: string): string {
  const [name = '', variant = '0'] = scene.split(':')
  const draw = scenes.get(name)
  if (!draw || !/^\d{1,3}$/.test(variant)) throw new RangeError(`Unknown scene: ${scene}`)
  const palette = palettes[Number(variant) % palettes.length] ?? palettes[0]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900">${draw(palette, sequence(scene))}</svg>`
}

/** Numbers that look random and depend on `key` alone (xorshift32 on an FNV-1a hash). */
function sequence(key: string): Random {
  let state = 0x811c9dc5
  for (const char of key) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193)
  if (state === 0) state = 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x100000000
  }
}
