import { dictionaryHook } from '../use-dictionary.ts'
import { alerts as en } from './en-alerts.ts'
import { alerts as vi } from './vi-alerts.ts'

/** Words of alerts; loaded with them. */
export const useAlertsText = dictionaryHook({ vi, en })
