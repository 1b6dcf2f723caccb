import { dictionaryHook } from '../use-dictionary.ts'
import { media as en } from './en-media.ts'
import { media as vi } from './vi-media.ts'

/** Words of the media library; loaded with it. */
export const useMediaText = dictionaryHook({ vi, en })
