import type { NoteAudience } from '../messages/messages.ts'
import { closest, findAll, isVisible, textOf } from './page-elements.ts'

/** ConnectWise's dialog for a new note, open in the page, with its editor. */
export interface NoteEditor {
  dialog: Element
  /** The element that is typed into; Draft.js draws what stands in it. */
  field: HTMLElement
}

const padding = '.TicketNote-newNoteDialogTopPadding'
const editors = '.ManageNoteRichTextEditor-richEditor .public-DraftEditor-content[role="textbox"]'
const displays: readonly [NoteAudience, RegExp][] = [
  ['discussion', /^discussion\b/i],
  ['internal', /^internal\b/i],
  ['resolution', /^resolution\b/i],
]
const longestLabel = 200

/** The one note that is being written in the page; null where there is none, or more than one. */
export function openNoteEditor(isShown: (element: Element) => boolean = isVisible): NoteEditor | null {
  const paddings = findAll(`.CwDialog-content ${padding}`).filter(isShown)
  const dialogs = new Set(paddings.map((each) => closest(each, '.CwDialog-content')))
  const open = [...dialogs].flatMap((dialog) =>
    dialog
      ? findAll(editors, dialog)
          .filter(isShown)
          .map((field) => ({ dialog, field }))
      : [],
  )
  const [only] = open
  if (open.length !== 1 || !only || !(only.field instanceof HTMLElement)) return null
  return { dialog: only.dialog, field: only.field }
}

/** How the boxes of the dialog are ticked: where the note will show, and whether anything else is ticked. */
export interface Boxes {
  /** Where it will show; null where the three boxes are not those that are known. */
  audience: NoteAudience[] | null
  /** A box for e-mail is ticked, or one that nobody knows. */
  mails: boolean
}

/** Reads the boxes: the first three are Discussion, Internal and Resolution, in this order; the others send e-mail. */
export function readBoxes({ dialog }: NoteEditor): Boxes {
  const boxes = findAll('input[type=checkbox]', dialog).filter((box) => box instanceof HTMLInputElement)
  const named = displays.every(([, label], at) => label.test(labelOf(boxes[at])))
  return {
    audience: named ? displays.flatMap(([each], at) => (boxes[at]?.checked ? [each] : [])) : null,
    mails: boxes.slice(displays.length).some((box) => box.checked),
  }
}

function labelOf(box: HTMLInputElement | undefined): string {
  if (!box) return ''
  const label = box.labels?.[0]
  return (label ? textOf(label, longestLabel) : (box.getAttribute('aria-label') ?? '')).trim()
}

const blocks = '[data-contents] [data-block]'

/** The lines that stand in the editor, as Draft.js draws them: one block each. */
export function linesIn({ field }: NoteEditor): string[] {
  return findAll(blocks, field).map(textOfBlock)
}

/** Whether the lines from one on are plain: in no list and no heading, and with no style of their own. */
export function arePlain({ field }: NoteEditor, from: number): boolean {
  return findAll(blocks, field)
    .slice(from)
    .every((block) => {
      const isLine = block.tagName === 'DIV' && block.parentElement?.hasAttribute('data-contents') === true
      return isLine && findAll('span[style]', block).every((leaf) => leaf.getAttribute('style') === '')
    })
}

/** Puts the caret behind all that stands in the editor. */
export function caretToEnd({ field }: NoteEditor): void {
  const leaf = findAll('[data-text]', field).at(-1)
  const text = leaf?.lastChild
  if (text instanceof Text) getSelection()?.collapse(text, text.data.length)
  else if (leaf) getSelection()?.collapse(leaf.parentNode, 0)
}

const textOfBlock = (block: Element): string =>
  findAll('[data-text]', block)
    .map((leaf) => leaf.textContent ?? '')
    .join('')
