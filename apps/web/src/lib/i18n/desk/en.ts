import { ask } from './en-ask.ts'
import { conflict } from './en-conflict.ts'
import { editor } from './en-editor.ts'
import { form } from './en-form.ts'
import { life } from './en-life.ts'
import { list } from './en-list.ts'
import { shell } from './en-shell.ts'
import { verbs } from './en-verbs.ts'
import type { DeskWords } from './vi.ts'

export const en: DeskWords = { ...shell, list, form, editor, verbs, ask, life, conflict }
