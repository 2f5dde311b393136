import { type KeyboardEvent, useState } from 'react'
import type { NoteRow } from '../../desk/desk.ts'
import { gwt } from '../parts/gwt.ts'
import { Markdown } from '../parts/markdown.tsx'
import { showClock, showTime } from '../parts/show-time.ts'

export type NoteTab = 'all' | 'discussion' | 'internal' | 'resolution'

const tabs: readonly { key: NoteTab; label: string }[] = [
  { key: 'all', label: 'All' },
  { key: 'discussion', label: 'Discussion' },
  { key: 'internal', label: 'Internal' },
  { key: 'resolution', label: 'Resolution' },
]

/** The notes pod: tabs, the button for a new note, the list with notes and the texts of time entries. */
export function NoteList(props: {
  notes: readonly NoteRow[]
  timeZone: string
  tab: NoteTab
  onTab: (tab: NoteTab) => void
  onNew: () => void
}) {
  const [newestFirst, setNewestFirst] = useState(true)
  const count = (tab: NoteTab) => props.notes.filter((note) => tab === 'all' || note[tab]).length
  const shown = props.notes
    .filter((note) => props.tab === 'all' || note[props.tab])
    .toSorted((a, b) => (newestFirst ? b.at.localeCompare(a.at) : a.at.localeCompare(b.at)))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? tabs.length - 1 : 0
    const next = tabs[(tabs.findIndex((tab) => tab.key === props.tab) + step) % tabs.length]
    if (step === 0 || !next) return
    props.onTab(next.key)
    document.getElementById(`note-tab-${next.key}`)?.focus()
  }
  return (
    <div className="pod_service_ticket_notes" data-cwid="pod_service_ticket_notes">
      <h2 className="mm_podHeader">
        Notes
        <button
          type="button"
          className="cw_LinkButton TicketNote-order"
          onClick={() => setNewestFirst(!newestFirst)}
        >
          {newestFirst ? 'Newest first' : 'Oldest first'}
        </button>
      </h2>
      <div className={`TicketNote-bar ${gwt('note-bar')}`}>
        <div role="tablist" aria-label="Notes" className="TicketNote-tabs" onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.key}
              id={`note-tab-${tab.key}`}
              type="button"
              role="tab"
              aria-selected={tab.key === props.tab}
              aria-controls="note-rows"
              tabIndex={tab.key === props.tab ? 0 : -1}
              onClick={() => props.onTab(tab.key)}
            >
              {tab.label} <span className="TicketNote-count">{count(tab.key)}</span>
            </button>
          ))}
        </div>
        <button
          type="button"
          className="TicketNote-newNoteButton cw_Button cw_Button-primary"
          data-cwid="btn_addnew"
          onClick={props.onNew}
        >
          New Note
        </button>
      </div>
      <div className="TicketNote-list" data-cwid="cw_ticketnotes" id="note-rows" role="tabpanel">
        {shown.map((note) => (
          <Row key={note.key} note={note} timeZone={props.timeZone} />
        ))}
        {shown.length === 0 && <p className="TicketNote-none">No notes here.</p>}
      </div>
    </div>
  )
}

function Row({ note, timeZone }: { note: NoteRow; timeZone: string }) {
  const initials = note.author
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
  const shownIn = [
    note.issue ? 'Initial' : '',
    note.discussion ? 'Discussion' : '',
    note.internal ? 'Internal' : '',
    note.resolution ? 'Resolution' : '',
  ].filter((name) => name !== '')
  return (
    <article
      className={`TicketNote-row ${note.internal && !note.discussion ? 'TicketNote-rowInternal' : ''}`}
    >
      <div
        aria-hidden="true"
        className={`TicketNote-initials ${note.byContact ? 'TicketNote-ofContact' : ''}`}
      >
        {initials}
      </div>
      <div className={`TicketNote-rowMain ${gwt('note-main')}`}>
        <header className="TicketNote-rowHeader">
          <span className={note.byContact ? 'TicketNote-basicName' : 'TicketNote-clickableName'}>
            {note.author}
          </span>
          <span className="TimeText-date">{showTime(note.at, timeZone)}</span>
          {shownIn.map((name) => (
            <span key={name} className={`TicketNote-chip TicketNote-chip${name}`}>
              {name}
            </span>
          ))}
          {note.source === 'time' && (
            <span className="TicketNote-chip TicketNote-chipTime">
              Time {note.timeStart && showClock(note.timeStart, timeZone)}
              {note.timeEnd && ` – ${showClock(note.timeEnd, timeZone)}`}
              {note.hours !== null && ` (${note.hours} h)`}
            </span>
          )}
        </header>
        <div className={`TicketNote-rowNote ${note.markdown ? '' : 'TicketNote-plain'}`}>
          {note.markdown ? <Markdown text={note.text} /> : note.text}
        </div>
      </div>
    </article>
  )
}
