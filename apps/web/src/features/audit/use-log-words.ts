import { useAuditText } from '../../lib/i18n/desk/use-audit-text.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import type { LogWords } from './audit-names.ts'

/** The words of the log; those of roles are the desk's. */
export function useLogWords(): LogWords {
  const { roles } = useDeskText()
  const words = useAuditText()
  return { ...words, values: { ...words.values, ...roles } }
}
