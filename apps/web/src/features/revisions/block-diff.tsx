import type { BlockDiff as Diff } from '@bantin/shared/revisions'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import { changesOf, groupBlocks } from './diff-groups.ts'
import styles from './diff-view.module.css'
import { Changed, WordChanges } from './word-changes.tsx'

/** The text of two revisions in one: what changed in its place, what did not folded away. */
export function BlockDiffs({ blocks }: { blocks: readonly Diff[] }) {
  const words = useHistoryText()
  return groupBlocks(blocks).map((group) =>
    'changed' in group ? (
      <ChangedBlock key={group.changed.id} block={group.changed} />
    ) : (
      <details key={group.same[0]?.id} className={styles.same}>
        <summary>{words.same(group.same.length)}</summary>
        {group.same.map((block) => (
          <p key={block.id} className={styles.text}>
            {textOf(block)}
          </p>
        ))}
      </details>
    ),
  )
}

function ChangedBlock({ block }: { block: Diff }) {
  const { change } = block
  const whole = change === 'added' || change === 'removed' ? change : null
  return (
    <section className={[styles.block, whole ? styles[whole] : ''].join(' ')}>
      <h4 className={styles.what}>{useSayChange()(block)}</h4>
      <p className={styles.text}>{whole ? <Changed op={whole} text={textOf(block)} /> : <WordChanges words={block.words} />}</p>
    </section>
  )
}

/** "Sửa · Tít cấp 2 thành đoạn văn · liên kết". */
function useSayChange(): (block: Diff) => string {
  const words = useHistoryText()
  return (block) => {
    const { change, before, after } = block
    const shown = after ?? before
    const name = shown ? words.form(shown.type, shown.level) : ''
    if (change === 'added' || change === 'removed') return `${words.blocks[change]} · ${name}`
    const was = before ? words.form(before.type, before.level) : ''
    const form = was === name ? name : words.formChanged(was, name)
    const beside = block.beside.map((what) => words.beside[what])
    return [...changesOf(block).map((what) => words.blocks[what]), form, ...beside].join(' · ')
  }
}

function textOf({ words }: Diff): string {
  return words.map(({ text }) => text).join('')
}
