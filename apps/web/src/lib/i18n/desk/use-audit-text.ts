import { dictionaryHook } from '../use-dictionary.ts'
import { audit as en } from './en-audit.ts'
import { auditNames as enNames } from './en-audit-names.ts'
import { audit as vi } from './vi-audit.ts'
import { auditNames as viNames } from './vi-audit-names.ts'

/** Words of the page of the audit log; loaded with it. */
export const useAuditText = dictionaryHook({ vi: { ...vi, ...viNames }, en: { ...en, ...enNames } })
