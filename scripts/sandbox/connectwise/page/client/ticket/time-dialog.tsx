import { useId, useState } from 'react'
import type { Choice, NewTime, Saved, TicketScreen } from '../../desk/desk.ts'
import type { NoteTab } from '../notes/note-list.tsx'
import { NoteOptionBoxes, optionsFor } from '../notes/note-options.tsx'
import { Dialog } from '../parts/dialog.tsx'

/** A span in milliseconds since 1970. */
export interface TimeSpan {
  start: number
  end: number
}

const billables = ['Billable', 'DoNotBill', 'NoCharge'] as const

/** A new time entry on the ticket. Times are those of the browser's own zone and are stored as UTC. */
export function TimeDialog(props: {
  ticket: TicketScreen
  tab: NoteTab
  span: TimeSpan
  save: (time: NewTime) => Promise<Saved>
  onClose: () => void
}) {
  const { choices } = props.ticket
  const [start, setStart] = useState(() => localTime(props.span.start))
  const [end, setEnd] = useState(() => localTime(props.span.end))
  const [workType, setWorkType] = useState<number | null>(null)
  const [workRole, setWorkRole] = useState<number | null>(null)
  const [billable, setBillable] = useState<(typeof billables)[number]>('Billable')
  const [text, setText] = useState('')
  const [options, setOptions] = useState(() => optionsFor(props.tab))
  const [messages, setMessages] = useState<string[]>([])
  const save = async () => {
    const [from, to] = [cwTime(start), cwTime(end)]
    if (from === null || to === null) return setMessages(['Please enter a start time and an end time.'])
    try {
      const saved = await props.save({ text, start: from, end: to, workType, workRole, billable, ...options })
      if (saved.ok) props.onClose()
      else setMessages(saved.messages)
    } catch (error) {
      setMessages([error instanceof Error ? error.message : String(error)])
    }
  }
  return (
    <Dialog title="New time entry" wide={true} onClose={props.onClose}>
      <div className="pod_timeEntryDetails">
        <div className="cw_Fields cw_Fields-two">
          <label className="cw_Field">
            Start
            <input type="datetime-local" value={start} onChange={(event) => setStart(event.target.value)} />
          </label>
          <label className="cw_Field">
            End
            <input type="datetime-local" value={end} onChange={(event) => setEnd(event.target.value)} />
          </label>
          <Select label="Work type" choices={choices.workTypes} value={workType} onChange={setWorkType} />
          <Select label="Work role" choices={choices.workRoles} value={workRole} onChange={setWorkRole} />
          <label className="cw_Field">
            Billable
            <select
              value={billable}
              onChange={(event) => setBillable(billables.find((b) => b === event.target.value) ?? 'Billable')}
            >
              {billables.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          </label>
        </div>
        <NoteOptionBoxes
          options={options}
          contact={props.ticket.contact?.name ?? ''}
          resources={props.ticket.resources}
          cc={props.ticket.emailCc}
          onChange={setOptions}
        />
        <div className="mm_textArea">
          <textarea
            aria-label="Notes"
            rows={7}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div role="alert" className="cw_DialogMessages">
          {messages.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
        <div className="CwDialog-buttons">
          <button type="button" className="cw_Button cw_Button-primary" onClick={() => void save()}>
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

function Select(props: {
  label: string
  choices: readonly Choice[]
  value: number | null
  onChange: (id: number | null) => void
}) {
  const id = useId()
  return (
    <div className="cw_Field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">(default)</option>
        {props.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A time for a `datetime-local` input, to the minute. */
function localTime(milliseconds: number): string {
  const at = new Date(milliseconds)
  return new Date(milliseconds - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function cwTime(local: string): string | null {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? null : `${at.toISOString().slice(0, 19)}Z`
}
