import { dictionaryHook } from '../use-dictionary.ts'
import { comments as en } from './en-comments.ts'
import { comments as vi } from './vi-comments.ts'

/** Words of the panel of comments; loaded with it. */
export const useCommentsText = dictionaryHook({ vi, en })
