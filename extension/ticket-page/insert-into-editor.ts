import type { HostTicket } from '#shared/panel/host.ts'
import type { InsertOutcome, NoteAudience } from '../messages/messages.ts'
import { arePlain, caretToEnd, linesIn, type NoteEditor, openNoteEditor, readBoxes } from './note-editor.ts'
import { addLines, linesOf, sameLines } from './note-lines.ts'
import { ticketsInPage } from './ticket-in-page.ts'

export interface NoteToInsert {
  ticket: HostTicket
  text: string
  audience: NoteAudience
}

/** Milliseconds in which an editor draws what it was given, at the most. */
const longestDrawing = 1_000

/**
 * Puts a text at the end of the note that is being written in the page, as a paste, which Draft.js takes into its own
 * state. What stood there stays. It is read back, and taken back where it does not stand there as asked; nobody saves.
 */
export async function insertIntoEditor(note: NoteToInsert): Promise<InsertOutcome> {
  const editor = openNoteEditor()
  if (!editor) return 'no_editor'
  const refusal = refusalOf(editor, note)
  if (refusal) return refusal
  const before = linesIn(editor)
  const lines = linesOf(note.text)
  const { pasted, after } = addLines(before, lines)
  const isAsAsked = () => sameLines(linesIn(editor), after) && arePlain(editor, after.length - lines.length)
  if (pasted === '') return isAsAsked() ? 'inserted' : 'not_as_asked'
  if (before.length === 0 || !arePlain(editor, before.length - 1)) return 'not_as_asked'
  await takeFocus(editor)
  // What the technician did meanwhile counts: a line may have been typed, another ticket may be shown.
  if (!sameLines(linesIn(editor), before) || refusalOf(editor, note)) return 'not_as_asked'
  paste(editor, pasted)
  const isThere = await until(isAsAsked)
  const isStill = openNoteEditor()?.field === editor.field && refusalOf(editor, note) === null
  return isThere && isStill ? 'inserted' : takeBack(editor, before)
}

/** Why nothing may be inserted into this editor; null where nothing speaks against it. */
function refusalOf(editor: NoteEditor, note: NoteToInsert): InsertOutcome | null {
  const [shown, ...others] = ticketsInPage()
  const isShown = shown?.id === note.ticket.id && shown.kind === note.ticket.kind && others.length === 0
  if (!isShown) return 'other_ticket'
  const { audience, mails } = readBoxes(editor)
  if (audience?.length !== 1 || audience[0] !== note.audience) return 'wrong_audience'
  return mails ? 'would_mail' : null
}

/**
 * Gives the editor the keyboard and its end the caret. While the side panel has the keyboard, the page hears of no
 * focus, so the editor is told; and it hears of the caret in a later turn.
 */
async function takeFocus(editor: NoteEditor): Promise<void> {
  const { field } = editor
  field.focus()
  if (!document.hasFocus()) field.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  await turn()
  const moved = new Promise<void>((resolve) => {
    document.addEventListener('selectionchange', () => resolve(), { once: true })
  })
  caretToEnd(editor)
  await Promise.race([moved, turn(50)])
  await turn()
}

function paste({ field }: NoteEditor, text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

/** Takes a paste back by the editor's own undo, which would otherwise take back what the technician did before it. */
async function takeBack(editor: NoteEditor, before: readonly string[]): Promise<InsertOutcome> {
  const isBack = () => sameLines(linesIn(editor), before)
  if (isBack()) return 'not_as_asked'
  const isMac = navigator.platform.startsWith('Mac')
  const keys = { key: 'z', keyCode: 90, ctrlKey: !isMac, metaKey: isMac }
  editor.field.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true }))
  return (await until(isBack)) ? 'not_as_asked' : 'left_changed'
}

/** Whether something comes true before the editor must have drawn. */
async function until(isTrue: () => boolean): Promise<boolean> {
  const end = performance.now() + longestDrawing
  while (!isTrue()) {
    if (performance.now() > end) return false
    await turn(10)
  }
  return true
}

const turn = (milliseconds = 0) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
