import { EditorState } from 'draft-js'
import { useState } from 'react'
import type { NewNote, Saved, TicketScreen } from '../../desk/desk.ts'
import { Dialog } from '../parts/dialog.tsx'
import { NoteOptionBoxes, optionsFor } from './note-options.tsx'
import { editorText, RichEditor } from './rich-editor.tsx'

/** The new-note dialog. `save` answers what the server said; the dialog stays open until a note was added. */
export function NoteDialog(props: {
  ticket: TicketScreen
  tab: 'all' | 'discussion' | 'internal' | 'resolution'
  save: (note: NewNote) => Promise<Saved>
  onClose: () => void
}) {
  const [options, setOptions] = useState(() => optionsFor(props.tab))
  const [state, setState] = useState(() => EditorState.createEmpty())
  const [messages, setMessages] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const text = editorText(state)
    if (text === '') return setMessages(['Please enter a note in order to save this record.'])
    setBusy(true)
    try {
      const saved = await props.save({ text, ...options })
      if (!saved.ok) return setMessages(saved.messages)
      props.onClose()
    } catch (error) {
      setMessages([error instanceof Error ? error.message : String(error)])
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title="New note" wide={true} onClose={props.onClose}>
      <div className="TicketNote-newNoteDialogTopPadding">
        <NoteOptionBoxes
          options={options}
          contact={props.ticket.contact?.name ?? ''}
          resources={props.ticket.resources}
          cc={props.ticket.emailCc}
          onChange={setOptions}
        />
        <RichEditor
          label="Note"
          state={state}
          onChange={setState}
          onEscape={() => {
            if (editorText(state) === '') props.onClose()
          }}
        />
        <div role="alert" className="cw_DialogMessages">
          {messages.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
        <div className="CwDialog-buttons">
          <button
            type="button"
            className="TicketNote-newNoteDialogSaveButton cw_Button cw_Button-primary"
            disabled={busy}
            onClick={() => void save()}
          >
            Save
          </button>
          <button type="button" className="cw_Button" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </div>
    </Dialog>
  )
}
