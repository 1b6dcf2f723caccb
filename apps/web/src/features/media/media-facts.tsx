import type { MediaItem } from '@bantin/shared/media'
import { formatBytes, formatMoment, formatNumber } from '../../lib/format.ts'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { PageSection } from '../../ui/page-section.tsx'
import { shortTypes } from './media-card.tsx'
import styles from './media-facts.module.css'

/** What is known of a file without anybody having said it. */
export function MediaFacts({ item }: { item: MediaItem }) {
  const words = useMediaItemText().facts
  const locale = useLocale()
  const { originalName, type, bytes, width, height, unit, createdBy, createdAt, isPublic } = item
  const number = (value: number) => formatNumber(value, locale)
  const facts = [
    [words.name, originalName],
    [words.type, shortTypes[type] ?? type],
    [words.size, formatBytes(bytes, locale)],
    [words.pixels, width && height ? `${number(width)} × ${number(height)}` : null],
    [words.unit, unit.name],
    [words.by, createdBy?.name ?? null],
    [words.at, formatMoment(createdAt, locale)],
    [words.state, isPublic ? words.public : words.notPublic],
  ] as const
  return (
    <PageSection title={words.title}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </PageSection>
  )
}
