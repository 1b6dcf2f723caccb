import { Menu } from '@base-ui/react/menu'
import { Toolbar } from '@base-ui/react/toolbar'
import { type Editor, isMacOS } from '@tiptap/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './editor-toolbar.module.css'
import { LangDialog } from './lang-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { shownKeys } from './shown-keys.ts'
import { ToolButton } from './tool-button.tsx'
import type { ToolbarStanding } from './toolbar-standing.ts'

const often = ['bold', 'italic', 'underline'] as const
const seldom = ['subscript', 'superscript'] as const
const keys = { bold: 'Mod-b', italic: 'Mod-i', underline: 'Mod-u', subscript: 'Mod-,', superscript: 'Mod-.' }
const signs = { bold: <b>B</b>, italic: <i>I</i>, underline: <u>U</u> }

/** How letters look and where they lead; what is needed seldom is in a menu. */
export function MarksGroup({ editor, now }: { editor: Editor; now: ToolbarStanding }) {
  const words = useDeskText().editor
  const [asked, setAsked] = useState<'link' | 'lang' | null>(null)
  const toggle = (name: string) => editor.chain().focus().toggleMark(name).run()
  const close = (): void => setAsked(null)
  useLinkKeys(editor, () => setAsked('link'))
  return (
    <Toolbar.Group className={styles.group} aria-label={words.letters}>
      {often.map((name) => (
        <ToolButton key={name} label={words.marks[name]} keys={keys[name]} pressed={now.marks.includes(name)} onPress={() => toggle(name)}>
          {signs[name]}
        </ToolButton>
      ))}
      <ToolButton label={words.link} keys="Mod-k" pressed={now.marks.includes('link')} onPress={() => setAsked('link')}>
        <Icon name="link" />
      </ToolButton>
      <Menu.Root>
        <Toolbar.Button className={styles.button} title={words.more} render={<Menu.Trigger />}>
          <VisuallyHidden>{words.more}</VisuallyHidden>
          <Icon name="more" />
        </Toolbar.Button>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} className={styles.above}>
            <Menu.Popup className={styles.menu} finalFocus={() => (asked ? false : editor.view.dom)}>
              {seldom.map((name) => (
                <Menu.CheckboxItem
                  key={name}
                  className={styles.item}
                  checked={now.marks.includes(name)}
                  closeOnClick
                  onCheckedChange={() => toggle(name)}
                >
                  {words.marks[name]}
                  <kbd className={styles.keys}>{shownKeys(keys[name])}</kbd>
                </Menu.CheckboxItem>
              ))}
              <Menu.Item className={styles.item} onClick={() => setAsked('lang')}>
                {words.lang}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {asked === 'link' ? <LinkDialog editor={editor} onClose={close} /> : null}
      {asked === 'lang' ? <LangDialog editor={editor} onClose={close} /> : null}
    </Toolbar.Group>
  )
}

/** Mod-k asks for a link, as in other editors. */
function useLinkKeys(editor: Editor, ask: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const isModified = (isMacOS() ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey
    if (!isModified || event.key.toLowerCase() !== 'k' || event.isComposing) return
    event.preventDefault()
    ask()
  })
  useEffect(() => {
    const { dom } = editor.view
    const keydown = (event: KeyboardEvent): void => press(event)
    dom.addEventListener('keydown', keydown)
    return () => dom.removeEventListener('keydown', keydown)
  }, [editor])
}
