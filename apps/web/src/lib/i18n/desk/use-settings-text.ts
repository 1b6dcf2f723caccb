import { dictionaryHook } from '../use-dictionary.ts'
import { settings as en } from './en-settings.ts'
import { settings as vi } from './vi-settings.ts'

/** Words of the page of the publishing policy; loaded with it. */
export const useSettingsText = dictionaryHook({ vi, en })
