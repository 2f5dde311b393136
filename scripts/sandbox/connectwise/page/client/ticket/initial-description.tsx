import type { NoteRow } from '../../desk/desk.ts'
import { Markdown } from '../parts/markdown.tsx'

/** The pod with what the client reported: the first discussion text of the ticket. */
export function InitialDescription(props: { notes: readonly NoteRow[] }) {
  const first = props.notes.find((note) => note.issue) ?? props.notes.find((note) => note.discussion)
  if (!first) return null
  return (
    <section
      className="mm_pod pod_service_ticket_initial_desc"
      id="cw-manage-service_service_ticket_initial_desc"
      data-cwid="pod_service_ticket_initial_desc"
    >
      <h2 className="mm_podHeader">Initial Description</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls here, also by keys */}
      <div tabIndex={0} className={`TicketNote-note ${first.markdown ? '' : 'TicketNote-plain'}`}>
        {first.markdown ? <Markdown text={first.text} /> : first.text}
      </div>
    </section>
  )
}
