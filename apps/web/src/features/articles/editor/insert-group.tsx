import { Toolbar } from '@base-ui/react/toolbar'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import styles from './editor-toolbar.module.css'
import type { Insert, InsertName } from './inserts.ts'
import { ToolButton } from './tool-button.tsx'
import type { ToolbarStanding } from './toolbar-standing.ts'

const signs: Record<InsertName, IconName> = {
  quote: 'quote',
  bulletList: 'bullets',
  orderedList: 'numbers',
  figure: 'picture',
  gallery: 'gallery',
  file: 'document',
  video: 'video',
  table: 'table',
  rule: 'rule',
}

/** Lists and quotes, and what is put in as a block of its own. */
export function InsertGroup({ inserts, now }: { inserts: Insert[]; now: ToolbarStanding }) {
  const words = useDeskText().editor
  const isPressed = (name: InsertName) => (name === 'bulletList' || name === 'orderedList' ? now.inList === name : now.kind === name)
  return (
    <Toolbar.Group className={styles.group} aria-label={words.insert}>
      {inserts.map(({ name, run }) => (
        <ToolButton key={name} label={words.kinds[name]} pressed={isPressed(name)} onPress={run}>
          <Icon name={signs[name]} />
        </ToolButton>
      ))}
    </Toolbar.Group>
  )
}
