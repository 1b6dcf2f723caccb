import type { Locale } from './i18n/locale.ts'

const tags: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }

const weekdays: Record<Locale, readonly string[]> = {
  vi: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** Made once for each way of writing: to make one takes far longer than to write a number with it. */
const formats = new Map<string, Intl.NumberFormat>()

/** A whole number: 714464 is "714.464" in Vietnamese and "714,464" in English. */
export function formatNumber(value: number, locale: Locale): string {
  return write(value, locale, { maximumFractionDigits: 0 })
}

/** A score as it was given, to hundredths: 98.5 is "98,5" in Vietnamese. */
export function formatScore(value: number, locale: Locale): string {
  return write(value, locale, { maximumFractionDigits: 2 })
}

/** How large a file is: 1572864 is "1,6 MB" in Vietnamese. */
export function formatBytes(bytes: number, locale: Locale): string {
  const [size, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB']
  return `${write(size, locale, { maximumFractionDigits: unit === 'MB' ? 1 : 0 })} ${unit}`
}

/** A part of a whole, from 0 to 1: "45%". */
export function formatPercent(part: number, locale: Locale): string {
  return write(part, locale, { style: 'percent', maximumFractionDigits: 0 })
}

/**
 * The day of a date or timestamp: "28/12/2021"; in English "28 December 2021", since its readers disagree on which number is the month.
 * A timestamp of the API carries the site's offset, so its first ten characters are the day there, whatever the zone of the reader's
 * device: server and browser write the same.
 */
export function formatDate(value: string, locale: Locale = 'vi'): string {
  const [year, month, day] = value.slice(0, 10).split('-')
  return locale === 'en' ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : `${day}/${month}/${year}`
}

/** The day with its weekday: "Thứ ba, 28/12/2021", "Tuesday, 28 December 2021". */
export function formatDay(value: string, locale: Locale): string {
  const weekday = weekdays[locale][new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDay()]
  return `${weekday}, ${formatDate(value, locale)}`
}

/** The time of day of a timestamp in the site's zone: "07:05". */
export function formatTime(timestamp: string): string {
  return timestamp.slice(11, 16)
}

/** A moment in one short line: "07:05, 28/12/2021". */
export function formatMoment(timestamp: string, locale: Locale): string {
  return `${formatTime(timestamp)}, ${formatDate(timestamp, locale)}`
}

/** "Thứ ba, 28/12/2021, 07:05". */
export function formatDayTime(timestamp: string, locale: Locale): string {
  return `${formatDay(timestamp, locale)}, ${formatTime(timestamp)}`
}

/** One day, or the days from one to another: "27/12/2021", "27/12/2021 – 28/12/2021". */
export function formatDateRange(from: string, to: string | null | undefined, locale: Locale = 'vi'): string {
  const first = formatDate(from, locale)
  return to && to !== from ? `${first} – ${formatDate(to, locale)}` : first
}

function write(value: number, locale: Locale, options: Intl.NumberFormatOptions): string {
  const key = `${locale} ${options.style} ${options.maximumFractionDigits}`
  const format = formats.get(key) ?? new Intl.NumberFormat(tags[locale], options)
  formats.set(key, format)
  return format.format(value)
}
