import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { valuesOf } from '../form/article-values.ts'
import type { ArticleChoices } from '../form/choices.ts'
import type { ArticleDesk } from '../form/use-article-desk.ts'
import { ConflictDialog } from './conflict-dialog.tsx'

/** The conflict in which a save ended, if any. */
export function ArticleConflict({ desk, choices }: { desk: ArticleDesk; choices: ArticleChoices }) {
  const words = useDeskText().conflict
  const { stale, form } = desk
  if (!stale) return null
  const ways = { base: form.base, mine: form.values, theirs: valuesOf(stale.article) }
  return (
    <ConflictDialog
      ways={ways}
      who={stale.current.changedBy}
      at={stale.current.changedAt}
      theirFields={stale.current.fields}
      choices={choices}
      submit={words.apply}
      onResolve={(keepMine) => desk.resolveStale(ways, keepMine)}
      onLater={desk.putOff}
    />
  )
}
