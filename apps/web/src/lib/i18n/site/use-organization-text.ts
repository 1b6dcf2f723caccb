import type { Locale } from '../locale.ts'
import { dictionaryHook } from '../use-dictionary.ts'
import { en } from './en-organization.ts'
import { type OrganizationWords, vi } from './vi-organization.ts'

const dictionaries: Record<Locale, OrganizationWords> = { vi, en }

/** Words of the pages of units and people, in the reader's language. */
export const useOrganizationText = dictionaryHook(dictionaries)
