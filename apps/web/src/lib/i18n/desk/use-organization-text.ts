import { dictionaryHook } from '../use-dictionary.ts'
import { organization as en } from './en-organization.ts'
import { organization as vi } from './vi-organization.ts'

/** Words of the pages of units and people; loaded with them. */
export const useOrganizationText = dictionaryHook({ vi, en })
