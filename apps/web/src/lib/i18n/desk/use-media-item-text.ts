import { dictionaryHook } from '../use-dictionary.ts'
import { mediaItem as en } from './en-media-item.ts'
import { mediaItem as vi } from './vi-media-item.ts'

/** Words of the page of one file; loaded with it. */
export const useMediaItemText = dictionaryHook({ vi, en })
