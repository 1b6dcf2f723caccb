import { ask } from './vi-ask.ts'
import { conflict } from './vi-conflict.ts'
import { editor } from './vi-editor.ts'
import { form } from './vi-form.ts'
import { life } from './vi-life.ts'
import { list } from './vi-list.ts'
import { shell } from './vi-shell.ts'
import { verbs } from './vi-verbs.ts'

/** Words of the desk, by screen. */
export const vi = { ...shell, list, form, editor, verbs, ask, life, conflict }

export type DeskWords = typeof vi
