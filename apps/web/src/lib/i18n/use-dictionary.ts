import { type Locale, useLocale } from './locale.ts'

/** A hook that gives the words of one side of the application in the reader's language: `export const useText = dictionaryHook({ vi, en })`. */
export function dictionaryHook<Words>(dictionaries: Record<Locale, Words>): () => Words {
  return function useText() {
    return dictionaries[useLocale()]
  }
}
