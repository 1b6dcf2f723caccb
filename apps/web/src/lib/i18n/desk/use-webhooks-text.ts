import { dictionaryHook } from '../use-dictionary.ts'
import { webhooks as en } from './en-webhooks.ts'
import { webhooks as vi } from './vi-webhooks.ts'

/** Words of where portals are told of changes; loaded with their page. */
export const useWebhooksText = dictionaryHook({ vi, en })
