import { dictionaryHook } from '../use-dictionary.ts'
import { notifications as en } from './en-notifications.ts'
import { notifications as vi } from './vi-notifications.ts'

/** Words of the page of notifications; loaded with it. */
export const useNotificationsText = dictionaryHook({ vi, en })
