import { useEffect, useState } from 'react'
import { ToolbarButton } from '../parts/toolbar-button.tsx'
import type { TimeSpan } from './time-dialog.tsx'

/** Stopwatch of the screen: what was measured before, and since when it runs. Milliseconds. */
interface Watch {
  started: number | null
  before: number
  since: number | null
}

const idle: Watch = { started: null, before: 0, since: null }

/** Save, Save and Close, Refresh, New Note, Time and the stopwatch, which offers a time entry when it is stopped. */
export function TicketToolbar(props: {
  disabled: boolean
  dirty: boolean
  onSave: (close: boolean) => void
  onRefresh: () => void
  onNewNote: () => void
  onTime: (span: TimeSpan) => void
}) {
  const [watch, setWatch] = useState<Watch>(idle)
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (watch.since === null) return
    const tick = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(tick)
  }, [watch.since])
  const measured = (at: number) => watch.before + (watch.since === null ? 0 : Math.max(0, at - watch.since))
  const press = () => {
    const at = Date.now()
    setNow(at)
    if (watch.since === null) setWatch({ ...watch, started: watch.started ?? at, since: at })
    else setWatch({ ...watch, before: measured(at), since: null })
  }
  const stop = () => {
    const at = Date.now()
    props.onTime({ start: at - measured(at), end: at })
    setWatch(idle)
  }
  const { disabled } = props
  return (
    <div className="cw_Toolbar" role="toolbar" aria-label="Ticket">
      <ToolbarButton
        hook="Save"
        label={props.dirty ? 'Save •' : 'Save'}
        disabled={disabled}
        onPress={() => props.onSave(false)}
      />
      <ToolbarButton
        hook="SaveAndClose"
        label="Save and Close"
        disabled={disabled}
        onPress={() => props.onSave(true)}
      />
      <ToolbarButton hook="Refresh" label="Refresh" disabled={disabled} onPress={props.onRefresh} />
      <ToolbarButton hook="NewNote" label="New Note" disabled={disabled} onPress={props.onNewNote} />
      <ToolbarButton
        hook="Time"
        label="Time"
        disabled={disabled}
        onPress={() => {
          const end = Date.now()
          props.onTime({ start: end - 15 * 60_000, end })
        }}
      />
      <span className="cw_Stopwatch">
        <output aria-label="Stopwatch">{clock(measured(watch.since === null ? 0 : now))}</output>
        <ToolbarButton
          hook="Stopwatch"
          label={watch.since === null ? 'Start' : 'Pause'}
          pressed={watch.since !== null}
          disabled={disabled}
          onPress={press}
        />
        {watch.started !== null && <ToolbarButton hook="StopwatchStop" label="Stop" onPress={stop} />}
      </span>
    </div>
  )
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
