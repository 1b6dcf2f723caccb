import { farmer, palm, tree } from './figures.ts'
import type { Scene } from './scene.ts'
import { hills, oval, path, rect, repeat, sky } from './shapes.ts'

/** A stilt house above terraces, mist between the hills. */
export const homestay: Scene = (p, random) => {
  const land =
    hills(random, 540, 330, p.far, 3) +
    oval(500, 500, 620, 44, p.light, 0.4) +
    hills(random, 620, 230, p.mid, 3) +
    oval(1200, 600, 560, 36, p.light, 0.35)
  const terraces = repeat(6, (i) =>
    path(`M0 ${620 + i * 48}Q420 ${570 + i * 56} 830 ${636 + i * 50}T1600 ${604 + i * 54}L1600 900L0 900Z`, i % 2 ? '#8fbb55' : '#a8cc68'),
  )
  const posts = repeat(5, (i) => rect(880 + i * 108, 640, 18, 120, '#6b4a35'))
  const floor =
    rect(850, 624, 500, 22, '#8a6244', 4) +
    rect(882, 500, 436, 126, '#c9965f') +
    repeat(14, (i) => rect(890 + i * 31, 500, 4, 126, '#ae7d4a'))
  const roof =
    path('M800 520Q880 430 950 350L1250 350Q1320 430 1400 520Q1100 490 800 520Z', '#6f5138') +
    path('M860 470Q910 410 960 358L1240 358Q1290 410 1340 470Q1100 448 860 470Z', '#866447')
  const rooms = rect(930, 536, 70, 90, p.dark, 4) + rect(1050, 540, 84, 56, p.second, 4) + rect(1190, 540, 84, 56, p.second, 4)
  const rail = repeat(12, (i) => rect(852 + i * 44, 590, 7, 40, '#6b4a35')) + rect(846, 586, 508, 8, '#6b4a35', 4)
  const stairs = repeat(6, (i) => rect(800 - i * 10, 642 + i * 22, 74, 9, '#8a6244', 3))
  const guests = farmer(560, 760, 1.1, p.accent, p) + farmer(660, 782, 1.05, p.second, p)
  return (
    sky(p, random) +
    land +
    terraces +
    posts +
    floor +
    rooms +
    roof +
    rail +
    stairs +
    tree(1450, 770, 1.5, p.near, p.mid) +
    palm(250, 800, 1.4, p.near) +
    guests
  )
}
