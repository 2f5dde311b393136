import { EditorState } from 'draft-js'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../../create-sandbox.ts'
import type { TicketScreen } from '../desk/desk.ts'
import { worldDesk } from '../desk/world-desk.ts'
import { NoteDialog } from './notes/note-dialog.tsx'
import { NoteList } from './notes/note-list.tsx'
import { RichEditor } from './notes/rich-editor.tsx'
import { gwt } from './parts/gwt.ts'
import { Markdown } from './parts/markdown.tsx'
import { TicketFields } from './ticket/ticket-fields.tsx'
import { TicketToolbar } from './ticket/ticket-toolbar.tsx'

const nothing = () => {}
function seededTicket(): TicketScreen {
  const { state } = createSandbox()
  const ticket = worldDesk(() => state).ticket({ id: 26251, kind: 'service' })
  if (!ticket) throw new Error('the seed lacks ticket 26251')
  return ticket
}
const ticket = seededTicket()
const classes = (html: string) =>
  new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap((m) => m[1]?.split(' ') ?? []))

describe('the ticket page’s hooks', () => {
  it('mark the pods and fields as ConnectWise does', () => {
    const html = renderToStaticMarkup(
      createElement(TicketFields, {
        ticket,
        changes: {},
        timeZone: 'UTC',
        onChange: nothing,
        onCompany: nothing,
      }),
    )
    const hooks = [
      'pod_service_ticket_ticket_header',
      'pod_service_ticket_ticket',
      'pod_service_ticket_company',
      'pod_ticketSummary',
      'mm_podHeader',
      'cw_PsaSummaryHeader',
      ...['company', 'contact', 'serviceBoard', 'status', 'type', 'subType', 'item'].map(
        (name) => `cw_${name}`,
      ),
    ]
    expect([...classes(html)]).toEqual(expect.arrayContaining(hooks))
    expect(html).toMatch(/<h2 class="mm_podHeader">Ticket #26251/)
    expect(html).toMatch(/data-cwid="company"[^>]*>.*?<input[^>]*value="Harbor &amp; Finch Architects"/)
  })

  it('mark the toolbar', () => {
    const html = renderToStaticMarkup(
      createElement(TicketToolbar, {
        disabled: false,
        dirty: false,
        onSave: nothing,
        onRefresh: nothing,
        onNewNote: nothing,
        onTime: nothing,
      }),
    )
    expect([...classes(html)]).toEqual(
      expect.arrayContaining(['cw_ToolbarButton_Save', 'cw_ToolbarButton_SaveAndClose', 'mm_button']),
    )
  })

  it('mark the notes, their authors and dates, and the button for a new one', () => {
    const html = renderToStaticMarkup(
      createElement(NoteList, {
        notes: ticket.notes,
        timeZone: 'UTC',
        tab: 'all',
        onTab: nothing,
        onNew: nothing,
      }),
    )
    expect(html.match(/class="TicketNote-row[ "]/g)).toHaveLength(ticket.notes.length)
    expect([...classes(html)]).toEqual(
      expect.arrayContaining([
        'TicketNote-rowNote',
        'TicketNote-clickableName',
        'TicketNote-basicName',
        'TimeText-date',
      ]),
    )
    expect(html).toMatch(/class="TicketNote-newNoteButton[^>]*data-cwid="btn_addnew"/)
    expect(html).toContain('data-cwid="cw_ticketnotes"')
  })

  it('give the new-note dialog its boxes in ConnectWise’s order and a real Draft.js editor', () => {
    const html = renderToStaticMarkup(
      createElement(NoteDialog, {
        ticket,
        tab: 'all',
        save: async () => ({ ok: true }) as const,
        onClose: nothing,
      }),
    )
    expect([...html.matchAll(/data-cwid="cb_(\w+)"/g)].map((m) => m[1])).toEqual([
      'discussion',
      'internal',
      'resolution',
      'emailcontact',
      'emailresources',
      'emailcc',
    ])
    expect(html).not.toContain('checked')
    expect([...classes(html)]).toEqual(
      expect.arrayContaining([
        'CwDialog-content',
        'TicketNote-newNoteDialogTopPadding',
        'TicketNote-newNoteDialogSaveButton',
      ]),
    )
    const editor = renderToStaticMarkup(
      createElement(RichEditor, {
        label: 'Note',
        state: EditorState.createEmpty(),
        onChange: nothing,
        onEscape: nothing,
      }),
    )
    expect(editor).toMatch(/public-DraftEditor-content/)
    expect(editor).toMatch(/role="textbox"/)
  })

  it('hide behind class names that mean nothing', () => {
    expect(gwt('field')).toBe(gwt('field'))
    expect(gwt('field')).not.toBe(gwt('label'))
    expect(gwt('field')).toMatch(/^G[A-Z0-9]{6}[A-Z]{3,4}$/)
  })
})

describe('a note’s text', () => {
  it('shows Markdown as such and HTML as the text it is', () => {
    const html = renderToStaticMarkup(
      createElement(Markdown, { text: 'a **b**\n<b>c</b> <script>x</script>\n\n- d' }),
    )
    expect(html).toContain('<strong>b</strong>')
    expect(html).toContain('&lt;b&gt;c&lt;/b&gt;')
    expect(html).toContain('<li>')
    expect(html).not.toContain('<script>')
  })

  it('links to web addresses only', () => {
    const html = renderToStaticMarkup(
      createElement(Markdown, {
        text: '[a](https://x.example) [b](javascript:alert(1)) ![c](https://x.example/i.png)',
      }),
    )
    expect(html.match(/<a /g)).toHaveLength(1)
    expect(html).not.toContain('javascript:')
    expect(html).not.toContain('<img')
  })
})
