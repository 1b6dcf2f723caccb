/** A day and a time of day as the fields of a form hold them: "2026-11-27", "07:00". */
export interface LocalMoment {
  day: string
  time: string
}

/** The moment that the clocks of a time zone show so, with its offset: "2026-11-27T07:00:00+07:00". Null when it is none. */
export function momentIn(timeZone: string, { day, time }: LocalMoment): string | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time) || Number.isNaN(asUtc)) return null
  // The offset may change between the two: what holds at the moment itself decides.
  const offset = offsetIn(timeZone, asUtc - offsetIn(timeZone, asUtc))
  return `${day}T${time}:00${sayOffset(offset)}`
}

/** What the clocks of a time zone show at the moment, in milliseconds since 1970. */
export function clockIn(timeZone: string, at: number): LocalMoment {
  const shown = new Date(at + offsetIn(timeZone, at)).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** The same moment with the offset of a time zone. */
export function inZone(timeZone: string, timestamp: string): string {
  return momentIn(timeZone, clockIn(timeZone, Date.parse(timestamp))) ?? timestamp
}

/** How a zone stands to UTC at the moment, as people write it: "GMT+7", "GMT-3:30". */
export function zoneName(timeZone: string, at: number): string {
  const [sign, hours, minutes] = [...(/^([+-])(\d\d):(\d\d)$/.exec(sayOffset(offsetIn(timeZone, at))) ?? [])].slice(1)
  return `GMT${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/** Milliseconds that the zone's clocks are ahead of UTC. */
function offsetIn(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(at / 1000) * 1000
}

function sayOffset(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
