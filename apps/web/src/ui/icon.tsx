import styles from './icon.module.css'

/** Strokes on a grid of 16; drawn for this application. */
const shapes = {
  paragraph: 'M12.5 2.5H6.75a2.75 2.75 0 0 0 0 5.5H8M8 2.5v11M11 2.5v11',
  bullets: 'M6.5 4h7M6.5 8h7M6.5 12h7M3 4h.5M3 8h.5M3 12h.5',
  numbers: 'M7 4h6.5M7 8h6.5M7 12h6.5M2.5 3.25 3.5 2.5v3.25M2.5 10.5c.25-.75 1.75-.75 1.75.25 0 .75-1.75 1.25-1.75 2.25h2',
  link: 'M6.75 9.25a2.5 2.5 0 0 0 3.5 0l2.5-2.5a2.5 2.5 0 0 0-3.5-3.5l-1 1M9.25 6.75a2.5 2.5 0 0 0-3.5 0l-2.5 2.5a2.5 2.5 0 0 0 3.5 3.5l1-1',
  table: 'M2.5 3h11v10h-11ZM2.5 6.25h11M2.5 9.5h11M6.25 6.25V13M9.75 6.25V13',
  gallery: 'M4.75 4.75h8.75v7.75H4.75ZM2.5 10.5v-8h8.75M4.75 11l2.5-2.5 2 2 1.25-1.25 3 3',
  rule: 'M2.5 8h11M5 4.25h6M5 11.75h6',
  undo: 'M5.5 3 2.75 5.75 5.5 8.5M2.75 5.75h6.5a3.6 3.6 0 0 1 0 7.25H6',
  redo: 'M10.5 3l2.75 2.75L10.5 8.5M13.25 5.75h-6.5a3.6 3.6 0 0 0 0 7.25H10',
  more: 'M3.25 8h.5M7.75 8h.5M12.25 8h.5',
  quote: 'M3 4.5v7M6.5 5h6.5M6.5 8h6.5M6.5 11h4',
  up: 'M8 13V3M3.75 7.25 8 3l4.25 4.25',
  down: 'M8 3v10M3.75 8.75 8 13l4.25-4.25',
  left: 'M13 8H3M7.25 3.75 3 8l4.25 4.25',
  right: 'M3 8h10M8.75 3.75 13 8l-4.25 4.25',
  remove: 'M3 4.5h10M6.25 4.5V2.75h3.5V4.5M4.5 4.5l.5 8.75h6l.5-8.75',
  close: 'M3.75 3.75l8.5 8.5M12.25 3.75l-8.5 8.5',
  back: 'M10 3 5 8l5 5',
  open: 'M4 6.25 8 10.25l4-4',
  check: 'M3 8.5l3.25 3.25L13 4.5',
  person: 'M8 8.25a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.75 13.75c.75-2.5 2.75-3.5 5.25-3.5s4.5 1 5.25 3.5',
  comment: 'M2.75 3.25h10.5v7.5H7.5l-3 2.5v-2.5H2.75Z',
  menu: 'M2.5 4.25h11M2.5 8h11M2.5 11.75h11',
  bell: 'M3.25 11.25h9.5c-1-1-1.25-2-1.25-4.25a3.5 3.5 0 0 0-7 0c0 2.25-.25 3.25-1.25 4.25ZM6.5 13.25a1.6 1.6 0 0 0 3 0M8 3.5V2.25',
  document: 'M4 2.25h5.25L12.5 5.5v8.25H4ZM9 2.5v3.25h3.25M6 8.5h4.5M6 11h4.5',
  audio: 'M6.25 11.75V3.5l6.25-1v8.25M6.25 11.75a1.75 1.75 0 1 1-1.75-1.75h1.75M12.5 10.75A1.75 1.75 0 1 1 10.75 9h1.75',
  video: 'M2.5 4h8v8h-8ZM10.5 7l3-1.75v5.5L10.5 9',
  picture: 'M2.5 3h11v10h-11ZM2.5 11l3.25-3.25 2.5 2.5 1.75-1.75 3.5 3.5M10.25 6.25a.75.75 0 1 0 0-1.5.75.75 0 0 0 0 1.5',
  upload: 'M8 10.5V2.75M4.75 6 8 2.75 11.25 6M2.75 10v3.25h10.5V10',
  write: 'M3 13l.75-3L10.5 3.25a1.25 1.25 0 0 1 1.75 0l.5.5a1.25 1.25 0 0 1 0 1.75L6 12.25Z',
} as const

export type IconName = keyof typeof shapes

/** A small sign beside or instead of a word; silent: the control that holds it has the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}
