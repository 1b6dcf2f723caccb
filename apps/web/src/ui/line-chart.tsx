import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import styles from './line-chart.module.css'
import { useMedia } from './use-media.ts'

interface LineChartProps {
  /** What stands below the points, in their order. */
  labels: readonly string[]
  values: readonly number[]
  /** Drawn paler behind the values, point by point; may be empty. */
  before: readonly number[]
  formatValue: (value: number) => string
}

/**
 * Values as a line over those of before. For the eye alone: whoever draws it puts the same numbers into a table. Everything in it
 * begins at zero, or small changes would look large.
 */
export function LineChart({ labels, values, before, formatValue }: LineChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const isDark = useMedia('(prefers-color-scheme: dark)')
  // Colours are read from the stylesheet, which the theme decides.
  useEffect(() => {
    const box = place.current
    if (!box) return
    const indexes = values.map((_, index) => index)
    const chart = new UPlot(
      optionsOf(box, labels, formatValue),
      [indexes, values.map((_, index) => before[index] ?? null), [...values]],
      box,
    )
    const watch = new ResizeObserver(() => chart.setSize(sizeOf(box)))
    watch.observe(box)
    return () => {
      watch.disconnect()
      chart.destroy()
    }
  }, [labels, values, before, formatValue, isDark])
  return <div ref={place} className={styles.chart} aria-hidden="true" />
}

function sizeOf(box: HTMLElement) {
  return { width: box.clientWidth, height: box.clientHeight }
}

function optionsOf(box: HTMLElement, labels: readonly string[], formatValue: (value: number) => string): UPlot.Options {
  const style = getComputedStyle(box)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const font = `12px ${style.fontFamily}`
  const axis = { font, stroke: colour('--ink-soft'), ticks: { show: false } }
  const rule = { stroke: colour('--rule'), width: 1 }
  return {
    ...sizeOf(box),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: false }, y: { range: (_chart, _least, most) => [0, Math.max(most * 1.05, 4)] } },
    axes: [
      { ...axis, grid: { show: false }, space: 70, incrs: wholeSteps, values: (_chart, splits) => splits.map((at) => labels[at] ?? '') },
      { ...axis, grid: rule, size: 60, incrs: wholeSteps, values: (_chart, splits) => splits.map(formatValue) },
    ],
    series: [
      {},
      { stroke: colour('--rule-strong'), width: 1, dash: [4, 4], points: { show: false } },
      { stroke: colour('--accent'), width: 2, fill: colour('--accent-soft'), points: { show: false } },
    ],
  }
}

/** 1, 2, 5, 10 and so on: there is no half visit. */
const wholeSteps = Array.from({ length: 12 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat()
