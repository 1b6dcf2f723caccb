import { useEffect, useState } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import styles from './qr-code.module.css'

interface QrCodeProps {
  /** What a phone reads out of it: an address. Nobody else is given it. */
  text: string
  /** Names the picture for those who do not see it; what it says in text stands beside it. */
  label: string
}

/** A QR code, drawn in the page. What draws it is loaded with the first one; until then its place is kept. */
export function QrCode({ text, label }: QrCodeProps) {
  const words = useDeskText()
  const drawing = useDrawing(text)
  if (drawing === 'failed') return <p className={styles.failed}>{words.qrFailed}</p>
  const side = drawing?.side ?? 1
  return (
    <svg className={styles.code} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path className={styles.light} d={`M0 0h${side}v${side}h${-side}z`} />
      <path className={styles.dark} d={drawing?.path ?? ''} />
    </svg>
  )
}

interface Drawing {
  side: number
  path: string
}

/** Null until it is drawn. `failed`: what draws could not be loaded, or the text is too long. */
function useDrawing(text: string): Drawing | 'failed' | null {
  const [drawn, setDrawn] = useState<{ of: string; drawing: Drawing | 'failed' } | null>(null)
  useEffect(() => {
    let isWanted = true
    const keep = (drawing: Drawing | 'failed'): void => {
      if (isWanted) setDrawn({ of: text, drawing })
    }
    draw(text).then(keep, () => keep('failed'))
    return () => {
      isWanted = false
    }
  }, [text])
  return drawn?.of === text ? drawn.drawing : null
}

/** ISO 18004 asks for four light modules around the code. */
const quietZone = 4

async function draw(text: string): Promise<Drawing> {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  return { side: size, path: data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') }
}
