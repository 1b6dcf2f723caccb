import { fold } from '@bantin/shared/text'
import type { Title } from '@bantin/shared/titles'
import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useTitlesText } from '../../../lib/i18n/desk/use-titles-text.ts'
import { CaretMenu } from './caret-menu.tsx'
import type { EditorPeople } from './editor-people.ts'
import { useEditorValue } from './use-editor-value.ts'

/** The longest text of a person, as the contract of bodies has it. */
const longestText = 300

/** No name is longer, with the blanks in it. */
const farthest = 100

const sought = /(?:^|[\s([“"–-])@(\p{L}[\p{L}\p{M}'’]*(?: [\p{L}\p{M}'’]+){0,5} ?)$/u

/** What stands between an `@` that begins a word and the caret, in a text of any kind; null: nothing that a name begins with. */
export function readPerson({ selection }: EditorState): string | null {
  const { $head, empty } = selection
  if (!empty || !$head.parent.isTextblock) return null
  const { parent, parentOffset } = $head
  return sought.exec(parent.textBetween(Math.max(0, parentOffset - farthest), parentOffset, undefined, '\uFFFC'))?.[1] ?? null
}

/** People by `@` and letters of their name: who is chosen stands in the text with the title of the day. */
export function PersonMenu({ editor, people }: { editor: Editor; people: EditorPeople }) {
  const words = useTitlesText()
  const query = useEditorValue(editor, readPerson)
  const found = people.useFound(query?.trim() ?? null, people.day).filter((title) => isMeant(title, query ?? ''))
  const take = (at: number): void => {
    const title = found[at]
    const written = readPerson(editor.state)
    const person = editor.schema.nodes.person
    if (!title || written === null || !person) return
    const { head } = editor.state.selection
    const node = person.create({ appointmentId: title.appointmentId, text: textOf(title) })
    editor.view.dispatch(editor.state.tr.replaceWith(head - written.length - 1, head, node).scrollIntoView())
    editor.view.focus()
  }
  const offered = found.map((title) => ({ key: title.appointmentId, label: textOf(title), note: title.unit.shortName ?? title.unit.name }))
  const length = (query ?? '').length + 1
  return <CaretMenu editor={editor} query={query} length={length} found={offered} label={words.menu} some={words.menuSome} onTake={take} />
}

/** As it is printed: the title of the day, then the name. */
function textOf({ post, person }: Title): string {
  const text = `${post} ${person.name}`
  return text.length > longestText ? person.name : text
}

/** Of a list that was asked for with fewer letters nobody is chosen whom these do not mean. */
function isMeant({ person }: Title, query: string): boolean {
  const name = fold(person.name)
  return fold(query)
    .split(' ')
    .every((word) => name.includes(word))
}
