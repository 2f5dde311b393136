import { beforeEach, describe, expect, it } from 'vitest'
import { arePlain, linesIn, type NoteEditor, openNoteEditor, readBoxes } from './note-editor.ts'

const box = (label: string, isTicked = false) =>
  `<label><input type="checkbox"${isTicked ? ' checked' : ''}>${label}</label>`
const three = box('Discussion') + box('Internal', true) + box('Resolution')
const line = (text: string, style = '') =>
  `<div data-block="true"><div><span data-offset-key="a"${style}>${text === '' ? '<br data-text="true">' : `<span data-text="true">${text}</span>`}</span></div></div>`
const dialog = (boxes = three, content = line('')) =>
  `<div class="CwDialog-content"><div class="TicketNote-newNoteDialogTopPadding">${boxes}</div>
   <div class="ManageNoteRichTextEditor-richEditor"><div class="public-DraftEditor-content" role="textbox">
   <div data-contents="true">${content}</div></div></div></div>`

const shown = (element: Element) => element.closest('[hidden]') === null
function open(html: string): NoteEditor {
  document.body.innerHTML = html
  const editor = openNoteEditor(shown)
  if (!editor) throw new Error('no note is open')
  return editor
}

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('the note that is being written', () => {
  it('is the one open dialog, not one that waits hidden', () => {
    expect(open(`<div hidden>${dialog()}</div>${dialog()}`).field.closest('[hidden]')).toBeNull()
  })

  it.each([
    ['none is open', ''],
    ['two are open', dialog() + dialog()],
    ['the only one is hidden', `<div hidden>${dialog()}</div>`],
    ['another dialog has the editor', dialog().replace('TicketNote-newNoteDialogTopPadding', 'other')],
    ['the dialog has a plain field', dialog().replace('public-DraftEditor-content', 'other')],
  ])('is nobody’s where %s', (_, html) => {
    document.body.innerHTML = html
    expect(openNoteEditor(shown)).toBeNull()
  })
})

describe('the boxes of the dialog', () => {
  it.each([
    [three, ['internal'], false],
    [box('Discussion', true) + box('Internal', true) + box('Resolution'), ['discussion', 'internal'], false],
    [box('Discussion') + box('Internal Analysis') + box('Resolution', true), ['resolution'], false],
    [box('Discussion') + box('Internal') + box('Resolution'), [], false],
    [three + box('Contact (Priya)') + box('Resources', true), ['internal'], true],
    [three + box('Something new', true), ['internal'], true],
  ])('%#: say where it will show and whether it is mailed', (boxes, audience, mails) => {
    expect(readBoxes(open(dialog(boxes)))).toEqual({ audience, mails })
  })

  it.each([
    ['another order', box('Internal', true) + box('Discussion') + box('Resolution')],
    ['one fewer', box('Discussion') + box('Internal', true)],
    ['another language', box('Diskussion') + box('Intern', true) + box('Lösung')],
    ['none', ''],
  ])('are not known in %s', (_, boxes) => {
    expect(readBoxes(open(dialog(boxes))).audience).toBeNull()
  })
})

describe('the lines of the editor', () => {
  it('are read as they are drawn, empty ones too', () => {
    expect(linesIn(open(dialog(three, line('a ') + line('') + line('b'))))).toEqual(['a ', '', 'b'])
  })

  it('are plain but for lists, headings and styles', () => {
    const item = '<ul><li data-block="true"><span data-text="true">a</span></li></ul>'
    const bold = line('b', ' style="font-weight: bold;"')
    expect(arePlain(open(dialog(three, line('a') + line('b'))), 0)).toBe(true)
    expect(arePlain(open(dialog(three, item + line('b'))), 0)).toBe(false)
    expect(arePlain(open(dialog(three, item + line('b'))), 1)).toBe(true)
    expect(arePlain(open(dialog(three, line('a') + bold)), 1)).toBe(false)
  })
})
